import { type ChildProcess, spawn } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"

/** Ports of a product that a proof starts, beside the ones of a developer and of the journeys. */
export const PRODUCT_PORTS = { api: 4410, customer: 4411, admin: 4412, sandbox: 4413, sandboxMail: 4414 }

export interface StartedProduct {
  /** From the command until both sites answer and the API behind them does, in seconds. */
  secondsToReady: number
  pid: number
  stop(): Promise<void>
}

/**
 * Runs `npm start` in the folder as a new user would and waits until both sites and the API answer: the sites alone
 * answer before the sample past is played, which is not the product at rest.
 */
export async function startProduct(
  folder: string,
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<StartedProduct> {
  const startedAt = performance.now()
  const child = spawn("npm", ["start", "--silent"], {
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...productEnvironment(dataDir), ...environment },
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  await Promise.race([
    Promise.all([
      answers(PRODUCT_PORTS.customer, "/"),
      answers(PRODUCT_PORTS.admin, "/"),
      answers(PRODUCT_PORTS.admin, "/api/v1/public/config"),
    ]),
    new Promise((_, failed) =>
      child.once("exit", () => failed(new Error(`npm start ended:\n${output.slice(-2000)}`))),
    ),
  ])
  return {
    secondsToReady: (performance.now() - startedAt) / 1000,
    pid: child.pid as number,
    stop: () => stopGroup(child),
  } // safe: it runs
}

function productEnvironment(dataDir: string): Record<string, string> {
  return {
    MYHIBACHI_DATA_DIR: dataDir,
    API_PORT: String(PRODUCT_PORTS.api),
    CUSTOMER_PORT: String(PRODUCT_PORTS.customer),
    ADMIN_PORT: String(PRODUCT_PORTS.admin),
    SANDBOX_PORT: String(PRODUCT_PORTS.sandbox),
    SANDBOX_SMTP_PORT: String(PRODUCT_PORTS.sandboxMail),
    RATE_LIMIT_FACTOR: "100000",
  }
}

async function answers(port: number, path: string): Promise<void> {
  for (;;) {
    try {
      const reply = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(10_000) })
      if (reply.status < 500) return
    } catch {
      // not listening yet
    }
    await new Promise((next) => setTimeout(next, 50))
  }
}

async function stopGroup(child: ChildProcess): Promise<void> {
  const exited = new Promise((done) => child.once("exit", done))
  process.kill(-(child.pid as number), "SIGINT") // safe: it runs
  await exited
}

/** @returns resident memory of the process and all its descendants, in bytes (Linux). Shared pages are shared out. */
export function memoryOfTree(pid: number): number {
  const parents = new Map<number, number>()
  for (const entry of readdirSync("/proc")) {
    if (/^\d+$/.test(entry)) parents.set(Number(entry), parentOf(Number(entry)))
  }
  const tree = new Set([pid])
  for (let size = 0; size !== tree.size; ) {
    size = tree.size
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child)
  }
  return [...tree].reduce((sum, each) => sum + proportionalSize(each), 0)
}

function parentOf(pid: number): number {
  return Number(readProc(pid, "stat").match(/\) \S (\d+)/)?.[1] ?? 0)
}

function proportionalSize(pid: number): number {
  return Number(readProc(pid, "smaps_rollup").match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0) * 1024
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8")
  } catch {
    return "" // it ended while we looked
  }
}
