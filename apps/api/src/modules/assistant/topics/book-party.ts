import { durationText, moneyText, startText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import { policyTool } from "../tools/business-tools.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { availabilityFacts } from "./find-starts.ts"
import { priceTotal } from "./price-party.ts"

/** From the wish to a hold: the price, the start, then the question whether to hold it. */
export const createBooking: Gather = async (turn, ask) => {
  if (!turn.asks.includes("price.total")) await priceTotal(turn, ask)
  if (!turn.slots.time && turn.slots.date) turn.outcome.missing.add("time")
  const quote = turn.outcome.quote
  if (!turn.outcome.cards.some((card) => card.kind === "starts") && !quote?.place)
    await availabilityFacts(turn, ask, quote)
  const { hold } = turn.business.parameters
  turn.book.addFromTool(
    ask,
    policyTool.name,
    `A hold keeps your start: ${durationText(hold.signWithinMinutes)} to sign the agreement, then ${durationText(hold.payWithinMinutes)} from your signature to pay${quote ? ` ${moneyText(quote.dueAtBooking.amount)}` : " the deposit"}.`,
    "detail",
  )
  proposeHold(turn)
}

function proposeHold(turn: Turn): void {
  const quote = turn.outcome.quote
  const wanted = turn.slots.time?.time
  const card = turn.outcome.cards.find((each) => each.kind === "starts")
  if (!quote || !wanted || card?.kind !== "starts") return
  const start = card.starts.find((each) => timeIn(each.startsAt, card.timeZone) === wanted)
  if (!start) return
  if (quote.missing.some((each) => each.part === "address")) turn.outcome.missing.add("street")
  const contact = contactOf(turn)
  if (!contact) turn.outcome.missing.add("contact")
  if (!contact || turn.outcome.missing.has("street")) return
  turn.outcome.proposal = {
    kind: "hold",
    quoteToken: quote.token,
    startsAt: start.startsAt,
    contact,
    summary: `hold ${startText(Temporal.Instant.from(start.startsAt), card.timeZone)} for you`,
  }
}

function timeIn(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5)
}

const NAME = /\b(?:I'm|I am|my name is|name is|this is)\s+([A-Z][a-z]+(?: [A-Z][a-z'-]+){0,2})/

function contactOf(turn: Turn): { name: string; email?: string; phone?: string } | null {
  const { email, phone } = turn.slots
  const name = turn.slots.name ?? NAME.exec(turn.text)?.[1]
  if (!name || (!email && !phone)) return null
  return { name, ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
}
