import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { findBrowser } from "./find-browser.ts"
import { run } from "./run.ts"
import { ROOT } from "./settings.ts"

export interface JourneyCounts {
  passed: number
  failed: number
  skipped: number
}

/** Plays the browser journeys against a product of their own: other ports, a fresh data folder. */
export async function runJourneys(args: string[]): Promise<JourneyCounts> {
  const browser = await findBrowser()
  console.log(`Browser journeys with ${browser.path}`)
  const report = join(ROOT, ".build", "journeys.json")
  rmSync(report, { force: true })
  const { code } = await run(
    "journeys",
    join(ROOT, "node_modules/@playwright/test/cli.js"),
    ["test", ...args],
    {
      cwd: join(ROOT, "e2e"),
      isShown: true,
      environment: {
        ...browser.environment,
        CHROMIUM_PATH: browser.path,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  )
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats } = JSON.parse(readFileSync(report, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  const failed = stats.unexpected > 0 ? stats.unexpected : code === 0 ? 0 : 1
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped }
}

if (import.meta.main) {
  const { passed, failed } = await runJourneys(process.argv.slice(2))
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
