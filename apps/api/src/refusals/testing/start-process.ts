import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { modelSettings } from "#modules/classroom/testing/model-settings.ts"
import { createSandbox, type RunningSandbox } from "../../../../sandbox/src/sandbox.ts"

const WEBHOOK_SECRET = "whsec_of_the_killed_process"
const MAIN = join(import.meta.dirname, "../../main.ts")

/** The API as a process of its own on an embedded database, beside the sandbox in this one. */
export interface ProcessBench {
  sandbox: RunningSandbox
  /** Of the API. */
  url: string
  start(): Promise<void>
  /** Ends the process at once, as a power cut would; its database stays behind and notices. */
  kill(): Promise<void>
  request<T>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<T>
  close(): Promise<void>
}

/** Prepares both; the API does not run before `start`. */
export async function openProcessBench(): Promise<ProcessBench> {
  const dataDir = mkdtempSync(join(tmpdir(), "myhibachi-killed-"))
  const port = await freePort()
  const api = `http://127.0.0.1:${port}`
  const sandbox = await createSandbox({
    stripeWebhook: { url: `${api}/v1/webhooks/stripe`, secret: WEBHOOK_SECRET },
    webhookRetryMs: 100,
  })
  const environment = { ...settings(sandbox), MYHIBACHI_DATA_DIR: dataDir, API_PORT: String(port) }
  let child: ChildProcess | undefined
  return {
    sandbox,
    url: api,
    start: async () => {
      child = await startApi(environment)
    },
    kill: () => end(child, "SIGKILL"),
    request: async <T>(method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
      const reply = await fetch(`${api}${path}`, {
        method,
        headers: {
          "idempotency-key": crypto.randomUUID(),
          ...(body ? { "content-type": "application/json" } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await reply.text()
      if (!reply.ok) throw new Error(`${method} ${path} was answered ${reply.status}: ${text}`)
      return JSON.parse(text) as T
    },
    close: async () => {
      await end(child, "SIGTERM")
      await sandbox.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function settings({ url, smtpPort }: RunningSandbox): Record<string, string> {
  return {
    MYHIBACHI_SECRET: "killed-secret-killed-secret-killed-secret",
    RATE_LIMIT_FACTOR: "100000",
    LOG_LEVEL: "error",
    STRIPE_SECRET_KEY: "sk_test_of_the_killed_process",
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    GOOGLE_MAPS_API_KEY: "sandbox",
    GOOGLE_GEOCODING_URL: url,
    GOOGLE_ROUTES_URL: url,
    ...modelSettings(url),
  }
}

async function startApi(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000)
    })
  await new Promise<void>((ready, failed) => {
    child.once("message", () => ready())
    child.once("exit", (code) => failed(new Error(`The API ended with ${code}: ${said}`)))
  })
  return child
}

async function end(child: ChildProcess | undefined, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((done) => child.once("exit", done))
  child.kill(signal)
  await exited
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => found(typeof address === "object" && address ? address.port : 0))
    })
  })
}
