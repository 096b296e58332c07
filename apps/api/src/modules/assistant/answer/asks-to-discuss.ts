import type { Ask } from "#modules/understanding/index.ts"
import type { CollectedFact } from "../facts/fact-book.ts"

/** Answered by the tone of an answer: nothing stays open when no fact is found for them. */
const ANSWERED_BY_TONE: ReadonlySet<Ask> = new Set([
  "emotional.support",
  "complaint",
  "winback.leaving",
  "greeting",
  "thanks",
])

/**
 * @returns the asks that seats are to cover. A sentence found for two asks is told once, and the ask for which it is
 * not told again must not be called open; a question without any fact is.
 */
export function asksToDiscuss(
  asks: readonly Ask[],
  found: readonly Pick<CollectedFact, "id" | "topic">[],
  told: readonly Pick<CollectedFact, "id">[],
): Ask[] {
  const toldIds = new Set(told.map(({ id }) => id))
  return asks.filter((ask) => {
    const own = found.filter(({ topic }) => topic === ask)
    return own.length === 0 ? !ANSWERED_BY_TONE.has(ask) : own.some(({ id }) => toldIds.has(id))
  })
}
