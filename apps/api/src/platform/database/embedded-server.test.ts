import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import { Pool } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createEmbedded } from "#platform/database/embedded.ts"
import { EmbeddedServer } from "#platform/database/embedded-server.ts"

const folder = mkdtempSync(join(tmpdir(), "myhibachi-server-"))
let engine: PGlite
let server: EmbeddedServer
let pool: Pool

beforeAll(async () => {
  engine = await createEmbedded({})
  server = new EmbeddedServer(engine)
  await server.listen(join(folder, ".s.PGSQL.5432"))
  pool = new Pool({ host: folder, user: "postgres", database: "postgres", max: 4 })
})
afterAll(async () => {
  await pool.end()
  await server.close()
  await engine.close()
  rmSync(folder, { recursive: true })
})

async function work(name: string, rounds: number): Promise<string[]> {
  const answers: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const alone = await pool.query("select $1::text as name", [name])
    const client = await pool.connect()
    try {
      await client.query("begin")
      const inside = await client.query("select $2::int as round, $1::text as name", [name, round])
      if (round % 5 === 4) await client.query("select 1 / $1::int", [0])
      await client.query("commit")
      answers.push(alone.rows[0].name, inside.rows[0].name)
    } catch {
      await client.query("rollback")
      answers.push("failed")
    } finally {
      client.release()
    }
  }
  return answers
}

test("gives every connection its own answers, inside and outside transactions, failed ones too", async () => {
  const names = ["a", "b", "c", "d", "e", "f"]
  const all = await Promise.all(names.map((name) => work(name, 20)))
  all.forEach((answers, index) => {
    expect(new Set(answers)).toEqual(new Set([names[index], "failed"]))
    expect(answers.filter((answer) => answer === "failed")).toHaveLength(4)
  })
})

test("rolls back what a lost connection had begun, and serves the others", async () => {
  await pool.query("create table kept (id int)")
  const client = await pool.connect()
  await client.query("begin")
  await client.query("insert into kept values (1)")
  client.release(new Error("the connection is lost"))
  expect((await pool.query("select count(*)::int as rows from kept")).rows).toEqual([{ rows: 0 }])
})
