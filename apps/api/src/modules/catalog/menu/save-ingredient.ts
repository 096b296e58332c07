import {
  CreateIngredient,
  type IngredientList,
  SaveIngredient,
  type StaffIngredient,
} from "@myhibachi/contract/menu-editing"
import { asc, eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { ingredients, menuItemIngredients, menuItems } from "../tables.ts"
import { menuChanged } from "./events.ts"
import { tryMenuChange } from "./preview-change.ts"

/** @returns every ingredient with the dishes that are made with it. */
export async function findIngredients(ctx: Context): Promise<IngredientList> {
  const rows = await ctx.db.select().from(ingredients).orderBy(asc(ingredients.name))
  const uses = await ctx.db
    .select({ id: menuItemIngredients.ingredientId, sku: menuItems.sku, name: menuItems.name })
    .from(menuItemIngredients)
    .innerJoin(menuItems, eq(menuItems.sku, menuItemIngredients.sku))
    .orderBy(asc(menuItems.position))
  const items = rows.map((row) => ({
    ...row,
    usedIn: uses.filter(({ id }) => id === row.id).map(({ sku, name }) => ({ sku, name })),
  }))
  return { items }
}

/** @throws AppError "ingredient-not-found". */
export async function readIngredient(ctx: Context, id: string): Promise<StaffIngredient> {
  const found = (await findIngredients(ctx)).items.find((ingredient) => ingredient.id === id)
  if (!found) throw notFound("ingredient", id)
  return found
}

/** Adds an ingredient that dishes can be made with. @throws AppError "ingredient-exists" (409). */
export async function createIngredient(ctx: Context, input: CreateIngredient): Promise<StaffIngredient> {
  const ingredient = CreateIngredient.parse(input)
  return inTransaction(ctx, async (ctx) => {
    const added = await ctx.db.insert(ingredients).values(ingredient).onConflictDoNothing().returning()
    if (added.length === 0)
      throw new AppError("conflict", "ingredient-exists", `There is an ingredient ${ingredient.id} already.`)
    const created = await readIngredient(ctx, ingredient.id)
    const details = { ...ingredient }
    await audit(ctx, { action: "ingredient.created", entity: "ingredient", entityId: ingredient.id, details })
    return created
  })
}

/**
 * Changes what an ingredient is; every dish made with it changes with it, and staff get a task for each booked
 * party with a guest for whom a dish is not safe any more.
 * @throws AppError "ingredient-not-found".
 */
export async function changeIngredient(
  ctx: Context,
  input: SaveIngredient & { id: string },
): Promise<StaffIngredient> {
  const { allergens, ...others } = SaveIngredient.parse(input)
  const next = { ...others, allergens: [...new Set(allergens)].sort() }
  return inTransaction(ctx, async (ctx) => {
    const before = await readIngredient(ctx, input.id)
    const { dishes } = await tryMenuChange(ctx, { kind: "ingredient", id: input.id, ...next })
    await ctx.db
      .update(ingredients)
      .set({ ...next, version: before.version + 1 })
      .where(eq(ingredients.id, input.id))
    if (dishes.length > 0)
      await publish(ctx, menuChanged, { changeId: ctx.newId("chg"), dishes, archived: null })
    const changed = await readIngredient(ctx, input.id)
    const details = { before: { name: before.name, allergens: before.allergens }, after: next }
    await audit(ctx, { action: "ingredient.changed", entity: "ingredient", entityId: input.id, details })
    return changed
  })
}
