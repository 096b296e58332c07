import type { Ingredient, MenuItem, PriceBook } from "@myhibachi/contract/catalog"
import type { StaffMenu } from "@myhibachi/contract/menu-editing"
import { asc, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { allergensOf } from "../allergens.ts"
import { currentPriceBook } from "../current-catalog.ts"
import { readBusiness } from "../read-business.ts"
import { ingredients, menuItemIngredients, menuItems } from "../tables.ts"

/** A dish as it is kept, with its ingredients in the order of the recipe. */
export interface Dish {
  row: typeof menuItems.$inferSelect
  parts: Ingredient[]
}

/** @returns every dish, archived ones too, in the order of the menu. */
export async function readDishes(ctx: Context): Promise<Dish[]> {
  const rows = await ctx.replica.select().from(menuItems).orderBy(asc(menuItems.position))
  const recipes = await ctx.replica
    .select({ sku: menuItemIngredients.sku, part: ingredients })
    .from(menuItemIngredients)
    .innerJoin(ingredients, eq(ingredients.id, menuItemIngredients.ingredientId))
    .orderBy(asc(menuItemIngredients.sku), asc(menuItemIngredients.position))
  const bySku = Map.groupBy(recipes, ({ sku }) => sku)
  return rows.map((row) => ({ row, parts: (bySku.get(row.sku) ?? []).map(({ part }) => part) }))
}

/** @returns the dish as people read it: allergens follow from its ingredients, the price from the book. */
export function presentDish({ row, parts }: Dish, book: PriceBook): MenuItem {
  const price = book.prices.find((candidate) => candidate.sku === row.sku)
  const isIncluded = !price || price.amount.amount === 0
  const isVegan = (part: Ingredient) => part.origin === "plant"
  return {
    sku: row.sku,
    name: row.name,
    kind: row.kind,
    description: row.description,
    ingredients: parts.map(({ id, name, origin, allergens, isRemovable }) => ({
      id,
      name,
      origin,
      allergens,
      isRemovable,
    })),
    allergens: allergensOf({ ingredients: parts }),
    allergensOnRequest: allergensOf({ ingredients: parts }, true),
    isVegetarian: parts.every((part) => part.origin === "plant" || part.origin === "animal_product"),
    isVegan: parts.every(isVegan),
    isVeganOnRequest: parts.every((part) => isVegan(part) || part.isRemovable),
    price: isIncluded ? null : price.amount,
    unit: isIncluded ? "included" : price.unit,
  }
}

/** @returns the whole menu for staff, archived dishes last. */
export async function readStaffMenu(ctx: Context): Promise<StaffMenu> {
  const book = await currentPriceBook(ctx)
  const { kitchenNotices } = await readBusiness(ctx)
  const items = (await readDishes(ctx)).map((dish) => ({
    ...presentDish(dish, book),
    version: dish.row.version,
    isArchived: dish.row.archivedAt !== null,
  }))
  const served = items.filter(({ isArchived }) => !isArchived)
  return { items: [...served, ...items.filter(({ isArchived }) => isArchived)], notices: kitchenNotices }
}
