import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline/promises"
import { acquireLock } from "../apps/api/src/platform/database/lock.ts"
import { readSettings } from "./settings.ts"

const { dataDir } = readSettings()

if (!existsSync(dataDir)) {
  console.log(`There is no data in ${dataDir}; npm start creates it.`)
  process.exit(0)
}

if (!process.argv.includes("--yes")) {
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await prompt.question(
    `Delete all bookings, customers, e-mails and settings in ${dataDir}? This cannot be undone. Type "yes": `,
  )
  prompt.close()
  if (answer.trim().toLowerCase() !== "yes") {
    console.log("Nothing was deleted.")
    process.exit(1)
  }
}

try {
  acquireLock(join(dataDir, "database.lock"))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
rmSync(dataDir, { recursive: true })
console.log("Deleted. npm start creates the sample business anew.")
