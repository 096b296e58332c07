import { spawn } from "node:child_process"
import { join } from "node:path"
import { ROOT } from "./settings.ts"

// A process of its own, because some proofs are measured with the garbage collector in reach.
const child = spawn(
  process.execPath,
  ["--expose-gc", join(ROOT, "evaluation/src/run.ts"), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: "inherit" },
)
child.once("exit", (code) => process.exit(code ?? 1))
