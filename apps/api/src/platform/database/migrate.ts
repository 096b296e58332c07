import { join } from "node:path"
import { drizzle } from "drizzle-orm/node-postgres"
import { migrate } from "drizzle-orm/node-postgres/migrator"
import type { Pool } from "pg"

/** Brings the schema to the newest version; safe to run from several processes at once. */
export async function migrateDatabase(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("select pg_advisory_lock(7240000)")
    await migrate(drizzle(client), { migrationsFolder: join(import.meta.dirname, "../../../migrations") })
    await client.query("select pg_advisory_unlock(7240000)")
  } finally {
    client.release()
  }
}
