import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import { Pool } from "pg"
import { createEmbedded } from "#platform/database/embedded.ts"
import { EmbeddedServer } from "#platform/database/embedded-server.ts"
import type { OpenDatabase } from "#platform/database/open.ts"

/** @returns a database of its own in the memory of this process, empty or as the dump has it. */
export async function openInMemory(dump?: Blob): Promise<{ database: OpenDatabase; engine: PGlite }> {
  const engine = await createEmbedded(dump ? { loadDataDir: dump } : {})
  // Over a socket as in the product: PGlite's in-process bridge refuses the parameter types that Drizzle sends.
  const socketDir = mkdtempSync(join(tmpdir(), "myhibachi-memory-"))
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
