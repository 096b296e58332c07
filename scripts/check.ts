import { join } from "node:path"
import { run } from "./run.ts"
import { ROOT } from "./settings.ts"

const bin = (path: string) => join(ROOT, "node_modules", path)
// One program for everything that runs on the server: its parts share most of their files.
const PROGRAMS = [".", "apps/customer", "apps/admin", "packages/ui", "e2e"]

/** Fewer modules than this means that the cruiser read nothing, which it reports as "no violations". */
const LEAST_MODULES = 150

function typeChecks() {
  return PROGRAMS.map(
    (workspace) => () =>
      run(`types of ${workspace === "." ? "the server side" : workspace}`, bin("ts7/bin/tsc"), [
        "-p",
        join(workspace, "tsconfig.json"),
      ]),
  )
}

async function dependencies() {
  const result = await run("dependencies", bin("dependency-cruiser/bin/dependency-cruiser.mjs"), [
    "apps",
    "packages",
    "evaluation",
    "benchmarks",
    "--config",
    ".dependency-cruiser.cjs",
  ])
  const modules = Number(result.output.match(/(\d+) modules/)?.[1] ?? 0)
  if (modules >= LEAST_MODULES) return result
  return {
    ...result,
    code: 1,
    output: `${result.output}\nOnly ${modules} modules were read; the check would pass on nothing.`,
  }
}

const checks = [
  () => run("format and lint", bin("@biomejs/biome/bin/biome"), ["check", "--error-on-warnings", "."]),
  ...typeChecks(),
  dependencies,
  () => run("unused code", bin("knip/bin/knip.js"), []),
]

let failures = 0
const waiting = [...checks]
async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const startedAt = performance.now()
    const result = await check()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${result.code === 0 ? "ok  " : "FAIL"} ${result.name} (${seconds} s)`)
    if (result.code === 0) continue
    failures += 1
    console.log(result.output)
  }
}
await Promise.all([work(), work(), work()])
console.log(failures === 0 ? "All checks passed." : `${failures} checks failed.`)
process.exit(failures === 0 ? 0 : 1)
