import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createEmbedded } from "#platform/database/embedded.ts"
import { EmbeddedServer } from "#platform/database/embedded-server.ts"
import { acquireLock } from "#platform/database/lock.ts"

// This file is a process of its own: PGlite blocks the event loop that it runs on while a query works.

const [dataDir, socketDir] = process.argv.slice(2)
if (!dataDir || !socketDir) throw new Error("Usage: embedded-process.ts DATA_DIR SOCKET_DIR")

const DUMP_EVERY_MS = 60 * 60 * 1000

mkdirSync(dataDir, { recursive: true })
const releaseLock = acquireLock(join(dataDir, "database.lock"))
const database = await createEmbedded({ dataDir: join(dataDir, "database") })
rmSync(join(socketDir, ".s.PGSQL.5432"), { force: true })
const server = new EmbeddedServer(database)
await server.listen(join(socketDir, ".s.PGSQL.5432"))
process.send?.("ready")

/** PGlite never calls fsync, so a power cut can lose the last writes: a dump an hour bounds the loss. */
async function dump(): Promise<void> {
  const file = await database.dumpDataDir("gzip")
  const path = join(dataDir as string, "backup.tar.gz") // safe: checked above
  writeFileSync(`${path}.new`, Buffer.from(await file.arrayBuffer()))
  renameSync(`${path}.new`, path)
}

const dumps = setInterval(() => {
  dump().catch((error: unknown) => console.error("The hourly dump failed:", error))
}, DUMP_EVERY_MS)

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  clearInterval(dumps)
  await server.close()
  await database.close()
  releaseLock()
  process.exit(0)
}

// Ctrl-C reaches the whole process group: the API stops first and then tells us.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => void stop())
process.on("disconnect", () => void stop())
