import {
  checkGuestList,
  isProtein,
  isServedToAll,
} from "../../apps/api/src/modules/booking/guests/check-guests.ts"
import { allergensOf } from "../../apps/api/src/modules/catalog/index.ts"
import { SAMPLE_INGREDIENTS, SAMPLE_ITEMS } from "../../apps/api/src/modules/catalog/sample-menu.ts"
import { AppError } from "../../apps/api/src/platform/errors.ts"
import { Allergen, type MenuItem } from "../../packages/contract/src/catalog.ts"
import type { PartyGuest } from "../../packages/contract/src/party-guests.ts"
import { information, none } from "./figures.ts"
import type { Figure, Proof } from "./proof.ts"

const SETS = 2 ** Allergen.options.length
const QUICK_EVERY = 16

/** What is done about the dishes: nothing, everything that can be left out, or dishes that stay unsafe are not served. */
const MEASURES = ["as they are", "left out", "left out and skipped"] as const
type Measure = (typeof MEASURES)[number]

/** The sample menu through the rule that stands before every save, against a count of its own. */
export const allergens: Proof = {
  name: "allergens",
  shows: "Every pair of proteins with every set of declared allergens and every way to deal with them.",
  target: "0 unsafe saved, 0 safe refused",
  async run({ quick, progress }) {
    const menu = sampleMenu()
    const proteins = menu.filter(isProtein)
    const found = { tried: 0, saved: 0, unsafeSaved: 0, safeRefused: 0 }
    for (let set = 0; set < SETS; set += quick ? QUICK_EVERY : 1) {
      if (set % 256 === 0) progress(`${set} of ${SETS} sets of allergens`)
      const declared = Allergen.options.filter((_, bit) => set & (1 << bit))
      for (const [index, first] of proteins.entries())
        for (const second of proteins.slice(index))
          for (const measure of MEASURES) {
            const guest = aGuest([first, second], declared, measure, menu)
            const isSaved = passes(guest, menu)
            const isSafe = !eatsAllergen(guest, menu)
            found.tried += 1
            if (isSaved) found.saved += 1
            if (isSaved && !isSafe) found.unsafeSaved += 1
            if (!isSaved && isSafe) found.safeRefused += 1
          }
    }
    return describe(found)
  },
}

function sampleMenu(): MenuItem[] {
  return SAMPLE_ITEMS.map((item) => {
    const ingredients = item.ingredients.map((id) => {
      const ingredient = SAMPLE_INGREDIENTS.find((candidate) => candidate.id === id)
      if (!ingredient) throw new Error(`The sample ingredient ${id} is missing.`)
      return {
        id,
        name: ingredient.name,
        origin: ingredient.origin,
        allergens: ingredient.allergens,
        isRemovable: ingredient.isRemovable ?? false,
      }
    })
    return {
      sku: item.sku,
      name: item.name,
      kind: item.kind,
      description: item.description,
      ingredients,
      allergens: allergensOf({ ingredients }),
      allergensOnRequest: allergensOf({ ingredients }, true),
      isVegetarian: false,
      isVegan: false,
      isVeganOnRequest: false,
      price: null,
      unit: "included",
    }
  })
}

function aGuest(
  chosen: readonly MenuItem[],
  declared: Allergen[],
  measure: Measure,
  menu: readonly MenuItem[],
): PartyGuest {
  const leaveOut = (item: MenuItem) =>
    measure === "as they are"
      ? []
      : item.ingredients
          .filter((part) => part.isRemovable && part.allergens.some((one) => declared.includes(one)))
          .map((part) => part.id)
  const isStillUnsafe = (item: MenuItem) => item.allergensOnRequest.some((one) => declared.includes(one))
  return {
    name: "",
    band: "adult",
    choices: chosen.map((item) => ({ sku: item.sku, leaveOut: leaveOut(item) })),
    allergens: declared,
    isSevere: false,
    sides: menu.filter(isServedToAll).map((item) => ({
      sku: item.sku,
      leaveOut: leaveOut(item),
      isSkipped: measure === "left out and skipped" && isStillUnsafe(item),
    })),
    note: "",
  }
}

function passes(guest: PartyGuest, menu: MenuItem[]): boolean {
  const premium = guest.choices.map(({ sku }) => ({ sku, quantity: 1 }))
  try {
    checkGuestList([guest], {
      guests: { adults: 1, children: 0, littleOnes: 0 },
      items: premium,
      proteinsPerGuest: 2,
      menu,
    })
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** Counted from the sample recipes, sharing no code with the rule. */
function eatsAllergen(guest: PartyGuest, menu: readonly MenuItem[]): boolean {
  const given = new Map(guest.sides.map((side) => [side.sku, side]))
  const plates = [
    ...guest.choices,
    ...menu
      .filter(({ kind }) => kind === "side" || kind === "sauce")
      .flatMap(({ sku }) => {
        const side = given.get(sku)
        return side?.isSkipped ? [] : [{ sku, leaveOut: side?.leaveOut ?? [] }]
      }),
  ]
  return plates.some(({ sku, leaveOut }) =>
    (SAMPLE_ITEMS.find((item) => item.sku === sku)?.ingredients ?? [])
      .filter((id) => !leaveOut.includes(id))
      .some((id) => {
        const part = SAMPLE_INGREDIENTS.find((candidate) => candidate.id === id)
        return part?.allergens.some((one) => guest.allergens.includes(one))
      }),
  )
}

function describe(found: {
  tried: number
  saved: number
  unsafeSaved: number
  safeRefused: number
}): Figure[] {
  return [
    information("guests tried", found.tried),
    information("of these saved", found.saved),
    none("unsafe saved", found.unsafeSaved),
    none("safe refused", found.safeRefused),
  ]
}
