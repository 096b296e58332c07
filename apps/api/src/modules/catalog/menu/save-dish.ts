import { CreateDish, SaveDish, type StaffMenuItem } from "@myhibachi/contract/menu-editing"
import { eq, inArray, max } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { ingredients, menuItemIngredients, menuItems } from "../tables.ts"
import { announceArchive } from "./archived.ts"
import { menuChanged } from "./events.ts"
import { tryMenuChange } from "./preview-change.ts"
import { readStaffMenu } from "./read-menu.ts"

/** @throws AppError "menu-item-not-found". */
export async function readDish(ctx: Context, sku: string): Promise<StaffMenuItem> {
  const dish = (await readStaffMenu(ctx)).items.find((item) => item.sku === sku)
  if (!dish) throw notFound("menu-item", sku)
  return dish
}

/**
 * Adds a dish to the menu. It is sold once a published price book has a price for it.
 * @throws AppError "menu-item-exists" (409), "ingredient-unknown".
 */
export async function createDish(ctx: Context, input: CreateDish): Promise<StaffMenuItem> {
  const { ingredientIds, ...dish } = CreateDish.parse(input)
  return inTransaction(ctx, async (ctx) => {
    const [last] = await ctx.db.select({ position: max(menuItems.position) }).from(menuItems)
    const position = (last?.position ?? 0) + 1
    const added = await ctx.db
      .insert(menuItems)
      .values({ ...dish, position })
      .onConflictDoNothing()
      .returning()
    if (added.length === 0)
      throw new AppError(
        "conflict",
        "menu-item-exists",
        `There is a dish ${dish.sku} already; choose another name.`,
      )
    await writeRecipe(ctx, dish.sku, ingredientIds)
    const created = await readDish(ctx, dish.sku)
    const details = { name: dish.name, ingredientIds }
    await audit(ctx, { action: "menu-item.created", entity: "menu-item", entityId: dish.sku, details })
    return created
  })
}

/**
 * Changes a dish; staff get a task for each booked party with a guest for whom it is not safe any more.
 * @throws AppError "menu-item-not-found", "menu-item-archived" (409), "ingredient-unknown".
 */
export async function changeDish(ctx: Context, input: SaveDish & { sku: string }): Promise<StaffMenuItem> {
  const { ingredientIds, ...words } = SaveDish.parse(input)
  const { sku } = input
  return inTransaction(ctx, async (ctx) => {
    const before = await requireServed(ctx, sku)
    await requireIngredients(ctx, ingredientIds)
    const { dishes } = await tryMenuChange(ctx, { kind: "recipe", sku, ingredientIds })
    await ctx.db
      .update(menuItems)
      .set({ ...words, version: before.version + 1 })
      .where(eq(menuItems.sku, sku))
    await writeRecipe(ctx, sku, ingredientIds)
    if (dishes.length > 0)
      await publish(ctx, menuChanged, { changeId: ctx.newId("chg"), dishes, archived: null })
    const changed = await readDish(ctx, sku)
    const details = { before: before.ingredients.map(({ id }) => id), after: ingredientIds, name: words.name }
    await audit(ctx, { action: "menu-item.changed", entity: "menu-item", entityId: sku, details })
    return changed
  })
}

/**
 * Takes a dish off the menu; what was booked keeps its lines, and staff get a task for each party that chose it.
 * @throws AppError "menu-item-not-found", "menu-item-archived" (409).
 */
export async function archiveDish(ctx: Context, input: { sku: string }): Promise<StaffMenuItem> {
  const { sku } = input
  return inTransaction(ctx, async (ctx) => {
    const before = await requireServed(ctx, sku)
    await ctx.db
      .update(menuItems)
      .set({ archivedAt: ctx.now(), version: before.version + 1 })
      .where(eq(menuItems.sku, sku))
    await publish(ctx, menuChanged, {
      changeId: ctx.newId("chg"),
      dishes: [],
      archived: { sku, name: before.name },
    })
    announceArchive(ctx, sku)
    const archived = await readDish(ctx, sku)
    await audit(ctx, { action: "menu-item.archived", entity: "menu-item", entityId: sku })
    return archived
  })
}

async function requireServed(ctx: Context, sku: string): Promise<StaffMenuItem> {
  const dish = await readDish(ctx, sku)
  if (!dish.isArchived) return dish
  throw new AppError(
    "conflict",
    "menu-item-archived",
    `${dish.name} is off the menu and does not change any more.`,
  )
}

async function requireIngredients(ctx: Context, ids: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .select({ id: ingredients.id })
    .from(ingredients)
    .where(inArray(ingredients.id, [...ids]))
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing === undefined) return
  throw invalidField(
    "/ingredientIds",
    `There is no ingredient ${missing}; add it first.`,
    "ingredient-unknown",
  )
}

/** Writes the recipe anew; what was weighed of an ingredient that stays is kept. */
async function writeRecipe(ctx: Context, sku: string, ids: readonly string[]): Promise<void> {
  await requireIngredients(ctx, ids)
  const before = await ctx.db.select().from(menuItemIngredients).where(eq(menuItemIngredients.sku, sku))
  await ctx.db.delete(menuItemIngredients).where(eq(menuItemIngredients.sku, sku))
  const rows = [...new Set(ids)].map((ingredientId, position) => {
    const amountTenths = before.find((row) => row.ingredientId === ingredientId)?.amountTenths ?? 0
    return { sku, ingredientId, position, amountTenths }
  })
  await ctx.db.insert(menuItemIngredients).values(rows)
}
