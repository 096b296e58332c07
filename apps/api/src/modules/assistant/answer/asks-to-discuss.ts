import type { CollectedFact } from "../facts/fact-book.ts"

/**
 * @returns the asks that seats are to cover. A sentence found for two asks is told once, and the ask for which it is
 * not told again must not be called open; an ask without any fact is.
 */
export function asksToDiscuss(
  asks: readonly string[],
  found: readonly Pick<CollectedFact, "id" | "topic">[],
  told: readonly Pick<CollectedFact, "id">[],
): string[] {
  const toldIds = new Set(told.map(({ id }) => id))
  return asks.filter((ask) => {
    const own = found.filter(({ topic }) => topic === ask)
    return own.length === 0 || own.some(({ id }) => toldIds.has(id))
  })
}
