import type { Quote, QuoteRequest } from "@myhibachi/contract/quote"
import { listText, lower, moneyText } from "#modules/knowledge/index.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import { partyRequestOf, requestFrom } from "../turn/party-request.ts"
import type { Turn } from "../turn/turn.ts"
import { guestWords } from "./guest-words.ts"

/** Somebody asks by how much a price changes. */
export const DIFFERENCE =
  /\b(?:how much (?:more|extra|less|cheaper|of a difference|(?:would|do|could|will|can) (?:we|i|that|it|this) (?:save|add))|difference|differ|sav(?:e|es|ing|ings)|cheaper|more expensive|(?:go|goes) (?:up|down)|(?:cost|costs|pay|price) (?:us |me )?(?:more|less|extra)|on top|extra cost|additional cost|add(?:s|ed)? (?:up )?to (?:the|my|our)|diferencia|cu[aá]nto m[aá]s)\b/i
const SHARED =
  /\b(?:split(?:ting)?|divid\w+|shar(?:e|es|ed|ing) (?:it|that|everything|all|the (?:bill|cost|total|price))|each of us|(?:us|we|adults?|people|everyone|everybody|guests?|person|couples?) each|(?:does|would|do|will|should) (?:each|everyone|everybody)|per (?:person|head|guest|adult|payer)|a head|apiece|each (?:person|one|guest|adult)?(?: ?(?:pay|pays|owe|owes))|pp|por persona|cada uno)\b/i

/** Says by how much the price changes against what was priced before, when that is asked. */
export async function tellDifference(turn: Turn, ask: string, quote: Quote): Promise<void> {
  const { from, to } = turn.newSlots.guestsChange ?? {}
  const areBothNamed = from !== undefined && to !== undefined
  if (!areBothNamed && !DIFFERENCE.test(turn.text)) return
  if (tellDifferenceToTold(turn, ask, quote)) return
  const before = requestBefore(turn)
  if (!before) return
  const result = await turn.tools.call(quotePartyTool, before)
  if (!result.ok) return
  const was = result.output
  const change = quote.beforeTax.amount - was.beforeTax.amount
  const base = `${moneyText(was.beforeTax.amount)} for ${guestWords(was)}${was.lines.some(({ kind }) => kind === "upgrade" || kind === "add_on") ? " with what was chosen before" : ""}`
  turn.book.addFromTool(ask, quotePartyTool.name, differenceSentence(change, base))
}

/** "How much more is that than before?": the message changes nothing, so the total before the last change is meant. */
function tellDifferenceToTold(turn: Turn, ask: string, quote: Quote): boolean {
  const { guests, guestsChange, items, thirdProteins, distanceMiles, place } = turn.newSlots
  const isChanged = [guests, guestsChange, items[0], thirdProteins[0], distanceMiles, place].some(Boolean)
  const before = (turn.memory.priced ?? []).findLast(({ cents }) => cents !== quote.beforeTax.amount)
  if (isChanged || !before) return false
  const change = quote.beforeTax.amount - before.cents
  const base = `the ${moneyText(before.cents)} of before, for ${before.words}`
  turn.book.addFromTool(ask, quotePartyTool.name, differenceSentence(change, base))
  return true
}

/** Prices each of two ways that are weighed, and says which is cheaper. @returns whether there were two. */
export async function tellAlternatives(turn: Turn, ask: string): Promise<boolean> {
  const { alternatives = [] } = turn.understanding
  const quotes: Quote[] = []
  for (const way of alternatives) {
    const { request } = requestFrom(turn, {
      ...turn.slots,
      items: [...turn.slots.items, ...way.items],
      thirdProteins: [...turn.slots.thirdProteins, ...way.thirdProteins],
    })
    const result = request ? await turn.tools.call(quotePartyTool, request) : null
    if (!result?.ok) return false
    quotes.push(result.output)
  }
  const [one, other] = quotes
  if (!one || !other) return false
  const tool = quotePartyTool.name
  for (const quote of quotes) {
    const travel = quote.travel ? "including travel, before tax" : "for the food, before tax and travel"
    const { amount } = quote.beforeTax
    turn.book.addFromTool(
      ask,
      tool,
      `For ${guestWords(quote)} ${withDishes(quote)} the total is ${moneyText(amount)} ${travel}.`,
    )
  }
  turn.book.addFromTool(ask, tool, cheaperSentence(one, other))
  // "… and the tip on the bigger one?"
  if (DEARER.test(turn.text)) turn.outcome.quote = one.beforeTax.amount > other.beforeTax.amount ? one : other
  return true
}

const DEARER = /\b(?:bigger|larger|higher|dearer|pricier|more expensive) (?:one|total|bill|sum)\b/i

function withDishes(quote: Quote): string {
  const dishes = dishWords(quote)
  return dishes === "" ? "without upgrades" : `with ${dishes}`
}

function dishWords(quote: Quote): string {
  const dishes = quote.lines.filter(({ kind }) => kind === "upgrade" || kind === "add_on")
  return listText(dishes.map(({ title, quantity }) => `${quantity} × ${lower(title)}`))
}

function cheaperSentence(one: Quote, other: Quote): string {
  const apart = one.beforeTax.amount - other.beforeTax.amount
  if (apart === 0) return "Both cost the same."
  const less = apart < 0 ? one : other
  return `${dishWords(less) || "Without upgrades it"} costs ${moneyText(Math.abs(apart))} less.`
}

function differenceSentence(change: number, base: string): string {
  if (change === 0) return `That makes no difference: it was ${base}.`
  return `That is ${moneyText(Math.abs(change))} ${change > 0 ? "more" : "less"} than ${base}.`
}

/** The party as it was before what this message changes. */
function requestBefore(turn: Turn): QuoteRequest | null {
  const { request } = partyRequestOf(turn)
  if (!request) return null
  const guests = guestsBefore(turn, request.guests)
  if (guests) return { ...request, guests }
  const known = turn.memory.understanding?.known
  const { request: earlier } = known?.guests ? requestFrom(turn, known) : { request: null }
  if (earlier) return earlier
  return (request.items ?? []).length > 0 ? { ...request, items: [] } : null
}

function guestsBefore(
  turn: Turn,
  now: QuoteRequest["guests"],
): { adults: number; children: number; littleOnes: number } | null {
  const { before, from, to, delta } = turn.newSlots.guestsChange ?? {}
  if (before) return before
  const whole = wholeOf(turn)
  if (whole) return whole
  const children = now.children ?? 0
  const littleOnes = now.littleOnes ?? 0
  if (from !== undefined && to !== undefined)
    return { adults: Math.max(0, from - (to - now.adults)), children, littleOnes }
  const sum = now.adults + children + littleOnes
  if (
    !delta ||
    turn.newSlots.guests?.total !== sum ||
    delta.adults < 0 ||
    delta.children < 0 ||
    delta.littleOnes < 0
  )
    return null
  const adults = now.adults - delta.adults
  if (adults < 1 || children < delta.children || littleOnes < delta.littleOnes) return null
  return { adults, children: children - delta.children, littleOnes: littleOnes - delta.littleOnes }
}

/** "How much cheaper is it for 15 people if 3 of them are kids?": than for as many adults. */
function wholeOf({ newSlots: { guests }, text, memory }: Turn) {
  const young = (guests?.children ?? 0) + (guests?.littleOnes ?? 0)
  const isSupposed =
    /\b(?:if|instead|rather than|that)\b/i.test(text) && memory.understanding?.known.guests === undefined
  return guests && young > 0 && isSupposed && /\bof (?:them|us|those|the)\b/i.test(text)
    ? { adults: guests.total, children: 0, littleOnes: 0 }
    : null
}

/** Says what each pays when the bill is shared evenly. */
export function tellShares(turn: Turn, ask: string, quote: Quote): void {
  const ways = turn.newSlots.splitWays
  if (ways === undefined && !SHARED.test(turn.text)) return
  const total = quote.beforeTax.amount
  const { adults, children = 0 } = quote.guests
  const words = (count: number, whom: string) => {
    const cents = Math.round(total / count)
    return `Split evenly ${whom}, that is ${cents * count === total ? "" : "about "}${moneyText(cents)} each, before tax and tip.`
  }
  const tool = quotePartyTool.name
  const isStated = ways !== undefined && ways > 0
  if (isStated) turn.book.addFromTool(ask, tool, words(ways, `between ${ways}`))
  if (isStated) return
  if (children > 0)
    turn.book.addFromTool(ask, tool, words(adults + children, `between the ${adults + children} who pay`))
  if (adults > 0) turn.book.addFromTool(ask, tool, words(adults, `between the ${adults} adults`))
}
