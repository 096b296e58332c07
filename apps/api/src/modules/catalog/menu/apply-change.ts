import type { Allergen, Ingredient, MenuItem } from "@myhibachi/contract/catalog"
import type { MenuChange, MenuChangePreview } from "@myhibachi/contract/menu-editing"
import { allergensOf } from "../allergens.ts"

/** @returns the menu as it would be after the change; allergens follow from the ingredients. */
export function applyChange(
  items: readonly MenuItem[],
  change: MenuChange,
  known: readonly Ingredient[],
): MenuItem[] {
  switch (change.kind) {
    case "archive":
      return items.filter((item) => item.sku !== change.sku)
    case "recipe":
      return items.map((item) =>
        item.sku === change.sku
          ? withIngredients(
              item,
              change.ingredientIds.flatMap((id) => known.filter((ingredient) => ingredient.id === id)),
            )
          : item,
      )
    case "ingredient":
      return items.map((item) =>
        withIngredients(
          item,
          item.ingredients.map((ingredient) =>
            ingredient.id === change.id
              ? { ...ingredient, allergens: change.allergens, isRemovable: change.isRemovable }
              : ingredient,
          ),
        ),
      )
    default:
      return change satisfies never
  }
}

function withIngredients(item: MenuItem, ingredients: Ingredient[]): MenuItem {
  return {
    ...item,
    ingredients,
    allergens: allergensOf({ ingredients }),
    allergensOnRequest: allergensOf({ ingredients }, true),
  }
}

/** @returns the dishes that are not safe for the same guests any more, and the ingredients that bring it. */
export function compareMenus(
  before: readonly MenuItem[],
  after: readonly MenuItem[],
): MenuChangePreview["dishes"] {
  return after.flatMap((item) => {
    const was = before.find(({ sku }) => sku === item.sku)
    if (!was) return []
    const gained = without(item.allergens, was.allergens)
    const lost = without(was.allergens, item.allergens)
    const isFixed = without(item.allergensOnRequest, was.allergensOnRequest).length > 0
    if (gained.length + lost.length === 0 && !isFixed) return []
    const holds = ({ allergens }: Ingredient) => allergens.some((allergen) => gained.includes(allergen))
    const because = item.ingredients.filter(holds).map(({ name }) => name)
    return [{ sku: item.sku, name: item.name, gained, lost, because }]
  })
}

function without(allergens: readonly Allergen[], others: readonly Allergen[]): Allergen[] {
  return allergens.filter((allergen) => !others.includes(allergen))
}
