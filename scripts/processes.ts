import { type ChildProcess, spawn } from "node:child_process"
import { createWriteStream, mkdirSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"

const STOP_WITHIN_MS = 12_000
/**
 * Compiling leaves hundreds of megabytes of freed memory in the C library's arenas, one per thread. Fewer arenas that
 * give back what lies free at their end hold the whole product under its bound at rest. Read by glibc only.
 */
const MEMORY_SETTINGS = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" }

export interface StartedProcess {
  name: string
  child: ChildProcess
  exited: Promise<number | null>
}

/** Starts a child whose output goes to a log file; its last lines are told when it ends by itself. */
export function startProcess(
  name: string,
  script: string[],
  options: {
    cwd: string
    environment: Record<string, string>
    logDir: string
    /** Absent for a child that is to end by itself. */
    onUnexpectedExit?: (complaint: string) => void
  },
): StartedProcess {
  mkdirSync(options.logDir, { recursive: true })
  const log = createWriteStream(join(options.logDir, `${name}.log`))
  const child = spawn(process.execPath, script, {
    cwd: options.cwd,
    env: { ...MEMORY_SETTINGS, ...options.environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own: Ctrl-C comes to the supervisor alone, which then stops the children in order.
    detached: true,
  })
  let tail = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      log.write(chunk)
      tail = `${tail}${chunk.toString()}`.slice(-2000)
    })
  }
  const exited = new Promise<number | null>((done) => child.once("exit", done))
  void exited.then((code) =>
    options.onUnexpectedExit?.(`${name} ended (${code ?? "killed"}). ${tail.trim()}`),
  )
  return { name, child, exited }
}

/** Waits for the child's word that it is ready. */
export function whenReady(process: StartedProcess): Promise<void> {
  return new Promise((ready) => process.child.once("message", () => ready()))
}

/** Waits until the address answers anything at all. */
export async function whenAnswering(url: string, isGivenUp: () => boolean): Promise<void> {
  while (!isGivenUp()) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(5000) })
      return
    } catch {
      await new Promise((next) => setTimeout(next, 100)) // not listening yet
    }
  }
}

/** Stops the children, the last started first, and waits for each. */
export async function stopAll(processes: StartedProcess[]): Promise<void> {
  for (const { child, exited } of [...processes].reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill("SIGTERM")
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS)
    await exited
    clearTimeout(timer)
  }
}

/** @throws Error naming the setting that moves the port, when another program has it. */
export async function requireFreePort(port: number, setting: string): Promise<void> {
  await new Promise<void>((free, taken) => {
    const probe = createServer()
    probe.once("error", () =>
      taken(new Error(`Port ${port} is used by another program. Stop it, or set ${setting} to a free port.`)),
    )
    probe.listen(port, "127.0.0.1", () => probe.close(() => free()))
  })
}
