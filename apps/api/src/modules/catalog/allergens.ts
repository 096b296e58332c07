import type { Allergen, MenuItem } from "@myhibachi/contract/catalog"

interface Made {
  ingredients: readonly { allergens: readonly Allergen[]; isRemovable: boolean }[]
}

/**
 * @returns what the item's ingredients contain, sorted by name; with `onRequest` after leaving out every
 * ingredient that can be left out.
 */
export function allergensOf(item: Made, onRequest = false): Allergen[] {
  const kept = item.ingredients.filter((ingredient) => !(onRequest && ingredient.isRemovable))
  return [...new Set(kept.flatMap((ingredient) => ingredient.allergens))].sort()
}

export interface SafeItem {
  item: MenuItem
  /** Names of the ingredients that must be left out for this guest. */
  leaveOut: string[]
}

/** @returns the items whose ingredients hold none of the allergens, with what must be left out for that. */
export function safeItemsFor(items: readonly MenuItem[], allergens: readonly Allergen[]): SafeItem[] {
  return items
    .filter((item) => !item.allergensOnRequest.some((allergen) => allergens.includes(allergen)))
    .map((item) => ({ item, leaveOut: unsafeIngredients(item, allergens) }))
}

function unsafeIngredients(item: MenuItem, allergens: readonly Allergen[]): string[] {
  return item.ingredients
    .filter((ingredient) => ingredient.allergens.some((allergen) => allergens.includes(allergen)))
    .map((ingredient) => ingredient.name)
}
