import type { Guests, QuoteItem, QuoteRequest } from "@myhibachi/contract/quote"
import type { GuestsSlot, Item, ItemSlot, Slots } from "#modules/understanding/index.ts"
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
  const { slots } = turn
  const guests = withListedAges(turn, guestsOf(slots.guests)) ?? turn.booking?.page.guests ?? null
  const place = placeOf(slots) ?? turn.booking?.page.place.formatted ?? null
  const missing: MissingPart[] = []
  if (!guests) missing.push("guests")
  if (!place && slots.distanceMiles === undefined) missing.push("place")
  if (!slots.date && !turn.booking) missing.push("date")
  if (!guests) return { request: null, missing, uncounted: [] }
  const { items, uncounted } = pricedItems(turn, guests)
  return { request: { guests, items, ...placePart(slots, place), ...startPart(turn) }, missing, uncounted }
}

const AGE_LIST = /\(\s*(?:ages?:?\s*)?(\d{1,2}(?:\s*(?:,|and|&|,\s*and)\s*\d{1,2})+)\s*\)/i

/** "6 kids aged 4 to 11 (4, 5, 6, 8, 9, 11)": the list decides who is a little one. */
function withListedAges(turn: Turn, guests: Guests | null): Guests | null {
  if (!guests || !turn.newSlots.guests?.areAgesUnknown) return guests
  const ages = (AGE_LIST.exec(turn.text)?.[1]?.match(/\d{1,2}/g) ?? []).map(Number)
  if (ages.length === 0 || ages.length !== (guests.children ?? 0) + (guests.littleOnes ?? 0)) return guests
  const { childFromAge, adultFromAge } = turn.business.parameters.guests
  const count = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length
  return {
    adults: guests.adults + count(adultFromAge, 200),
    children: count(childFromAge, adultFromAge),
    littleOnes: count(0, childFromAge),
  }
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

function pricedItems(turn: Turn, guests: Guests): { items: QuoteItem[]; uncounted: string[] } {
  const prices = new Map(turn.business.priceBook.prices.map((price) => [price.sku, price]))
  const eaters = guests.adults + (guests.children ?? 0)
  const items = new Map<string, QuoteItem>()
  const uncounted: string[] = []
  for (const slot of turn.slots.items) {
    const price = prices.get(skuOf(slot.item))
    if (!price || price.amount.amount === 0 || slot.item === "third_protein" || !isWanted(slot)) continue
    const isHalf = slot.count === null && /\bhalf (?:of )?(?:the |us|them|our |my )?/i.test(turn.text)
    if (isHalf)
      add(items, {
        sku: price.sku,
        quantity: Math.ceil(
          (/half (?:of )?(?:the |our )?(?:adults|grown)/i.test(turn.text) ? guests.adults : eaters) / 2,
        ),
      })
    else if (slot.count === null) uncounted.push(price.name)
    else add(items, { sku: price.sku, quantity: slot.count === "all" ? eaters : slot.count })
  }
  for (const third of turn.slots.thirdProteins) {
    if (third.count === null) uncounted.push(prices.get("third-protein")?.name ?? "Third protein")
    else {
      const quantity = third.count === "all" ? eaters : third.count
      add(items, { sku: "third-protein", quantity, ...(third.item ? { proteinSku: skuOf(third.item) } : {}) })
    }
  }
  return { items: [...items.values()].filter((item) => item.quantity > 0), uncounted }
}

function isWanted(slot: ItemSlot): boolean {
  return slot.action === "want" || slot.action === "add" || (slot.action === "mention" && slot.count !== null)
}

function add(items: Map<string, QuoteItem>, item: QuoteItem): void {
  const key = `${item.sku} ${item.proteinSku ?? ""}`
  const known = items.get(key)
  items.set(key, known ? { ...known, quantity: known.quantity + item.quantity } : item)
}
