import type { Guests, QuoteRequest } from "@myhibachi/contract/quote"
import { moneyText } from "#modules/knowledge/index.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import { placeOf, skuOf } from "../turn/party-request.ts"
import type { Turn } from "../turn/turn.ts"
import { guestWords } from "./guest-words.ts"

/** Somebody has so much money and asks for how many guests it is enough. */
export const ASKS_HOW_MANY =
  /\b(?:budget|afford|how many|(?:the )?most (?:people|guests|adults|heads|folks)|max(?:imum)? (?:number|people|guests|adults|heads|size))\b/i
const MOST_GUESTS = 500

/** How many adults a named amount is enough for, beside the children and dishes that were named, travel included. */
export async function tellBudget(turn: Turn, ask: string): Promise<void> {
  const [cents] = turn.newSlots.amountsCents
  if (!cents || !ASKS_HOW_MANY.test(turn.text)) return
  const request = requestOf(turn)
  const least = await turn.tools.call(quotePartyTool, {
    ...request,
    guests: { ...request.guests, adults: 1 },
  })
  if (!least.ok) return
  const perAdult = priceOf(turn, "adult") + upgradesOfAll(turn)
  const fixed = least.output.lines
    .filter(({ kind }) => kind !== "minimum_top_up" && kind !== "tax")
    .reduce((sum, { amount }) => sum + amount.amount, -perAdult)
  const adults = Math.min(MOST_GUESTS, Math.floor((cents - fixed) / perAdult))
  if (cents < least.output.beforeTax.amount || adults < 1)
    return tellTooLittle(turn, ask, cents, least.output)
  const guests = { ...request.guests, adults }
  const best = await turn.tools.call(quotePartyTool, { ...request, guests, items: itemsFor(turn, adults) })
  if (!best.ok) return
  const { beforeTax, travel } = best.output
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `Your ${moneyText(cents)} covers ${guestWords({ guests })}: ${moneyText(beforeTax.amount)} ${travel ? "including travel, " : ""}before tax${travel ? "" : ", travel"} and tip; one adult more would be ${moneyText(perAdult)} more.`,
  )
}

function tellTooLittle(
  turn: Turn,
  ask: string,
  cents: number,
  { beforeTax }: { beforeTax: { amount: number } },
): void {
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `${moneyText(cents)} is not enough for a party: with the minimum food spend of ${moneyText(priceOf(turn, "minimum-food"))} the least is ${moneyText(beforeTax.amount)} before tax.`,
  )
}

function requestOf(turn: Turn): QuoteRequest & { guests: Required<Guests> } {
  const { children = 0, littleOnes = 0 } = turn.newSlots.guests ?? {}
  const place = placeOf(turn.slots)
  const miles = turn.slots.distanceMiles
  return {
    guests: { adults: 1, children, littleOnes },
    items: itemsFor(turn, 1),
    ...(place
      ? { address: { text: place } }
      : miles === undefined
        ? {}
        : { statedMilesHundredths: Math.round(miles * 100) }),
  }
}

/** Dishes that everybody takes, for so many. */
function itemsFor(turn: Turn, adults: number) {
  return ofAll(turn).map((sku) => ({ sku, quantity: adults }))
}

function ofAll({ newSlots, business }: Turn): string[] {
  const { prices } = business.priceBook
  return newSlots.items
    .filter(({ count }) => count === "all")
    .map(({ item }) => skuOf(item))
    .filter((sku) =>
      prices.some((price) => price.sku === sku && price.unit === "per_protein" && price.amount.amount > 0),
    )
}

function upgradesOfAll(turn: Turn): number {
  return ofAll(turn).reduce((sum, sku) => sum + priceOf(turn, sku), 0)
}

function priceOf({ business }: Turn, sku: string): number {
  return business.priceBook.prices.find((price) => price.sku === sku)?.amount.amount ?? 0
}
