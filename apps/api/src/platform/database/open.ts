import { fork } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { Pool, type PoolConfig } from "pg"
import type { ConstructorOptions } from "pg-boss"
import type { Config } from "#app/config.ts"
import type { DatabasePools } from "#platform/database/database.ts"
import type { Logger } from "#platform/log.ts"

export interface OpenDatabase extends DatabasePools {
  kind: "embedded" | "postgresql"
  jobsConnection: Omit<ConstructorOptions, "schema">
  canListen: boolean
  close(): Promise<void>
}

/** Opens PostgreSQL when DATABASE_URL is set, the embedded database in its own process otherwise. */
export async function openDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  if (config.DATABASE_URL) return openServer(config, config.DATABASE_URL, log)
  return openEmbedded(config, log)
}

function openServer(config: Config, url: string, log: Logger): OpenDatabase {
  const primary = pool({ connectionString: url, max: 16 }, log)
  const replicas = config.DATABASE_REPLICA_URLS.split(",")
    .filter((replica) => replica !== "")
    .map((replica) => pool({ connectionString: replica, max: 16 }, log))
  return {
    kind: "postgresql",
    primary,
    replicas,
    canListen: true,
    jobsConnection: { connectionString: url, max: 4 },
    close: async () => {
      await Promise.all([primary, ...replicas].map((each) => each.end()))
    },
  }
}

async function openEmbedded(config: Config, log: Logger): Promise<OpenDatabase> {
  const dataDir = resolve(config.MYHIBACHI_DATA_DIR)
  const socketDir = socketDirFor(dataDir)
  const stopProcess = await keepRunning(dataDir, socketDir, log)
  const connection = { host: socketDir, user: "postgres", database: "postgres" }
  const primary = pool({ ...connection, max: 8 }, log)
  return {
    kind: "embedded",
    primary,
    replicas: [],
    // Notifications do not come through the socket; the worker is woken in-process instead.
    canListen: false,
    jobsConnection: { ...connection, max: 2 },
    close: async () => {
      await primary.end()
      await stopProcess()
    },
  }
}

const RESTART_AFTER_MS = 1000

/** Starts the database process, and again whenever it dies: what it had acknowledged is still there. */
async function keepRunning(dataDir: string, socketDir: string, log: Logger): Promise<() => Promise<void>> {
  let isStopping = false
  let child = await startProcess(dataDir, socketDir)
  const watch = () => {
    child.once("exit", (code) => {
      if (isStopping) return
      log.error({ code }, "embedded database ended, starting it again")
      setTimeout(restart, RESTART_AFTER_MS)
    })
  }
  const restart = () => {
    startProcess(dataDir, socketDir).then(
      (started) => {
        child = started
        watch()
        if (isStopping) child.disconnect()
      },
      (error: unknown) => {
        log.error({ err: error }, "embedded database does not start")
        if (!isStopping) setTimeout(restart, RESTART_AFTER_MS)
      },
    )
  }
  watch()
  return async () => {
    isStopping = true
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = new Promise((done) => child.once("exit", done))
    child.disconnect()
    await exited
  }
}

/** A Unix socket keeps other users of the machine out; its path must stay under 108 bytes. */
function socketDirFor(dataDir: string): string {
  const directory = join(
    tmpdir(),
    `myhibachi-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`,
  )
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return directory
}

function startProcess(dataDir: string, socketDir: string) {
  const isNew = !existsSync(join(dataDir, "database"))
  const child = fork(join(import.meta.dirname, "embedded-process.ts"), [dataDir, socketDir], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  })
  let complaint = ""
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-4000)
  })
  return new Promise<typeof child>((opened, failed) => {
    child.once("message", () => opened(child))
    child.once("exit", () => failed(new Error(explain(complaint, dataDir, isNew))))
  })
}

function explain(complaint: string, dataDir: string, isNew: boolean): string {
  const inUse = complaint.match(/The data folder is in use[^\n]*/)?.[0]
  if (inUse) return inUse
  const reason = complaint.match(/^.*Error: .*$/m)?.[0] ?? "no reason was given"
  const remedy = isNew
    ? "Check that the folder can be written and has 200 MB free."
    : `Restore ${join(dataDir, "backup.tar.gz")} or start over with: npm run reset`
  return `The embedded database in ${dataDir} does not open (${reason.trim()}). ${remedy}`
}

function pool(options: PoolConfig, log: Logger): Pool {
  const created = new Pool({ connectionTimeoutMillis: 10_000, ...options })
  // Without a listener the loss of an idle connection would end the process.
  created.on("error", (error) => log.warn({ err: error }, "idle database connection lost"))
  // The same holds for one that is lent out, for example between two queries of a transaction.
  created.on("connect", (client) =>
    client.on("error", (error) => log.warn({ err: error }, "database connection lost")),
  )
  return created
}
