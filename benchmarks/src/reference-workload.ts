import { createHash } from "node:crypto"

const ROUNDS = 20_000

/** What one run takes on the machine for which the targets in milliseconds are meant (two cores, quiet). */
export const REFERENCE_MS = 9.5

/**
 * A fixed piece of work (hashing in a chain, building and parsing JSON) measured beside a figure, so that
 * the figure can be told as a share of it and a slow machine does not decide.
 * @returns milliseconds that one run took.
 */
export function runReferenceWorkload(): number {
  const startedAt = performance.now()
  let text = "seed"
  for (let round = 0; round < ROUNDS; round += 1) {
    text = createHash("sha256").update(text).digest("hex")
    if (round % 50 === 0)
      text = (JSON.parse(JSON.stringify({ text, list: [1, 2, 3] })) as { text: string }).text
  }
  return performance.now() - startedAt
}
