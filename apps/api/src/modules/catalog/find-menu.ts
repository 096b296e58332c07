import {
  Allergen,
  type Ingredient,
  type Menu,
  type MenuItem,
  type MenuQuery,
} from "@myhibachi/contract/catalog"
import { asc, eq, isNull } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { invalidField } from "#platform/errors.ts"
import { allergensOf, safeItemsFor } from "./allergens.ts"
import { currentPriceBook } from "./current-catalog.ts"
import { readBusiness } from "./read-business.ts"
import { type IngredientOrigin, ingredients, menuItemIngredients, menuItems } from "./tables.ts"

/**
 * @returns the menu with its allergens, derived from the ingredients; with `without` only what is free of them.
 * @throws AppError "unknown-allergen".
 */
export async function findMenu(ctx: Context, query: MenuQuery = {}): Promise<Menu> {
  const unwanted = readAllergens(query.without)
  const book = await currentPriceBook(ctx)
  const business = await readBusiness(ctx)
  const priceOf = new Map(book.prices.map((price) => [price.sku, price]))
  const made = await readIngredients(ctx)
  const rows = await ctx.replica
    .select()
    .from(menuItems)
    .where(isNull(menuItems.archivedAt))
    .orderBy(asc(menuItems.position))
  const items = rows.map((row): MenuItem => {
    const price = priceOf.get(row.sku)
    const isIncluded = !price || price.amount.amount === 0
    return {
      ...describe(made.get(row.sku) ?? []),
      sku: row.sku,
      name: row.name,
      kind: row.kind,
      description: row.description,
      price: isIncluded ? null : price.amount,
      unit: isIncluded ? "included" : price.unit,
    }
  })
  const safe = unwanted.length === 0 ? items : safeItemsFor(items, unwanted).map(({ item }) => item)
  return {
    priceBookVersion: book.version,
    items: query.kind ? safe.filter((item) => item.kind === query.kind) : safe,
    allergens: Allergen.options,
    notices: business.kitchenNotices,
  }
}

interface Part extends Ingredient {
  origin: IngredientOrigin
}

async function readIngredients(ctx: Context): Promise<Map<string, Part[]>> {
  const rows = await ctx.replica
    .select({ sku: menuItemIngredients.sku, ingredient: ingredients })
    .from(menuItemIngredients)
    .innerJoin(ingredients, eq(ingredients.id, menuItemIngredients.ingredientId))
    .orderBy(asc(menuItemIngredients.sku), asc(menuItemIngredients.position))
  const bySku = new Map<string, Part[]>()
  for (const { sku, ingredient } of rows) bySku.set(sku, [...(bySku.get(sku) ?? []), ingredient])
  return bySku
}

function describe(parts: Part[]) {
  const isVegan = (part: Part) => part.origin === "plant"
  return {
    ingredients: parts.map(({ origin: _, ...ingredient }) => ingredient),
    allergens: allergensOf({ ingredients: parts }),
    allergensOnRequest: allergensOf({ ingredients: parts }, true),
    isVegetarian: parts.every((part) => part.origin === "plant" || part.origin === "animal_product"),
    isVegan: parts.every(isVegan),
    isVeganOnRequest: parts.every((part) => isVegan(part) || part.isRemovable),
  }
}

function readAllergens(text: string | undefined): Allergen[] {
  const names = (text ?? "").split(",").map((name) => name.trim().toLowerCase().replaceAll(/[ -]/g, "_"))
  return names.filter(Boolean).map((name) => {
    const allergen = Allergen.safeParse(name)
    if (allergen.success) return allergen.data
    throw invalidField(
      "/without",
      `We know these allergens: ${Allergen.options.join(", ")}.`,
      "unknown-allergen",
    )
  })
}
