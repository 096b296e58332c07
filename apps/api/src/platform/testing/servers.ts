import { randomBytes } from "node:crypto"
import { Client } from "pg"

/** Addresses of real servers; the tests that need them are skipped where there are none. */
export const POSTGRES_URL = process.env.TEST_POSTGRES_URL
export const REDIS_URL = process.env.TEST_REDIS_URL

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** Creates an empty database on the real PostgreSQL. */
export async function createFreshDatabase(serverUrl: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`
  await execute(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.toString(), drop: () => execute(serverUrl, `drop database ${name} with (force)`) }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
