import { join } from "node:path"
import { run } from "./run.ts"
import { ROOT } from "./settings.ts"

// Writes the migration for what changed in the tables.ts files: npm run generate -- --name add-waitlist
const result = await run(
  "migration",
  join(ROOT, "node_modules/drizzle-kit/bin.cjs"),
  ["generate", ...process.argv.slice(2)],
  {
    cwd: join(ROOT, "apps/api"),
    isShown: true,
  },
)
process.exit(result.code)
