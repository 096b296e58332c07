import type { GuestsSlot } from "./slots.ts"
import { ADULT_FROM, LITTLE_UNTIL } from "./young-groups.ts"

/** @returns the guests who were counted already, now with their ages; children first, then whoever passed for an adult. */
export function withAges(before: GuestsSlot, ages: readonly number[]): GuestsSlot {
  const next = { ...before, ages: [...before.ages, ...ages].sort((a, b) => a - b) }
  for (const age of ages) {
    const from = next.children > 0 ? "children" : "adults"
    const to = age <= LITTLE_UNTIL ? "littleOnes" : age >= ADULT_FROM ? "adults" : "children"
    if (next[from] === 0) continue
    next[from] -= 1
    next[to] += 1
  }
  return { ...next, isTotalOnly: false }
}
