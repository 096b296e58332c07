import type { Allergen, MenuItem, MenuItemKind } from "@myhibachi/contract/catalog"

/** @returns the allergen as people say it: `tree nuts`. */
export function allergenText(allergen: Allergen): string {
  return allergen.replace("_", " ")
}

/** The parts of the menu, in the order in which one chooses. */
export const MENU_PARTS: ReadonlyArray<{ kind: MenuItemKind; title: string }> = [
  { kind: "protein", title: "Proteins" },
  { kind: "premium_protein", title: "Premium proteins" },
  { kind: "add_on", title: "Add-ons" },
  { kind: "side", title: "With every plate" },
  { kind: "sauce", title: "House sauces" },
  { kind: "drink", title: "To drink" },
]

/** @returns the allergens that a request to the chef removes, for example dairy with the butter. */
export function removableAllergens(item: Pick<MenuItem, "allergens" | "allergensOnRequest">): Allergen[] {
  return item.allergens.filter((allergen) => !item.allergensOnRequest.includes(allergen))
}

/** @returns the address of the menu with one allergen more, or one fewer when it was there. */
export function toggledMenuAddress(without: readonly string[], allergen: string): string {
  const next = without.includes(allergen) ? without.filter((one) => one !== allergen) : [...without, allergen]
  return next.length > 0 ? `/menu?without=${next.join(",")}` : "/menu"
}
