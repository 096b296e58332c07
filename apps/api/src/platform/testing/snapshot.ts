import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import { openInMemory } from "#platform/database/memory.ts"
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
  if (from === "empty") return openInMemory()
  if (!existsSync(SNAPSHOT))
    throw new Error("The test database is made by vitest's global set-up; run the tests through it.")
  return openInMemory(new Blob([readFileSync(SNAPSHOT)]))
}
