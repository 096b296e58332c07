import type { Quote } from "@myhibachi/contract/quote"
import { moneyText } from "#modules/knowledge/index.ts"
import type { Ask } from "#modules/understanding/index.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import type { Turn } from "../turn/turn.ts"

const WEIGHS = /\b(?:cheaper|less expensive|better deal|compare|which (?:one|of))\b/i

function tellCheaper(turn: Turn, ask: Ask, quotes: readonly Quote[]): void {
  const apart = (quotes[0]?.beforeTax.amount ?? 0) - (quotes[1]?.beforeTax.amount ?? 0)
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    apart === 0
      ? "Both cost the same."
      : `The ${apart < 0 ? "first" : "second"} is ${moneyText(Math.abs(apart))} cheaper.`,
  )
}

/** Says what several parties come to together, once each of them has a price. */
export function tellTogether(turn: Turn, ask: Ask, parties: readonly Turn[]): void {
  const quotes = parties.flatMap(({ outcome }) => (outcome.quote ? [outcome.quote] : []))
  if (ask !== "price.total" || quotes.length < 2 || quotes.length < parties.length) return
  if (WEIGHS.test(turn.text) && quotes.length === 2) tellCheaper(turn, ask, quotes)
  else tellSum(turn, ask, quotes)
}

function tellSum(turn: Turn, ask: Ask, quotes: readonly Quote[]): void {
  const total = quotes.reduce((sum, quote) => sum + quote.beforeTax.amount, 0)
  const isWithTravel = quotes.every(({ travel }) => travel !== null)
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `Together the ${quotes.length} parties come to ${moneyText(total)} ${isWithTravel ? "including travel, before tax" : "before tax, and before travel that is still open"}.`,
  )
}
