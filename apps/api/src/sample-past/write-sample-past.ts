import { mkdirSync, renameSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import { enabledFeatures } from "#app/features.ts"
import { applicationModules } from "#app/modules.ts"
import { listenForProviders } from "#app/sample-past/listen-for-providers.ts"
import { planPast } from "#app/sample-past/plan-past.ts"
import { playPast } from "#app/sample-past/play-past.ts"
import { sandboxControl } from "#app/sample-past/sandbox-control.ts"
import { Stage } from "#app/sample-past/stage.ts"
import { createEmbedded } from "#platform/database/embedded.ts"
import { openInMemory } from "#platform/database/memory.ts"
import { createLogger } from "#platform/log.ts"
import { SettableClock, systemClock } from "#platform/time.ts"

// A process of its own: what four months take of memory goes back to the machine before the product runs. It plays
// on a database in memory, so that an end in the middle leaves nothing behind.

const [sandboxUrl] = process.argv.slice(2)
if (!sandboxUrl) throw new Error("Usage: write-sample-past.ts SANDBOX_URL")
process.on("disconnect", () => process.exit(1))

const config = readConfig(process.env)
const log = createLogger(config.LOG_LEVEL, "sample-past")
const sandbox = sandboxControl(sandboxUrl, config.STRIPE_SECRET_KEY ?? "")
const { database, engine } = await openInMemory()
try {
  await sandbox.forgetAll()
  await write()
  await keep(await engine.dumpDataDir("none"))
} finally {
  await sandbox.runFrom(systemClock.now())
  await database.close()
}
process.exit(0)

async function write(): Promise<void> {
  const now = systemClock.now()
  const plan = planPast(now)
  const clock = new SettableClock(plan.begins)
  await sandbox.standAt(plan.begins)
  const application = await createApplication({
    config: { ...config, RATE_LIMIT_FACTOR: 100_000 },
    database,
    clock,
    log,
    hasDocumentation: false,
  })
  // The card provider tells of payments over the wire, also in the past.
  const ear = await listenForProviders(application.http, { port: config.API_PORT, host: config.HOST })
  const schedules = applicationModules(enabledFeatures(config.flags)).flatMap(
    (module) => module.schedules ?? [],
  )
  const stage = new Stage({ application, clock, sandbox, schedules })
  log.info({ ...(await playPast(stage, plan, now)) }, "the sample past is written")
  await ear.close()
  await application.close()
}

async function keep(dump: Blob): Promise<void> {
  const dataDir = resolve(config.MYHIBACHI_DATA_DIR)
  const unfinished = join(dataDir, "database.new")
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const copy = await createEmbedded({ dataDir: unfinished, loadDataDir: dump })
  await copy.close()
  renameSync(unfinished, join(dataDir, "database"))
}
