import type { Guests, QuoteItem } from "@myhibachi/contract/quote"
import { countText, listText, lower, moneyText } from "#modules/knowledge/index.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import { itemsNamed } from "../turn/party-request.ts"
import type { Turn } from "../turn/turn.ts"
import { guestWords } from "./guest-words.ts"
import { type Change, changeOf, wantedGuests } from "./wanted-guests.ts"

/** Says what the change costs: for a party that is known its new food total, otherwise the price of each. */
export async function tellChange(turn: Turn, ask: string): Promise<void> {
  const change = changeOf(turn)
  const page = turn.booking?.page
  if (change) tellPrices(turn, ask, page ? { ...change, adults: 0, children: 0 } : change)
  const guests = wantedGuests(turn)
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
    `With ${whom} the food comes to ${moneyText(food)} before tax, ${apartText(food, page.foodTotal.amount)}.${total}`,
  )
  if (page.paid.amount > 0 && page.owed.amount > 0)
    turn.book.addFromTool(
      ask,
      quotePartyTool.name,
      `After the ${moneyText(page.paid.amount)} already paid, ${moneyText(Math.max(0, food + travel - page.paid.amount))} of that would be left to pay.`,
    )
}

function apartText(cents: number, before: number): string {
  if (cents === before) return "the same as now"
  return `${moneyText(Math.abs(cents - before))} ${cents > before ? "more" : "less"} than the ${moneyText(before)} of now`
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
