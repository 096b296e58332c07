import { moneyText } from "#modules/knowledge/index.ts"
import type { Ask } from "#modules/understanding/index.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import type { Turn } from "../turn/turn.ts"

/** Says what several parties come to together, once each of them has a price. */
export function tellTogether(turn: Turn, ask: Ask, parties: readonly Turn[]): void {
  const quotes = parties.flatMap(({ outcome }) => (outcome.quote ? [outcome.quote] : []))
  if (ask !== "price.total" || quotes.length < 2 || quotes.length < parties.length) return
  const total = quotes.reduce((sum, quote) => sum + quote.beforeTax.amount, 0)
  const isWithTravel = quotes.every(({ travel }) => travel !== null)
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `Together the ${quotes.length} parties come to ${moneyText(total)} ${isWithTravel ? "including travel, before tax" : "before tax, and before travel that is still open"}.`,
  )
}
