import type { Quote } from "@myhibachi/contract/quote"
import { hoursText, moneyText, startText } from "#modules/knowledge/index.ts"
import { writeMoneySigns } from "#modules/understanding/index.ts"
import { hoursBetween, Temporal } from "#platform/time.ts"
import { digitsForWords } from "../guard/number-words.ts"
import { myBookingTool, quoteStatusTool } from "../tools/booking-tools.ts"
import { policyTool } from "../tools/business-tools.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import { deadlineText } from "../turn/deadline.ts"
import { isAtLeast, situationOf } from "../turn/situation.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { guestWords } from "./guest-words.ts"
import { quoteTurn } from "./price-party.ts"

const RULE = policyTool.name
const UNPAID =
  /\b(unpaid|not paid|isn't paid|is not paid|wasn't paid|hasn't gone through|haven't paid|have not paid|hasn't been paid|didn't pay|don't pay|do not pay|doesn't pay|forg[eo]t|missed|miss the|late|overdue|still (?:owe|open)|never paid|can't pay|cannot pay)\b/i

const LEFT = /\b(?:left|remain\w*|rest|balance|after|minus|less|still|owe|later|then pay|resta\w*)\b/i

/** The deposit, and whether all must be paid because the start is close. */
export const depositAmount: Gather = async (turn, ask) => {
  const rule = turn.business.parameters.deposit
  tellFullPayment(turn, ask)
  const situation = turn.booking ? null : situationOf(turn)
  if (
    situation &&
    isAtLeast(situation, rule.fullPaymentUnderHours) === "yes" &&
    turn.newSlots.durations.length > 0
  ) {
    turn.book.addFromTool(
      ask,
      RULE,
      `As the start is not under ${hoursText(rule.fullPaymentUnderHours)} away, only the deposit is paid at booking.`,
    )
  }
  turn.book.addFromTool(
    ask,
    RULE,
    `The deposit is ${moneyText(rule.amountCents)}, the same for every party, and it is credited to your balance.`,
  )
  const quote = !turn.booking && turn.slots.guests && LEFT.test(turn.text) ? await quoteTurn(turn) : null
  if (quote) plannedBalance(turn, ask, quote)
}

/** A start that is near leaves no time for two payments. */
function tellFullPayment(turn: Turn, ask: string): void {
  const { fullPaymentUnderHours } = turn.business.parameters.deposit
  const situation = turn.booking ? null : situationOf(turn)
  if (!situation || isAtLeast(situation, fullPaymentUnderHours) !== "no") return
  turn.book.addFromTool(
    ask,
    RULE,
    `As the start is less than ${hoursText(fullPaymentUnderHours)} away, the full amount is paid at booking, not only the deposit.`,
  )
}

/** When the balance is due, and what happens when it is not paid. */
export const balanceDue: Gather = async (turn, ask) => {
  const rule = turn.business.parameters.balance
  if (UNPAID.test(turn.text)) {
    turn.book.addFromTool(
      ask,
      RULE,
      `A balance still unpaid ${hoursText(rule.staffTaskHoursBefore)} before the start does not cancel your party automatically: a person from our team gets in touch.`,
    )
  }
  const page = turn.booking?.page
  if (page) return myBalanceFacts(turn, ask)
  // Who cannot pay the balance has booked: nothing more is due at booking.
  if (!UNPAID.test(turn.text)) tellFullPayment(turn, ask)
  for (const passage of turn.passages.filter((each) => each.topics.includes("balance.due")))
    turn.book.addPassage(ask, passage, "answer")
  const due = deadlineText(turn, rule.dueHoursBefore)
  if (due) turn.book.addFromTool(ask, RULE, `For that start the balance is due ${due}.`)
}

/** What the customer still owes. */
export const myBalance: Gather = async (turn, ask) => {
  if (turn.booking) return balanceDue(turn, ask)
  const quote = turn.slots.guests ? await quoteTurn(turn) : null
  if (quote) plannedBalance(turn, ask, quote)
  else turn.outcome.missing.add("identity")
  await balanceDue(turn, ask)
}

/** What stays to be paid of a party that is only planned. */
function plannedBalance(turn: Turn, ask: string, quote: Quote): void {
  const deposit = turn.business.parameters.deposit.amountCents
  const total = quote.beforeTax.amount
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `For ${guestWords(quote)} the total is ${moneyText(total)} before tax${quote.travel ? "" : " and travel"}; after the deposit of ${moneyText(deposit)} the balance is ${moneyText(Math.max(0, total - deposit))}.`,
  )
}

function myBalanceFacts(turn: Turn, ask: string): void {
  const page = turn.booking?.page
  if (!page) return
  const tool = myBookingTool.name
  const due = startText(Temporal.Instant.from(page.balanceDueAt), page.timeZone)
  const { dueHoursBefore } = turn.business.parameters.balance
  if (page.owed.amount <= 0) {
    turn.book.addFromTool(
      ask,
      tool,
      `Nothing is owed: you have paid ${moneyText(page.paid.amount)} and your balance is ${moneyText(0)}.`,
    )
    return
  }
  turn.book.addFromTool(
    ask,
    tool,
    `Your balance is ${moneyText(page.owed.amount)}: ${moneyText(page.total.amount)} in total, of which ${moneyText(page.paid.amount)} is paid.`,
  )
  for (const part of page.dues.length > 1 ? page.dues : []) {
    const by = startText(Temporal.Instant.from(part.dueAt), page.timeZone)
    turn.book.addFromTool(ask, tool, `Of that, ${moneyText(part.amount.amount)} is due ${by}.`)
  }
  if (page.dues.length > 1) return
  const hours = hoursBetween(Temporal.Instant.from(page.balanceDueAt), Temporal.Instant.from(page.startsAt))
  const isByRule = hours === dueHoursBefore
  const when = isByRule ? `${due}, ${hoursText(dueHoursBefore)} before the start` : due
  turn.book.addFromTool(ask, tool, `It is due ${when}.`)
}

/** Until when a quote holds. */
export const quoteValidity: Gather = async (turn, ask) => {
  const { quote } = turn
  const { expiresAfterHours } = turn.business.parameters.quote
  if (!quote) return
  const expires = Temporal.Instant.from(quote.expiresAt)
  const when = startText(expires, quote.timeZone ?? turn.business.stations[0]?.timeZone ?? "UTC")
  const isOver = Temporal.Instant.compare(expires, turn.now) <= 0
  turn.book.addFromTool(
    ask,
    quoteStatusTool.name,
    isOver
      ? `Your quote expired ${when}: quotes are valid for ${hoursText(expiresAfterHours)}. I am glad to make a new one at the prices of today.`
      : `Your quote is valid until ${when}; quotes expire after ${hoursText(expiresAfterHours)}.`,
  )
}

const PARTS =
  /\$ ?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?(?: (?:for|of|in|on))?(?: (?:the|our|my))? ?(foods?|meals?|travel|mileage|tax(?:es)?|deposit)\b|\b(foods?|meals?|travel|mileage|tax(?:es)?|deposit)(?: (?:fee|bill|total|cost))?(?: (?:is|are|of|comes to|will be|at|was))?[ :=]*\$ ?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?/gi

/** The bill that the message states: food and travel together when both are named, otherwise its first amount. */
function statedBill({ text: said, newSlots }: Turn): { stated: number | undefined; of: string } {
  const text = writeMoneySigns(digitsForWords(said))
  const parts = [...text.matchAll(PARTS)].map((match) => ({
    of: (match[3] ?? match[4] ?? "").toLowerCase(),
    cents: Math.round(
      Number(`${(match[1] ?? match[5] ?? "0").replaceAll(",", "")}${match[2] ?? match[6] ?? ""}`) * 100,
    ),
  }))
  const food = parts.find(({ of }) => /^(?:food|meal)/.test(of))
  const travel = parts.find(({ of }) => /^(?:travel|mileage)/.test(of))
  if (food && travel) return { stated: food.cents + travel.cents, of: " for food and travel" }
  if (food) return { stated: food.cents, of: " for the food" }
  return { stated: newSlots.amountsCents[0], of: "" }
}

function tipOnStated(turn: Turn, ask: string, hasAmounts: boolean): void {
  const { stated, of } = statedBill(turn)
  if (!stated || hasAmounts) return
  const { suggestedPercents } = turn.business.parameters.tipping
  const percents = turn.newSlots.percentages.length > 0 ? turn.newSlots.percentages : suggestedPercents
  const shares = percents.map((percent) => `${percent}% = ${moneyText(Math.round((stated * percent) / 100))}`)
  turn.book.addFromTool(ask, RULE, `Of ${moneyText(stated)}${of} that is ${shares.join(", ")}.`)
}

/** What a tip could be, in amounts when the party has a price. */
export const tipPolicy: Gather = async (turn, ask) => {
  const page = turn.booking?.page
  const hasParty = turn.newSlots.guests !== undefined || turn.quote !== null || turn.outcome.quote !== null
  const quote = page ? null : hasParty ? await quoteTurn(turn) : null
  const tips = page?.suggestedTips ?? quote?.suggestedTips ?? []
  for (const passage of turn.passages.filter((each) => each.topics.includes("tip.policy")))
    turn.book.addPassage(ask, passage, "answer")
  tipOnStated(turn, ask, tips.length > 0)
  if (tips.length === 0) return
  const base = page
    ? page.foodTotal.amount + page.travelFee.amount
    : (quote?.foodTotal.amount ?? 0) + (quote?.travelFee.amount ?? 0)
  const other = turn.newSlots.percentages.filter((percent) => !tips.some((tip) => tip.percent === percent))
  const amounts = [
    ...other.map((percent) => `${percent}% = ${moneyText(Math.round((base * percent) / 100))}`),
    ...tips.map((tip) => `${tip.percent}% = ${moneyText(tip.amount.amount)}`),
  ].join(", ")
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `On food and travel of ${moneyText(base)} before tax that is ${amounts}.`,
  )
}
