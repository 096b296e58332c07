import { guestWords } from "../topics/guest-words.ts"
import type { Memory, Priced } from "../turn/memory.ts"
import type { Turn } from "../turn/turn.ts"
import { waitingOptOut } from "./record-opt-out.ts"

/** @returns whether nothing of the message was understood or answered. */
export function isFailedTurn(turn: Turn): boolean {
  return (
    turn.asks.length > 0 && turn.asks.every((ask) => ask === "unknown.topic") && turn.book.all().length === 0
  )
}

/** The total before this one stays, so that "how much more is that?" can be answered when it comes late. */
function pricedSoFar({ outcome: { quote }, memory }: Turn): Priced[] {
  const before = memory.priced ?? []
  if (!quote || before.at(-1)?.cents === quote.beforeTax.amount) return before
  return [...before, { cents: quote.beforeTax.amount, words: guestWords(quote) }].slice(-2)
}

/** @returns what is kept of this turn for the next one. */
export function nextMemory(turn: Turn): Memory {
  return {
    understanding: turn.understanding,
    quoteId: turn.outcome.quote?.id ?? turn.memory.quoteId,
    holdId: turn.hold?.id ?? turn.memory.holdId,
    proposal: turn.outcome.proposal,
    failedTurns: isFailedTurn(turn) ? turn.memory.failedTurns + 1 : 0,
    recentAsks: [...turn.asks, ...turn.memory.recentAsks].slice(0, 12),
    lastAsks: turn.asks.length > 0 ? turn.asks : (turn.memory.lastAsks ?? []),
    missing: [...turn.outcome.missing],
    bookingId: turn.booking?.id ?? null,
    priced: pricedSoFar(turn),
    food: turn.food.focus,
    pendingOptOut: waitingOptOut(turn),
    told: turn.told,
  }
}
