import { type ChildProcess, spawn } from "node:child_process"
import { rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { PORTS } from "./addresses.ts"

const ROOT = resolve(import.meta.dirname, "../..")
/** So far from the ports of the journeys' own product that the two do not meet. */
const PORTS_LATER = 20
const START_WITHIN_MS = 180_000

export interface OwnProduct {
  api: string
  customer: string
  admin: string
  stop(): Promise<void>
}

/** Starts a second product beside that of the other journeys, for what a setting decides at the start. */
export async function startOwnProduct(settings: Record<string, string>): Promise<OwnProduct> {
  const [api, customer, admin, sandbox, sandboxMail] = Object.values(PORTS).map((port) =>
    String(port + PORTS_LATER),
  ) as [string, string, string, string, string] // safe: there are five
  const dataDir = join(ROOT, ".build", "own-product")
  rmSync(dataDir, { recursive: true, force: true })
  const child = spawn(process.execPath, [join(ROOT, "scripts/launch.mjs"), "start"], {
    cwd: ROOT,
    stdio: "ignore",
    env: {
      ...process.env,
      MYHIBACHI_DATA_DIR: dataDir,
      API_PORT: api,
      CUSTOMER_PORT: customer,
      ADMIN_PORT: admin,
      SANDBOX_PORT: sandbox,
      SANDBOX_SMTP_PORT: sandboxMail,
      RATE_LIMIT_FACTOR: "100",
      SAMPLE_PAST: "off",
      ...settings,
    },
  })
  await answering(child, `http://localhost:${admin}/api/v1/public/config`)
  return {
    api: `http://localhost:${api}`,
    customer: `http://localhost:${customer}`,
    admin: `http://localhost:${admin}`,
    stop: () => stop(child),
  }
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const lastMoment = Date.now() + START_WITHIN_MS
  while (Date.now() < lastMoment) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}.`)
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((next) => setTimeout(next, 200))
  }
  await stop(child)
  throw new Error(`The product does not answer at ${url}.`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((done) => child.once("exit", done))
  child.kill("SIGTERM")
  await exited
}
