import type { Allergen, MenuItem } from "@myhibachi/contract/catalog"
import type { GuestBand, GuestList, PartyGuest } from "@myhibachi/contract/party-guests"

/** @returns whether the dish can be made without the allergens. */
export function canBeSafe(item: MenuItem, allergens: readonly Allergen[]): boolean {
  return !item.allergensOnRequest.some((allergen) => allergens.includes(allergen))
}

/** @returns the guest with what the kitchen leaves out or does not serve, so that every dish is safe. */
export function arrangeSafely(guest: PartyGuest, list: Pick<GuestList, "proteins" | "sides">): PartyGuest {
  const leaveOut = (item: MenuItem) =>
    item.ingredients
      .filter(
        (part) => part.isRemovable && part.allergens.some((allergen) => guest.allergens.includes(allergen)),
      )
      .map((part) => part.id)
  return {
    ...guest,
    choices: guest.choices.flatMap(({ sku }) => {
      const item = list.proteins.find((protein) => protein.sku === sku)
      return item && canBeSafe(item, guest.allergens) ? [{ sku, leaveOut: leaveOut(item) }] : []
    }),
    sides: list.sides.flatMap((item) => {
      const isSkipped = !canBeSafe(item, guest.allergens)
      const left = isSkipped ? [] : leaveOut(item)
      return isSkipped || left.length > 0 ? [{ sku: item.sku, leaveOut: left, isSkipped }] : []
    }),
  }
}

/** @returns what is different for this guest, in words: `no fried rice`, `chicken without butter`. */
export function differencesOf(guest: PartyGuest, list: Pick<GuestList, "proteins" | "sides">): string[] {
  const menu = [...list.proteins, ...list.sides]
  const dishes = [...guest.choices.map((dish) => ({ ...dish, isSkipped: false })), ...guest.sides]
  return dishes.flatMap(({ sku, leaveOut, isSkipped }) => {
    const item = menu.find((candidate) => candidate.sku === sku)
    if (!item) return []
    const name = item.name.toLowerCase()
    if (isSkipped) return [`no ${name}`]
    const left = item.ingredients.filter((part) => leaveOut.includes(part.id)).map((part) => part.name)
    return left.length > 0 ? [`${name} without ${left.join(", ")}`] : []
  })
}

/** @returns the listed guests, and an empty place for everybody who was booked and is not listed yet. */
export function withEmptyPlaces(list: GuestList): PartyGuest[] {
  const bands: GuestBand[] = ["adult", "child", "little_one"]
  const missing = bands.flatMap((band) => {
    const listed = list.guests.filter((guest) => guest.band === band).length
    return Array.from({ length: Math.max(0, list.expected[band] - listed) }, () => emptyGuest(band))
  })
  return [...list.guests, ...missing]
}

function emptyGuest(band: GuestBand): PartyGuest {
  return { name: "", band, choices: [], allergens: [], isSevere: false, sides: [], note: "" }
}

/** @returns whether anything was said about the guest; empty places are not sent. */
export function isTold(guest: PartyGuest): boolean {
  return (
    guest.name.trim() !== "" ||
    guest.choices.length > 0 ||
    guest.allergens.length > 0 ||
    guest.isSevere ||
    guest.note.trim() !== ""
  )
}
