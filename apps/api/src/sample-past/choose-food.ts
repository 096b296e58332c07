import type { Allergen, MenuItem } from "@myhibachi/contract/catalog"
import type { GuestList, PartyGuest } from "@myhibachi/contract/party-guests"
import type { Stage } from "#app/sample-past/stage.ts"

const PAIRS = [
  ["chicken", "ny-strip-steak"],
  ["ny-strip-steak", "shrimp"],
  ["chicken", "shrimp"],
  ["tofu", "vegetables"],
  ["chicken", "vegetables"],
]
/** Who must not eat what, by the place at the table. */
const ALLERGIES: Record<number, Allergen[]> = { 1: ["shellfish"], 4: ["egg"], 6: ["peanuts"] }
const GIVEN_NAMES = ["Ada", "Ben", "Cleo", "Dara", "Elio", "Fern", "Gus", "Hilde", "Ivo", "June"]

/** Says on the party's page who eats what, with the allergies of three guests. */
export async function chooseFood(stage: Stage, bookingToken: string): Promise<void> {
  const url = `/v1/public/bookings/${bookingToken}/selections`
  const { body: list, etag } = await stage.call<GuestList>("GET", url)
  const adults = Array.from({ length: list.expected.adult }, (_, place) => guestAt(place, "adult", list))
  const children = Array.from({ length: list.expected.child }, (_, place) =>
    guestAt(place + 10, "child", list),
  )
  await stage.call("PUT", url, { guests: [...adults, ...children] }, { "if-match": etag })
}

function guestAt(place: number, band: "adult" | "child", list: GuestList): PartyGuest {
  const allergens = band === "adult" ? (ALLERGIES[place] ?? []) : []
  const safe = list.proteins.filter((item) => isSafe(item, allergens))
  const pair = PAIRS[place % PAIRS.length] ?? []
  const isPairSafe = pair.every((sku) => safe.some((item) => item.sku === sku))
  return {
    name: place < GIVEN_NAMES.length ? (GIVEN_NAMES[place] ?? "") : "",
    band,
    choices: (isPairSafe ? pair : ["chicken", "vegetables"]).map((sku) => ({ sku, leaveOut: [] })),
    allergens,
    isSevere: false,
    sides: list.sides
      .filter((item) => !isSafe(item, allergens))
      .map(({ sku }) => ({ sku, leaveOut: [], isSkipped: true })),
    note: "",
  }
}

function isSafe(item: MenuItem, allergens: readonly Allergen[]): boolean {
  return item.ingredients.every(({ allergens: held }) => !held.some((one) => allergens.includes(one)))
}
