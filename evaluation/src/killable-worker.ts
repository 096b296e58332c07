import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const MAIN = resolve(import.meta.dirname, "../../apps/api/src/main.ts")

/** A worker process of the product that can be killed as a power cut would, and started again. */
export class Killable {
  readonly #environment: Record<string, string>
  #child: ChildProcess | undefined
  #folder: string | undefined

  constructor(environment: Record<string, string>) {
    this.#environment = environment
  }

  /** Starts the worker unless it runs; comes back when it takes jobs. @throws Error when it ends instead. */
  async start(): Promise<void> {
    if (this.#child) return
    this.#folder ??= mkdtempSync(join(tmpdir(), "myhibachi-worker-"))
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        MYHIBACHI_SECRET: "measured-measured-measured-measured",
        MYHIBACHI_DATA_DIR: this.#folder,
        MYHIBACHI_ROLE: "worker",
        LOG_LEVEL: "silent",
        ...this.#environment,
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    })
    this.#child = child
    await new Promise<void>((ready, failed) => {
      child.once("message", () => ready())
      child.once("exit", (code) => failed(new Error(`The worker ended with ${code} before it was ready.`)))
    })
  }

  /** Lets the worker work for so long after it said that it is ready. */
  async live(ms: number): Promise<void> {
    await this.start()
    await new Promise((over) => setTimeout(over, ms))
  }

  /** Ends the process at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return
    const gone = new Promise((ended) => child.once("exit", ended))
    child.kill("SIGKILL")
    await gone
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
  }
}
