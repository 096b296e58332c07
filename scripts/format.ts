import { join } from "node:path"
import { run } from "./run.ts"
import { ROOT } from "./settings.ts"

const result = await run(
  "biome",
  join(ROOT, "node_modules/@biomejs/biome/bin/biome"),
  ["check", "--write", "."],
  { isShown: true },
)
process.exit(result.code)
