import { spawn } from "node:child_process"
import { ROOT } from "./settings.ts"

export interface RunResult {
  code: number
  output: string
}

/** Runs a program of node_modules (or any file) under this Node and collects what it prints. */
export function run(
  name: string,
  script: string,
  args: string[],
  options: { cwd?: string; environment?: Record<string, string>; isShown?: boolean } = {},
): Promise<RunResult & { name: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.environment },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      if (options.isShown) process.stdout.write(chunk)
    }
    child.stdout.on("data", collect)
    child.stderr.on("data", collect)
    child.once("exit", (code) => done({ name, code: code ?? 1, output }))
  })
}
