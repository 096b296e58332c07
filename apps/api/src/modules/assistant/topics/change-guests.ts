import type { Guests, QuoteItem } from "@myhibachi/contract/quote"
import { countText, listText, lower, moneyText } from "#modules/knowledge/index.ts"
import { digitsForWords } from "../guard/number-words.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import { itemsNamed } from "../turn/party-request.ts"
import type { Turn } from "../turn/turn.ts"
import { guestWords } from "./guest-words.ts"

type Band = "adults" | "children" | "littleOnes"
type Change = Record<Band, number>

const PEOPLE =
  "(adults?|grown-?ups?|kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|little ones?|guests?|people|persons?|friends?|of us)"
const REPLACE = new RegExp(
  `\\b(?:replace|swap|exchange)\\s+(\\d{1,3}|an?|one)\\s+${PEOPLE}\\s+(?:with|for|by)\\s+(?:\\d{1,3}|an?|one)?\\s*${PEOPLE}`,
  "i",
)

function bandOf(turn: Turn, word: string): Band {
  if (/toddler|bab|little/i.test(word)) return "littleOnes"
  if (!/kid|child/i.test(word)) return "adults"
  const [age] = turn.newSlots.guests?.ages ?? agesNamed(turn.text)
  const { childFromAge, adultFromAge } = turn.business.parameters.guests
  if (age === undefined) return "children"
  return age < childFromAge ? "littleOnes" : age >= adultFromAge ? "adults" : "children"
}

function agesNamed(text: string): number[] {
  return [...text.matchAll(/\b(?:he|she)(?:'s| is) (\d{1,2})\b|\b(\d{1,2})[- ]?years?[- ]?old/gi)].map(
    (match) => Number(match[1] ?? match[2]),
  )
}

function countOf(text: string | undefined): number {
  return text && /^\d+$/.test(text) ? Number(text) : 1
}

/** @returns by how many guests of each band the party shall change, or null when nothing says so. */
function changeOf(turn: Turn): Change | null {
  const text = digitsForWords(turn.text)
  const change: Change = { adults: 0, children: 0, littleOnes: 0 }
  const replaced = REPLACE.exec(text)
  if (replaced) {
    const count = countOf(replaced[1])
    change[bandOf(turn, replaced[2] ?? "")] -= count
    change[bandOf(turn, replaced[3] ?? "")] += count
    return change
  }
  const { delta, by } = turn.newSlots.guestsChange ?? {}
  if (delta) Object.assign(change, delta)
  else if (by) change.adults = by
  moveByAge(turn, text, change)
  return isNone(change) ? null : change
}

const COUNTED_AS =
  /\b(?:as|for) an? (child|kid|adult|little one)\b.{0,40}\b(?:turns?|turning|is|will be|be)(?: (?:now|already|actually|only))? (\d{1,2})\b/i

/** "She is on there as a child but turns 13 before": what counts is the age on the day. */
function moveByAge(turn: Turn, text: string, change: Change): void {
  const [, word, age] = COUNTED_AS.exec(text) ?? []
  if (!word || !age) return
  const { childFromAge, adultFromAge } = turn.business.parameters.guests
  const from: Band = /adult/i.test(word) ? "adults" : /little/i.test(word) ? "littleOnes" : "children"
  const to: Band =
    Number(age) >= adultFromAge ? "adults" : Number(age) < childFromAge ? "littleOnes" : "children"
  change[from] -= 1
  change[to] += 1
}

function isNone(change: Change): boolean {
  return change.adults === 0 && change.children === 0 && change.littleOnes === 0
}

/** @returns the guests of the own party as the customer wants them, or null when they named none. */
export function wantedGuests(turn: Turn): Guests | null {
  const now = turn.booking?.page.guests
  if (!now) return null
  const change = changeOf(turn)
  const before = { adults: now.adults, children: now.children ?? 0, littleOnes: now.littleOnes ?? 0 }
  if (change)
    return clamp({
      adults: before.adults + change.adults,
      children: before.children + change.children,
      littleOnes: before.littleOnes + change.littleOnes,
    })
  const to = turn.newSlots.guestsChange?.to
  const named = turn.newSlots.guests
  // "8 of them are kids" and "11 people instead of 26" leave the sum as it is said, whoever is named beside it.
  if (named?.isPart) return withYoung(before, named)
  const isSum =
    to !== undefined &&
    (named === undefined || (named.total === to && (named.isTotalOnly || named.adults < to)))
  if (named && !named.isTotalOnly && !isSum)
    return {
      ...before,
      adults: named.adults || before.adults,
      ...(named.children > 0 ? { children: named.children } : {}),
      ...(named.littleOnes > 0 ? { littleOnes: named.littleOnes } : {}),
    }
  const total = to ?? named?.total
  return total ? clamp({ ...before, adults: total - before.children - before.littleOnes }) : null
}

function withYoung(
  { adults, children, littleOnes }: Required<Guests>,
  young: { children: number; littleOnes: number },
): Guests {
  const all = adults + children + littleOnes
  return clamp({
    adults: all - young.children - young.littleOnes,
    children: young.children,
    littleOnes: young.littleOnes,
  })
}

function clamp(guests: { adults: number; children: number; littleOnes: number }): Guests {
  return {
    adults: Math.max(0, guests.adults),
    children: Math.max(0, guests.children),
    littleOnes: Math.max(0, guests.littleOnes),
  }
}

/** Says what the change costs: for a party that is known its new food total, otherwise the price of each. */
export async function tellChange(turn: Turn, ask: string): Promise<void> {
  const change = changeOf(turn)
  if (change) tellPrices(turn, ask, change)
  const guests = wantedGuests(turn)
  const page = turn.booking?.page
  if (!guests || !page || isUnchanged(turn, guests)) return
  const result = await turn.tools.call(quotePartyTool, { guests, items: wantedItems(turn, guests) })
  if (!result.ok) return turn.book.addFromTool(ask, quotePartyTool.name, result.error.message)
  const food = result.output.foodTotal.amount
  const added = itemsNamed(turn, guests).items.map(({ sku, quantity }) => {
    const name = turn.business.priceBook.prices.find((price) => price.sku === sku)?.name ?? sku
    return `${quantity} × ${lower(name)}`
  })
  const whom = listText([guestWords({ guests }), ...added])
  const travel = page.travelFee.amount
  const total =
    travel > 0 ? ` With the travel fee of ${moneyText(travel)} that is ${moneyText(food + travel)}.` : ""
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `With ${whom} the food comes to ${moneyText(food)} before tax, instead of ${moneyText(page.foodTotal.amount)}.${total}`,
  )
  if (page.paid.amount > 0 && page.owed.amount > 0)
    turn.book.addFromTool(
      ask,
      quotePartyTool.name,
      `After the ${moneyText(page.paid.amount)} already paid, ${moneyText(Math.max(0, food + travel - page.paid.amount))} of that would be left to pay.`,
    )
}

/** Who names the guests that are booked anyway changes nothing. */
function isUnchanged(turn: Turn, guests: Guests): boolean {
  const now = turn.booking?.page.guests
  if (!now || itemsNamed(turn, guests).items.length > 0) return false
  const { adults, children = 0, littleOnes = 0 } = guests
  return adults === now.adults && children === (now.children ?? 0) && littleOnes === (now.littleOnes ?? 0)
}

interface Chosen {
  sku: string
  quantity: number
  proteinSku?: string
}

/** What was chosen already, and the dishes that this message adds by number. */
function wantedItems(turn: Turn, guests: Guests): Chosen[] {
  const chosen = new Map<string, Chosen>()
  const all: QuoteItem[] = [...(turn.booking?.page.items ?? []), ...itemsNamed(turn, guests).items]
  for (const { sku, quantity, proteinSku } of all) {
    const key = `${sku} ${proteinSku ?? ""}`
    const before = chosen.get(key)?.quantity ?? 0
    chosen.set(key, { sku, quantity: before + quantity, ...(proteinSku ? { proteinSku } : {}) })
  }
  return [...chosen.values()]
}

function tellPrices(turn: Turn, ask: string, change: Change): void {
  const price = (sku: string) =>
    turn.business.priceBook.prices.find((each) => each.sku === sku)?.amount.amount ?? 0
  const bands: [number, string, string, number][] = [
    [change.adults, "more adult", "more adults", price("adult")],
    [change.children, "more child", "more children", price("child")],
  ]
  for (const [count, one, many, cents] of bands) {
    if (count > 0)
      turn.book.addFromTool(
        ask,
        "price_list",
        `${countText(count, one, many)}: ${count} × ${moneyText(cents)} = ${moneyText(count * cents)} before tax.`,
      )
  }
  if (change.littleOnes > 0)
    turn.book.addFromTool(
      ask,
      "price_list",
      `${countText(change.littleOnes, "more little one")} ${change.littleOnes === 1 ? "is" : "are"} free.`,
    )
}

/** Asks whether the party shall be changed to the guests that were named. */
export function proposeGuests(turn: Turn): void {
  const guests = wantedGuests(turn)
  if (!guests || !turn.booking || isUnchanged(turn, guests)) return
  const { reference } = turn.booking.page
  const added = itemsNamed(turn, guests).items
  turn.outcome.proposal = {
    kind: "guests",
    bookingId: turn.booking.id,
    guests: { adults: guests.adults, children: guests.children ?? 0, littleOnes: guests.littleOnes ?? 0 },
    items: wantedItems(turn, guests),
    summary: `change ${reference} to ${guestWords({ guests })}${added.length > 0 ? ", with the dishes you named" : ""}`,
  }
}
