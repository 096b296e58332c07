import { Allergen, type Menu, type MenuQuery } from "@myhibachi/contract/catalog"
import type { Context } from "#platform/context.ts"
import { invalidField } from "#platform/errors.ts"
import { safeItemsFor } from "./allergens.ts"
import { currentPriceBook } from "./current-catalog.ts"
import { presentDish, readDishes } from "./menu/read-menu.ts"
import { readBusiness } from "./read-business.ts"

/**
 * @returns the menu with its allergens, derived from the ingredients; with `without` only what is free of them.
 * What is archived is not on it, except the dishes that a booked party has already: `bookedSkus`.
 * @throws AppError "unknown-allergen".
 */
export async function findMenu(
  ctx: Context,
  query: MenuQuery = {},
  bookedSkus: readonly string[] = [],
): Promise<Menu> {
  const unwanted = readAllergens(query.without)
  const book = await currentPriceBook(ctx)
  const business = await readBusiness(ctx)
  const served = (await readDishes(ctx)).filter(
    ({ row }) => row.archivedAt === null || bookedSkus.includes(row.sku),
  )
  const items = served.map((dish) => presentDish(dish, book))
  const safe = unwanted.length === 0 ? items : safeItemsFor(items, unwanted).map(({ item }) => item)
  return {
    priceBookVersion: book.version,
    items: query.kind ? safe.filter((item) => item.kind === query.kind) : safe,
    allergens: Allergen.options,
    notices: business.kitchenNotices,
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
