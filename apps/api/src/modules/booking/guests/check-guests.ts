import type { Allergen, MenuItem } from "@myhibachi/contract/catalog"
import type { GuestDish, PartyGuest } from "@myhibachi/contract/party-guests"
import type { Guests, QuoteItem } from "@myhibachi/contract/quote"
import { AppError, invalidField } from "#platform/errors.ts"
import { THIRD_PROTEIN } from "../rules/check-items.ts"

/** What was booked, and what the kitchen makes. */
export interface BookedFood {
  guests: Guests
  items: readonly QuoteItem[]
  proteinsPerGuest: number
  /** Everything on the menu. */
  menu: readonly MenuItem[]
}

const BANDS = { adult: "adults", child: "children", little_one: "littleOnes" } as const
const BAND_WORDS = { adult: "adults", child: "children", little_one: "little ones" }

/** @returns whether a menu item is a protein to choose. */
export function isProtein(item: MenuItem): boolean {
  return item.kind === "protein" || item.kind === "premium_protein"
}

/** @returns whether every guest gets the item unless it is skipped for them. */
export function isServedToAll(item: MenuItem): boolean {
  return (item.kind === "side" || item.kind === "sauce") && item.price === null
}

/**
 * Refuses a list that was not booked or is unsafe: no dish may reach a guest with an ingredient that holds an
 * allergen of that guest. Allergens follow from the ingredients only.
 * @throws AppError "too-many-guests", "too-many-proteins", "upgrade-not-booked", "dish-unknown", "dish-twice",
 * "not-removable", "unsafe-dish", each with the pointer of the guest and the remedy.
 */
export function checkGuestList(guests: readonly PartyGuest[], booked: BookedFood): void {
  checkCounts(guests, booked)
  for (const [index, guest] of guests.entries()) {
    checkChoices(guest, index, booked)
    checkSides(guest, index, booked)
  }
  checkUpgrades(guests, booked)
}

/**
 * Checks again what was safe when it was chosen, because recipes change afterwards.
 * @returns one sentence for each guest whose food is no longer safe or no longer made.
 */
export function findUnsafe(guests: readonly PartyGuest[], booked: BookedFood): string[] {
  return guests.flatMap((guest, index) => {
    try {
      checkChoices(guest, index, booked)
      checkSides(guest, index, booked)
      return []
    } catch (error) {
      if (error instanceof AppError) return [error.message]
      throw error
    }
  })
}

/** @returns the ingredients of the dish that are unsafe for the guest and still in it. */
export function unsafeIngredients(
  item: MenuItem,
  leaveOut: readonly string[],
  allergens: readonly Allergen[],
) {
  return item.ingredients.filter(
    ({ id, allergens: held }) => !leaveOut.includes(id) && held.some((one) => allergens.includes(one)),
  )
}

function checkCounts(guests: readonly PartyGuest[], booked: BookedFood): void {
  for (const band of Object.keys(BANDS) as (keyof typeof BANDS)[]) {
    const listed = guests.filter((guest) => guest.band === band).length
    const expected = booked.guests[BANDS[band]]
    if (listed > expected)
      throw invalidField(
        "/guests",
        `${listed} ${BAND_WORDS[band]} are listed, but ${expected} are booked; change the head count or take some off the list.`,
        "too-many-guests",
      )
  }
}

function checkChoices(guest: PartyGuest, index: number, booked: BookedFood): void {
  if (guest.band === "little_one" && guest.choices.length > 0)
    throw invalidField(
      `/guests/${index}/choices`,
      "Little ones choose no protein; they eat along from rice and vegetables.",
      "too-many-proteins",
    )
  for (const [place, dish] of guest.choices.entries()) {
    const pointer = `/guests/${index}/choices/${place}`
    const item = booked.menu.find((candidate) => candidate.sku === dish.sku)
    if (!item || !isProtein(item))
      throw invalidField(pointer, `${dish.sku} is no protein of our menu; choose another.`, "dish-unknown")
    checkDish(dish, item, guest, pointer)
  }
}

function checkSides(guest: PartyGuest, index: number, booked: BookedFood): void {
  const served = booked.menu.filter(isServedToAll)
  for (const [place, side] of guest.sides.entries())
    if (!served.some((item) => item.sku === side.sku))
      throw invalidField(
        `/guests/${index}/sides/${place}`,
        `${side.sku} is not served to everybody.`,
        "dish-unknown",
      )
  if (new Set(guest.sides.map((side) => side.sku)).size < guest.sides.length)
    throw invalidField(
      `/guests/${index}/sides`,
      "A dish is listed twice for this guest; say once how it is served.",
      "dish-twice",
    )
  for (const item of served) {
    const side = guest.sides.find((candidate) => candidate.sku === item.sku) ?? {
      sku: item.sku,
      leaveOut: [],
      isSkipped: false,
    }
    if (!side.isSkipped) checkDish(side, item, guest, `/guests/${index}/sides`)
  }
}

function checkDish(dish: GuestDish, item: MenuItem, guest: PartyGuest, pointer: string): void {
  for (const id of dish.leaveOut) {
    const ingredient = item.ingredients.find((candidate) => candidate.id === id)
    if (!ingredient?.isRemovable)
      throw invalidField(
        pointer,
        `${ingredient?.name ?? id} cannot be left out of ${item.name}; choose another dish.`,
        "not-removable",
      )
  }
  const unsafe = unsafeIngredients(item, dish.leaveOut, guest.allergens)
  if (unsafe.length === 0) return
  const names = unsafe.map((ingredient) => ingredient.name).join(", ")
  const who = guest.name || "this guest"
  const isRemovable = unsafe.every((ingredient) => ingredient.isRemovable)
  const remedy = isRemovable ? `leave out the ${names}` : "choose something else or do not serve it"
  throw invalidField(
    pointer,
    `${item.name} holds ${names}, which is not safe for ${who}; ${remedy}.`,
    "unsafe-dish",
  )
}

function checkUpgrades(guests: readonly PartyGuest[], booked: BookedFood): void {
  const extra = guests.reduce(
    (sum, guest) => sum + Math.max(0, guest.choices.length - booked.proteinsPerGuest),
    0,
  )
  const bookedThirds = countThirdProteins(booked.items)
  if (extra > bookedThirds)
    throw invalidField(
      "/guests",
      `${extra} third proteins are chosen, but ${bookedThirds} are booked; add them under guests and extras first.`,
      "too-many-proteins",
    )
  for (const item of booked.menu.filter((candidate) => candidate.kind === "premium_protein")) {
    const chosen = guests.flatMap((guest) => guest.choices).filter((dish) => dish.sku === item.sku).length
    const paid = countUpgrades(booked.items, item.sku)
    if (chosen > paid)
      throw invalidField(
        "/guests",
        `${item.name} is chosen ${chosen} times, but ${paid} are booked; add the upgrade under guests and extras first.`,
        "upgrade-not-booked",
      )
  }
}

/** @returns how many third proteins are booked. */
export function countThirdProteins(items: readonly QuoteItem[]): number {
  return sumOf(items.filter((item) => item.sku === THIRD_PROTEIN))
}

/** @returns how often a premium protein is booked, by itself or as a third protein. */
export function countUpgrades(items: readonly QuoteItem[], sku: string): number {
  return sumOf(
    items.filter((item) => item.sku === sku || (item.sku === THIRD_PROTEIN && item.proteinSku === sku)),
  )
}

function sumOf(items: readonly QuoteItem[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0)
}

/**
 * Refuses a change of the head count or the extras that the guest list no longer fits.
 * @throws AppError "guest-list-too-long" (409) with the reason and the remedy.
 */
export function requireListFits(guests: readonly PartyGuest[], booked: BookedFood): void {
  try {
    checkCounts(guests, booked)
    checkUpgrades(guests, booked)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const detail = `The list of guests says more than that: ${error.message}`
    throw new AppError("conflict", "guest-list-too-long", detail, {}, { cause: error })
  }
}
