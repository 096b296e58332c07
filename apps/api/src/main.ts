import { createApplication } from "#app/app.ts"
import { readConfig } from "#app/config.ts"
import { openDatabase } from "#platform/database/open.ts"
import { createLogger } from "#platform/log.ts"
import { collectProcessMetrics } from "#platform/metrics.ts"
import { startTelemetry } from "#platform/telemetry.ts"

const STOP_WITHIN_MS = 15_000

/** Starts this process: settings, database, application, then HTTP and jobs by its role. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLogger(config.LOG_LEVEL, "api")
  const stopTelemetry = await startTelemetry(config)
  collectProcessMetrics()
  const database = await openDatabase(config, log)
  const application = await createApplication({ config, database, log })
  application.warmUp()
  if (config.MYHIBACHI_ROLE !== "worker")
    await application.http.listen({ port: config.API_PORT, host: config.HOST })
  if (config.MYHIBACHI_ROLE !== "web") await application.startWorker()
  process.send?.("ready")
  log.info({ port: config.API_PORT, role: config.MYHIBACHI_ROLE, database: database.kind }, "ready")
  stopOnSignal(async () => {
    await application.close()
    await database.close()
    await stopTelemetry()
  })
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const begin = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    void stop().then(() => process.exit(0))
  }
  process.on("SIGTERM", begin)
  process.on("SIGINT", begin)
  process.on("disconnect", begin)
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
    return `${error.message}. Another program uses this port: stop it, or set API_PORT to a free one.`
  }
  return process.env.LOG_LEVEL === "debug" ? (error.stack ?? error.message) : error.message
}
