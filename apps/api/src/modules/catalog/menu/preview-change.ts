import type { MenuItem } from "@myhibachi/contract/catalog"
import type { MenuChange, MenuChangePreview } from "@myhibachi/contract/menu-editing"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { findMenu } from "../find-menu.ts"
import { ingredients } from "../tables.ts"
import { applyChange, compareMenus } from "./apply-change.ts"

export interface TriedChange {
  dishes: MenuChangePreview["dishes"]
  /** The menu as it would be. */
  items: MenuItem[]
}

/** Tries a change of the menu without saving it. @throws AppError "ingredient-not-found", "menu-item-not-found". */
export async function tryMenuChange(ctx: Context, change: MenuChange): Promise<TriedChange> {
  const { items } = await findMenu(ctx)
  const known = await ctx.db.select().from(ingredients)
  const wanted =
    change.kind === "ingredient" ? [change.id] : change.kind === "recipe" ? change.ingredientIds : []
  const missing = wanted.find((id) => !known.some((ingredient) => ingredient.id === id))
  if (missing !== undefined) throw notFound("ingredient", missing)
  if (change.kind !== "ingredient" && !items.some(({ sku }) => sku === change.sku))
    throw notFound("menu-item", change.sku)
  const changed = applyChange(items, change, known)
  return { dishes: compareMenus(items, changed), items: changed }
}
