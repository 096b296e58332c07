import type { Guests, QuoteItem, QuoteRequest } from "@myhibachi/contract/quote"
import type { GuestsSlot, Item, ItemCount, ItemSlot, Slots } from "#modules/understanding/index.ts"
import type { MissingPart, Turn } from "./turn.ts"

export interface PartyRequest {
  /** Null while nobody said how many guests there are. */
  request: QuoteRequest | null
  missing: MissingPart[]
  /** Priced items of which no number was said. */
  uncounted: string[]
}

/** @returns the item's key in the price book. */
export function skuOf(item: Item): string {
  return item.replaceAll("_", "-")
}

/** @returns the guests as they count on the day, or null when none were named. */
export function guestsOf(slot: GuestsSlot | undefined): Guests | null {
  if (!slot || slot.adults + slot.children + slot.littleOnes === 0) return null
  // "13 girls" without an age are grown-ups: a party of children alone is not to be had.
  if (slot.adults === 0 && slot.littleOnes === 0 && slot.areAgesUnknown) {
    return { adults: slot.children, children: 0, littleOnes: 0 }
  }
  return { adults: slot.adults, children: slot.children, littleOnes: slot.littleOnes }
}

/** @returns the place in words that can be looked up. */
export function placeOf(slots: Slots): string | null {
  const place = slots.place
  if (!place) return null
  const parts = [
    place.street,
    place.city,
    place.state ? `${place.state}${place.zip ? ` ${place.zip}` : ""}` : place.zip,
    place.country,
  ]
  const text = parts.filter(Boolean).join(", ")
  return text === "" ? place.text : text
}

/** @returns what can be priced from the conversation so far, and what is missing. */
export function partyRequestOf(turn: Turn): PartyRequest {
  return requestFrom(turn, turn.slots)
}

/** @returns the same for other slots than those of now, such as what was known before this message. */
export function requestFrom(turn: Turn, slots: Slots): PartyRequest {
  const guests = guestsOf(slots.guests) ?? turn.booking?.page.guests ?? null
  const place = placeOf(slots) ?? turn.booking?.page.place.formatted ?? null
  const missing: MissingPart[] = []
  if (!guests) missing.push("guests")
  if (!place && slots.distanceMiles === undefined) missing.push("place")
  if (!slots.date && !turn.booking) missing.push("date")
  if (!guests) return { request: null, missing, uncounted: [] }
  const { items, uncounted } = pricedItems(turn, slots, guests)
  return { request: { guests, items, ...placePart(slots, place), ...startPart(turn) }, missing, uncounted }
}

function placePart(
  slots: Slots,
  place: string | null,
): Pick<QuoteRequest, "address" | "statedMilesHundredths"> {
  if (place) return { address: { text: place } }
  return slots.distanceMiles === undefined
    ? {}
    : { statedMilesHundredths: Math.round(slots.distanceMiles * 100) }
}

function startPart(turn: Turn): Pick<QuoteRequest, "date" | "time"> {
  const { date, time } = turn.slots
  if (date?.precision !== "day" || date.isPast) return {}
  if (!time || !isStart(turn, time.time)) return { date: date.date }
  return { date: date.date, time: time.time }
}

/** @returns whether a party may start at this time: a regular start, or one moved within the steps allowed. */
export function isStart(turn: Turn, time: string): boolean {
  return nearestStart(turn, time).isPossible
}

/** @returns the regular start that a time belongs to, and whether the move from it is allowed. */
export function nearestStart(
  turn: Turn,
  time: string,
): { slot: string; minutesAway: number; isPossible: boolean } {
  const { starts, movableMinutes, stepMinutes } = turn.business.parameters.scheduling
  const away = (start: string) => Math.abs(minutesOf(time) - minutesOf(start))
  const slot = [...starts].sort((a, b) => away(a) - away(b))[0] ?? "18:00"
  const minutesAway = away(slot)
  return {
    slot,
    minutesAway,
    isPossible: minutesAway <= movableMinutes && minutesOf(time) % stepMinutes === 0,
  }
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return hour * 60 + minute
}

function pricedItems(turn: Turn, slots: Slots, guests: Guests): { items: QuoteItem[]; uncounted: string[] } {
  const prices = new Map(turn.business.priceBook.prices.map((price) => [price.sku, price]))
  const items = new Map<string, QuoteItem>()
  const uncounted: string[] = []
  for (const slot of slots.items) {
    const price = prices.get(skuOf(slot.item))
    if (!price || price.amount.amount === 0 || slot.item === "third_protein") continue
    if (!isWanted(slot) && !isOpen(turn, slot)) continue
    const quantity = quantityOf(slot, guests)
    if (quantity === null) uncounted.push(price.name)
    else add(items, { sku: price.sku, quantity })
  }
  for (const third of slots.thirdProteins) {
    const quantity = quantityOf(third, guests)
    if (quantity === null) uncounted.push(prices.get("third-protein")?.name ?? "Third protein")
    else
      add(items, { sku: "third-protein", quantity, ...(third.item ? { proteinSku: skuOf(third.item) } : {}) })
  }
  return { items: [...items.values()].filter((item) => item.quantity > 0), uncounted }
}

/** @returns the priced items of this message alone. */
export function itemsNamed(turn: Turn, guests: Guests): { items: QuoteItem[]; uncounted: string[] } {
  return pricedItems(turn, turn.newSlots, guests)
}

/** How many are ordered; half of an odd number counts up. @returns null when nobody said how many. */
function quantityOf({ count, share }: ItemCount, guests: Guests): number | null {
  const children = guests.children ?? 0
  const eaters = guests.adults + children
  if (count === "all") return eaters
  if (!share) return count
  const of = { everyone: eaters, adults: guests.adults, children }[share.of]
  // A third of 30 must not become 11 for the last bit of a fraction.
  return Math.max(0, Math.ceil(of * share.part - 1e-9) - share.less)
}

/** Named in this very message, and nobody can say for how many: better told than left out in silence. */
function isOpen(turn: Turn, slot: ItemSlot): boolean {
  return slot.action !== "remove" && turn.newSlots.items.some(({ item }) => item === slot.item)
}

function isWanted(slot: ItemSlot): boolean {
  return (
    slot.action === "want" ||
    slot.action === "add" ||
    (slot.action === "mention" && (slot.count !== null || slot.share !== undefined))
  )
}

function add(items: Map<string, QuoteItem>, item: QuoteItem): void {
  const key = `${item.sku} ${item.proteinSku ?? ""}`
  const known = items.get(key)
  items.set(key, known ? { ...known, quantity: known.quantity + item.quantity } : item)
}
