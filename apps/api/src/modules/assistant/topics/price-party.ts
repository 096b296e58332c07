import type { Quote, QuoteLine, QuoteRequest } from "@myhibachi/contract/quote"
import { countText, listText, lower, milesText, moneyText } from "#modules/knowledge/index.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import { partyRequestOf } from "../turn/party-request.ts"
import { BUDGET } from "../turn/routing/total-rules.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { tellAlternatives, tellDifference, tellShares } from "./compare-prices.ts"
import { availabilityFacts } from "./find-starts.ts"
import { guestWords } from "./guest-words.ts"
import { tellPieces } from "./pieces.ts"
import { asSentence, longDate } from "./sentences.ts"

/** "Your quote of yesterday": the day that has passed is that of a message, not of the party. */
const EARLIER_TALK = /\b(?:quoted?|estimate|offer|wrote|called|spoke|talked|sent|e-?mail(?:ed)?|texted)\b/i

/** Prices the party: every line, the total before tax, what it leaves open, and the starts that are free. */
export const priceTotal: Gather = async (turn, ask) => {
  if (turn.slots.date?.isPast && !EARLIER_TALK.test(turn.text))
    turn.book.addFromTool(
      ask,
      quotePartyTool.name,
      `${longDate(turn.slots.date.date)} has passed already; which day do you have in mind?`,
    )
  if (await tellAlternatives(turn, ask)) return
  tellPieces(turn, ask)
  const quote = await quoteTurn(turn)
  if (!quote) return explainPrices(turn, ask)
  const tool = quotePartyTool.name
  turn.book.addFromTool(ask, tool, totalSentence(quote))
  for (const line of quote.lines) {
    const sentence = lineSentence(line, quote)
    if (sentence) turn.book.addFromTool(ask, tool, sentence, line.kind === "tax" ? "detail" : "answer")
  }
  tellExtras(turn, ask, quote)
  await tellDifference(turn, ask, quote)
  tellShares(turn, ask, quote)
  for (const sentence of openCounts(turn, quote)) turn.book.addFromTool(ask, tool, sentence)
  for (const sentence of budgetSentences(turn, quote)) turn.book.addFromTool(ask, tool, sentence)
  for (const sentence of assumptions(turn, quote)) turn.book.addFromTool(ask, tool, sentence, "detail")
  turn.book.addFromTool(ask, tool, bookingSentence(turn, quote), "detail")
  if (quote.date && quote.place) await availabilityFacts(turn, ask, quote)
}

const SPEAKS_OF_EXTRAS = /\b(?:orders?|extras?|add-?ons?|upgrades?|side dishes)\b/i

/** "What do the five orders cost?": what was chosen on top, summed up beside the whole. */
function tellExtras(turn: Turn, ask: string, quote: Quote): void {
  const extras = quote.lines.filter(({ kind }) => kind === "add_on" || kind === "upgrade")
  if (extras.length < 2 || !SPEAKS_OF_EXTRAS.test(turn.text)) return
  const sum = extras.reduce((total, { amount }) => total + amount.amount, 0)
  const dishes = listText(extras.map(({ quantity, title }) => `${quantity} × ${lower(title)}`))
  turn.book.addFromTool(ask, quotePartyTool.name, `Of that ${dishes} make ${moneyText(sum)}.`)
}

/** @returns the quote for what was said so far, made once in a turn; null without guests or when it was refused. */
export async function quoteTurn(turn: Turn): Promise<Quote | null> {
  if (turn.outcome.quote) return turn.outcome.quote
  const { request, missing, uncounted } = partyRequestOf(turn)
  for (const part of missing) turn.outcome.missing.add(part)
  if (uncounted.length > 0) turn.outcome.missing.add("item-count")
  if (!request) return null
  const result = await turn.tools.call(quotePartyTool, request)
  if (result.ok) {
    turn.outcome.quote = result.output
    return result.output
  }
  const { error } = result
  turn.book.addFromTool("price.total", quotePartyTool.name, asSentence(error.message))
  return retryWithLess(turn, request, error.code)
}

/** Refusals of a place without which the food can be priced all the same. */
const PLACE_STAYS_OPEN = new Set([
  "maps-unavailable",
  "address-unknown",
  "address-ambiguous",
  "address-vague",
])

/** A start that cannot be had, or a place that is not found, must not keep the price from the customer. */
async function retryWithLess(turn: Turn, request: QuoteRequest, code: string): Promise<Quote | null> {
  const { address: _address, ...withoutPlace } = request
  const { date, time: _time, ...withoutStart } = request
  const isPlaceOpen = PLACE_STAYS_OPEN.has(code)
  if (!isPlaceOpen && date === undefined) return null
  const result = await turn.tools.call(quotePartyTool, isPlaceOpen ? withoutPlace : withoutStart)
  if (!result.ok) return null
  turn.outcome.quote = result.output
  return result.output
}

function totalSentence(quote: Quote): string {
  const people = guestWords(quote)
  const hasTravel = quote.travel !== null
  const what = hasTravel ? "including travel, before tax" : "for the food, before tax and travel"
  return `For ${people} the total is ${moneyText(quote.beforeTax.amount)} ${what}.`
}

function lineSentence(line: QuoteLine, quote: Quote): string | null {
  switch (line.kind) {
    case "guests":
      return guestLine(line)
    case "upgrade":
    case "add_on":
      return `${line.title}: ${times(line)}.`
    case "minimum_top_up":
      return `The food comes to less than the minimum food spend, so a top-up of ${moneyText(line.amount.amount)} brings it to ${moneyText(quote.foodTotal.amount)}.`
    case "travel":
      return travelLine(quote)
    case "tax":
      return null
    default:
      return `${line.title}: ${moneyText(line.amount.amount)}.`
  }
}

function guestLine(line: QuoteLine): string {
  if (line.amount.amount === 0) return `${countText(line.quantity ?? 0, "little one")}: free.`
  return `${line.title}: ${times(line)}.`
}

function times(line: QuoteLine): string {
  if (line.quantity === null || line.unitPrice === null) return moneyText(line.amount.amount)
  return `${line.quantity} × ${moneyText(line.unitPrice.amount)} = ${moneyText(line.amount.amount)}`
}

/** @returns how the travel fee came about. */
export function travelLine(quote: Pick<Quote, "travel">): string | null {
  const { travel } = quote
  if (!travel) return null
  const from = travel.stationName ? ` from our ${travel.stationName} station` : ""
  const free = milesText(travel.freeMilesHundredths)
  if (travel.fee.amount === 0)
    return `Travel: ${milesText(travel.milesHundredths)}${from}, within the ${free} that are free, so no travel fee.`
  if (travel.furtherRates) return `Travel ${moneyText(travel.fee.amount)}: ${travel.explanation}`
  return `Travel: ${milesText(travel.milesHundredths)}${from}; ${free} are free, ${milesText(travel.chargedMilesHundredths)} × ${moneyText(travel.ratePerMile.amount)} = ${moneyText(travel.fee.amount)}.`
}

/** Whether the total stays within an amount that was named. */
function budgetSentences(turn: Turn, quote: Quote): string[] {
  const [budget] = turn.newSlots.amountsCents
  if (!budget || !BUDGET.test(turn.text)) return []
  const rest = budget - quote.beforeTax.amount
  const named = `the ${moneyText(budget)} that you named`
  if (rest < 0) return [`That is ${moneyText(-rest)} over ${named}, before tax.`]
  return [
    rest === 0
      ? `That is exactly ${named}, before tax.`
      : `That is ${moneyText(rest)} under ${named}, before tax.`,
  ]
}

function assumptions(turn: Turn, quote: Quote): string[] {
  const slot = turn.slots.guests
  const { parameters, priceBook } = turn.business
  const child = priceBook.prices.find((price) => price.sku === "child")?.amount.amount ?? 0
  const from = parameters.guests.childFromAge
  const sentences: string[] = []
  if (slot?.areAgesUnknown && (quote.guests.children ?? 0) > 0) {
    sentences.push(
      `I counted the children as ${from} to ${parameters.guests.adultFromAge - 1} years old; little ones of ${from - 1} and under are free.`,
    )
  }
  if (slot?.isTotalOnly) {
    sentences.push(
      `I counted everybody as an adult; children from ${from} to ${parameters.guests.adultFromAge - 1} are ${moneyText(child)} each, and ${from - 1} and under are free.`,
    )
  }
  return sentences
}

/** Whatever keeps the total from being the whole one: told on every channel, as a wrong total would be worse. */
function openCounts(turn: Turn, quote: Quote): string[] {
  const sentences: string[] = []
  const { uncounted } = partyRequestOf(turn)
  if (uncounted.length > 0)
    sentences.push(
      `${capitalised(listText(uncounted.map((name) => withPrice(turn, name))))} ${uncounted.length > 1 ? "are" : "is"} not in this total yet, since I do not know how many.`,
    )
  const { named, unread = [] } = turn.newSlots.guests ?? {}
  if (unread.length > 0)
    sentences.push(
      `I did not count ${listText(unread.map((words) => `"${words}"`))}: please tell me whether they are adults or children.`,
    )
  if (named !== undefined)
    sentences.push(
      `You spoke of ${named} guests in all, and I counted ${guestWords(quote)}: please tell me if somebody is missing.`,
    )
  return sentences
}

/** `edamame (+$5.00 each)`. */
function withPrice({ business }: Turn, name: string): string {
  const price = business.priceBook.prices.find((each) => each.name === name)
  return price ? `${lower(name)} (+${moneyText(price.amount.amount)} each)` : lower(name)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const ASKS_REST =
  /\b(?:balance|remain(?:s|der|ing)?|left to pay|(?:is|be) left|(?:the )?rest|afterwards|owe|pay (?:later|now))\b/i

function bookingSentence(turn: Turn, quote: Quote): string {
  if (quote.isFullPaymentDue) return "The start is so close that the full amount is paid at booking."
  const deposit = `A deposit of ${moneyText(quote.dueAtBooking.amount)} books the date and is credited to the balance`
  if (!ASKS_REST.test(turn.text)) return `${deposit}.`
  const rest = quote.beforeTax.amount - quote.dueAtBooking.amount
  return `${deposit}; ${moneyText(rest)} before tax is then left to pay.`
}

async function explainPrices(turn: Turn, ask: string): Promise<void> {
  if (ask !== "price.total") return
  for (const topic of ["price.per_adult", "price.per_child", "price.little_ones", "price.minimum"]) {
    for (const passage of turn.passages.filter((each) => each.topics.includes(topic)))
      turn.book.addPassage(ask, passage)
  }
}
