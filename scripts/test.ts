import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { runJourneys } from "./journeys.ts"
import { run } from "./run.ts"
import { ROOT } from "./settings.ts"

interface Counts {
  passed: number
  failed: number
  skipped: number
}

function readVitest(code: number): Counts {
  const file = join(ROOT, ".build", "vitest.json")
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numFailedTestSuites: number
  }
  const failed =
    report.numFailedTests > 0
      ? report.numFailedTests
      : code === 0
        ? 0
        : Math.max(1, report.numFailedTestSuites)
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests }
}

mkdirSync(join(ROOT, ".build"), { recursive: true })
const vitest = await run(
  "vitest",
  join(ROOT, "node_modules/vitest/vitest.mjs"),
  ["run", ...process.argv.slice(2)],
  { isShown: true },
)
const unit = readVitest(vitest.code)
const journeys = await runJourneys([])
const passed = unit.passed + journeys.passed
const failed = unit.failed + journeys.failed
console.log(`${passed} passed, ${failed} failed, ${unit.skipped + journeys.skipped} skipped`)
process.exit(failed === 0 ? 0 : 1)
