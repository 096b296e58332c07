import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { Proof } from "../../evaluation/src/proof.ts"
import { memoryOfTree, startProduct } from "./product.ts"

const ROOT = resolve(import.meta.dirname, "../..")
const FIRST_START_SECONDS = 240
const NEXT_START_SECONDS = 10
const MEMORY_MEGABYTES = 1200
const REST_MS = 20_000

/** A new user's first minutes: a fresh clone of what is committed, `npm start`, and `npm start` again. */
export const start: Proof = {
  name: "start",
  shows:
    "How long npm start takes on a fresh clone and again, and what the whole product holds in memory at rest.",
  target: "first ≤ 4 min with install, again ≤ 10 s, memory ≤ 1.2 GB",
  async run({ progress }) {
    const folder = mkdtempSync(join(tmpdir(), "myhibachi-fresh-"))
    const clone = join(folder, "clone")
    const data = join(folder, "data")
    try {
      execFileSync("git", ["clone", "--quiet", ROOT, clone])
      progress("first start of a fresh clone, with npm ci and both builds")
      const first = await startProduct(clone, data)
      await first.stop()
      progress("second start")
      const again = await startProduct(clone, data)
      progress("at rest")
      await new Promise((rested) => setTimeout(rested, REST_MS))
      const megabytes = Math.round(memoryOfTree(again.pid) / 1_000_000)
      await again.stop()
      return [
        {
          what: "first start, s",
          value: Math.round(first.secondsToReady),
          mustBe: `≤ ${FIRST_START_SECONDS}`,
          holds: first.secondsToReady <= FIRST_START_SECONDS,
        },
        {
          what: "start again, s",
          value: Math.round(again.secondsToReady * 10) / 10,
          mustBe: `≤ ${NEXT_START_SECONDS}`,
          holds: again.secondsToReady <= NEXT_START_SECONDS,
        },
        {
          what: "memory at rest, MB (PSS)",
          value: megabytes,
          mustBe: `≤ ${MEMORY_MEGABYTES}`,
          holds: megabytes <= MEMORY_MEGABYTES,
        },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
