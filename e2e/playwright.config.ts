import { rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { defineConfig } from "@playwright/test"
import { PORTS } from "./src/addresses.ts"

const root = resolve(import.meta.dirname, "..")
const dataDir = join(root, ".build", "journeys")
// A developer may keep one product running on the journeys' ports instead of starting it for each run.
const arePicturesTaken = process.env.SCREENSHOTS === "1"
const isReused = process.env.JOURNEYS_REUSE === "1"

// The configuration is read again by every worker; only the first reading may clear the folder.
if (process.env.TEST_WORKER_INDEX === undefined && !isReused)
  rmSync(dataDir, { recursive: true, force: true })

export default defineConfig({
  testDir: "src",
  testMatch: "**/*.journey.ts",
  // Pictures are made when asked for; they prove nothing.
  ...(arePicturesTaken ? { grep: /@pictures/ } : { grepInvert: /@pictures/ }),
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json"]],
  outputDir: join(root, ".build", "journey-results"),
  use: {
    baseURL: `http://localhost:${PORTS.customer}`,
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? "", args: ["--no-sandbox"] },
  },
  webServer: {
    command: `node ${join(root, "scripts/launch.mjs")} start`,
    cwd: root,
    // Through the site that starts last to the API: when this answers, all of them do.
    url: `http://localhost:${PORTS.admin}/api/v1/public/config`,
    timeout: arePicturesTaken ? 600_000 : 240_000,
    reuseExistingServer: isReused,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
    env: {
      MYHIBACHI_DATA_DIR: dataDir,
      API_PORT: String(PORTS.api),
      CUSTOMER_PORT: String(PORTS.customer),
      ADMIN_PORT: String(PORTS.admin),
      SANDBOX_PORT: String(PORTS.sandbox),
      SANDBOX_SMTP_PORT: String(PORTS.sandboxMail),
      RATE_LIMIT_FACTOR: "100",
      // Each journey makes the parties that it is about; pictures show a business that has been at work.
      SAMPLE_PAST: arePicturesTaken ? "on" : "off",
    },
  },
})
