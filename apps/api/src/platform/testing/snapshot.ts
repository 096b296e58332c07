import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import { Pool } from "pg"
import { createEmbedded } from "#platform/database/embedded.ts"
import { EmbeddedServer } from "#platform/database/embedded-server.ts"
import type { OpenDatabase } from "#platform/database/open.ts"

const SNAPSHOT = join(import.meta.dirname, "../../../../../.build/test-database.tar")

/** Keeps the database as it is, for every test file to start from. */
export async function writeSnapshot(database: PGlite): Promise<void> {
  const dump = await database.dumpDataDir("none")
  mkdirSync(join(SNAPSHOT, ".."), { recursive: true })
  writeFileSync(`${SNAPSHOT}.new`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${SNAPSHOT}.new`, SNAPSHOT)
}

/** @returns a database of its own in memory: the snapshot's copy, or an empty one while there is none. */
export async function openMemoryDatabase(
  from: "snapshot" | "empty",
): Promise<{ database: OpenDatabase; engine: PGlite }> {
  if (from === "snapshot" && !existsSync(SNAPSHOT))
    throw new Error("The test database is made by vitest's global set-up; run the tests through it.")
  const engine = await createEmbedded(
    from === "snapshot" ? { loadDataDir: new Blob([readFileSync(SNAPSHOT)]) } : {},
  )
  // Over a socket as in the product: PGlite's in-process bridge refuses the parameter types that Drizzle sends.
  const socketDir = mkdtempSync(join(tmpdir(), "myhibachi-test-"))
  const server = new EmbeddedServer(engine)
  await server.listen(join(socketDir, ".s.PGSQL.5432"))
  const connection = { host: socketDir, user: "postgres", database: "postgres" }
  const primary = new Pool({ ...connection, max: 4 })
  const database: OpenDatabase = {
    kind: "embedded",
    primary,
    replicas: [],
    canListen: false,
    jobsConnection: { ...connection, max: 1, supervise: false, schedule: false },
    close: async () => {
      await primary.end()
      await server.close()
      await engine.close()
      rmSync(socketDir, { recursive: true })
    },
  }
  return { database, engine }
}
