import { existsSync } from "node:fs"
import { join } from "node:path"
import { buildSite, type Site } from "./build-sites.ts"
import {
  requireFreePort,
  type StartedProcess,
  startProcess,
  stopAll,
  whenAnswering,
  whenReady,
} from "./processes.ts"
import { ROOT, readSettings, type Settings } from "./settings.ts"

const startedAt = performance.now()
const processes: StartedProcess[] = []
let isStopping = false

function say(text: string): void {
  console.log(`${String(Math.round((performance.now() - startedAt) / 1000)).padStart(4)} s  ${text}`)
}

async function stop(code: number, reason?: string): Promise<void> {
  if (isStopping) return
  isStopping = true
  if (reason) console.error(`\n${reason}`)
  console.log("\nStopping …")
  await stopAll(processes)
  process.exit(code)
}

process.on("SIGINT", () => void stop(0))
process.on("SIGTERM", () => void stop(0))

function launch(name: string, script: string[], cwd: string, settings: Settings): StartedProcess {
  const started = startProcess(name, script, {
    cwd,
    environment: settings.environment,
    logDir: join(settings.dataDir, "logs"),
    onUnexpectedExit: (complaint) => void stop(1, complaint),
  })
  processes.push(started)
  return started
}

async function requirePorts({ ports, isProduction }: Settings): Promise<void> {
  await requireFreePort(ports.api, "API_PORT")
  await requireFreePort(ports.customer, "CUSTOMER_PORT")
  await requireFreePort(ports.admin, "ADMIN_PORT")
  if (isProduction) return
  await requireFreePort(ports.sandbox, "SANDBOX_PORT")
  await requireFreePort(ports.sandboxMail, "SANDBOX_SMTP_PORT")
}

async function startApi(settings: Settings): Promise<void> {
  if (!settings.isProduction) {
    say("Starting the sandbox of outside providers")
    await whenReady(
      launch("sandbox", ["apps/sandbox/src/main.ts"], ROOT, {
        ...settings,
        environment: { ...settings.environment, SANDBOX_DATA_DIR: join(settings.dataDir, "sandbox") },
      }),
    )
  }
  if (mayHavePast(settings)) await writePast(settings)
  if (isStopping) return
  say(
    settings.environment.DATABASE_URL
      ? "Starting the API on PostgreSQL"
      : "Starting the API on the embedded database",
  )
  await whenReady(launch("api", ["apps/api/src/main.ts"], ROOT, settings))
  say("The API is ready")
}

/** Only a business that begins on this machine, with nothing but the sandbox around it, gets a past. */
function mayHavePast({ environment, dataDir, isProduction, ports }: Settings): boolean {
  if (isProduction || environment.DATABASE_URL || environment.SAMPLE_PAST === "off") return false
  if (existsSync(join(dataDir, "database"))) return false
  const sandbox = `127.0.0.1:${ports.sandbox}`
  const isSandboxed = ["STRIPE_API_URL", "GOOGLE_GEOCODING_URL", "GOOGLE_ROUTES_URL"].every((name) =>
    environment[name]?.includes(sandbox),
  )
  return isSandboxed && environment.SMTP_URL === `smtp://127.0.0.1:${ports.sandboxMail}`
}

/** Without a past the business begins empty, which is no reason not to begin. */
async function writePast(settings: Settings): Promise<void> {
  say("Playing the sample business's last four months")
  const past = startProcess(
    "sample-past",
    ["apps/api/src/sample-past/write-sample-past.ts", `http://127.0.0.1:${settings.ports.sandbox}`],
    { cwd: ROOT, environment: settings.environment, logDir: join(settings.dataDir, "logs") },
  )
  processes.push(past)
  const code = await past.exited
  processes.splice(processes.indexOf(past), 1)
  if (code !== 0 && !isStopping) say("The past could not be played (see the logs); the business begins empty")
}

async function startSite(site: Site, port: number, settings: Settings): Promise<void> {
  say(`Preparing the ${site} site`)
  const wasBuilt = await buildSite(site, settings.environment)
  if (wasBuilt) say(`Built the ${site} site`)
  launch(
    site,
    [
      "--import",
      join(ROOT, "scripts/end-with-parent.mjs"),
      join(ROOT, "node_modules/next/dist/bin/next"),
      "start",
      "--hostname",
      settings.environment.HOST ?? "127.0.0.1",
      "--port",
      String(port),
    ],
    join(ROOT, "apps", site),
    {
      ...settings,
      environment: {
        ...settings.environment,
        NODE_ENV: "production",
        API_URL: `http://127.0.0.1:${settings.ports.api}`,
      },
    },
  )
  await whenAnswering(`http://127.0.0.1:${port}/`, () => isStopping)
}

function printAddresses({ ports, isProduction }: Settings): void {
  const lines = [
    `Customer site   http://localhost:${ports.customer}`,
    `Admin site      http://localhost:${ports.admin}`,
    `API             http://localhost:${ports.api}/docs`,
  ]
  if (!isProduction) {
    lines.push(
      `Sandbox         http://localhost:${ports.sandbox}   (e-mails, cards, models; no real money)`,
      "",
      "Sample log-ins for the admin site, password hibachi-sample-2026:",
      "  owner@myhibachi.example      everything",
      "  dispatcher@myhibachi.example bookings and crew",
      "  support@myhibachi.example    conversations",
      "  chef@myhibachi.example       a chef's own parties, for the phone (Fremont); also chef.sacramento@",
      "  auditor@myhibachi.example    reads everything, changes nothing",
    )
  }
  console.log(`\n${lines.join("\n")}\n\nCtrl-C stops everything.`)
}

try {
  const settings = readSettings()
  await requirePorts(settings)
  await Promise.all([
    startApi(settings),
    startSite("customer", settings.ports.customer, settings).then(() =>
      startSite("admin", settings.ports.admin, settings),
    ),
  ])
  if (!isStopping) {
    say("Ready")
    printAddresses(settings)
  }
} catch (error) {
  await stop(1, error instanceof Error ? error.message : String(error))
}
