import type { EditView, SavedView, SaveView, ViewedList } from "@myhibachi/contract/saved-views"
import { and, count, eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode, invalidField } from "#platform/errors.ts"
import { actingUserId, readUser } from "../staff-member.ts"
import { presentView, requireOwnView } from "./find-views.ts"
import { savedViews } from "./tables.ts"

const MOST_VIEWS = 50

/** Keeps filters under a name. @throws AppError "view-name-taken" (400), "too-many-views" (409). */
export async function saveView(ctx: Context, input: SaveView): Promise<SavedView> {
  const userId = actingUserId(ctx)
  const { list, name, filters, roles = [], isDefault = false } = input
  return translateTaken(async () => {
    const row = await inTransaction(ctx, async (ctx) => {
      await refuseTooMany(ctx, userId, list)
      if (isDefault) await forgetDefault(ctx, userId, list)
      const values = { list, name, filters, roles, isDefault, userId, createdAt: ctx.now() }
      const [row] = await ctx.db
        .insert(savedViews)
        .values({ id: ctx.newId("view"), ...values })
        .returning()
      if (!row) throw new Error("The view was not written.")
      await audit(ctx, { action: "view.saved", entity: "view", entityId: row.id, details: { list, roles } })
      return row
    })
    return presentView(row, { userId, ownerName: (await readUser(ctx, userId)).name })
  })
}

/** Changes one's own view. @throws AppError "view-not-found", "view-name-taken" (400). */
export async function editView(ctx: Context, input: EditView & { id: string }): Promise<SavedView> {
  const { id, ...change } = input
  const userId = actingUserId(ctx)
  return translateTaken(async () => {
    const row = await inTransaction(ctx, async (ctx) => {
      const before = await requireOwnView(ctx, id)
      if (change.isDefault) await forgetDefault(ctx, userId, before.list)
      const [row] = await ctx.db
        .update(savedViews)
        .set({ ...change, version: before.version + 1 })
        .where(eq(savedViews.id, id))
        .returning()
      if (!row) throw new Error(`The view ${id} has gone.`)
      await audit(ctx, { action: "view.changed", entity: "view", entityId: id, details: { ...change } })
      return row
    })
    return presentView(row, { userId, ownerName: (await readUser(ctx, userId)).name })
  })
}

/** Forgets one's own view. @throws AppError "view-not-found". */
export async function deleteView(ctx: Context, input: { id: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { list } = await requireOwnView(ctx, input.id)
    await ctx.db.delete(savedViews).where(eq(savedViews.id, input.id))
    await audit(ctx, { action: "view.deleted", entity: "view", entityId: input.id, details: { list } })
  })
}

async function forgetDefault(ctx: Context, userId: string, list: ViewedList): Promise<void> {
  await ctx.db
    .update(savedViews)
    .set({ isDefault: false })
    .where(and(eq(savedViews.userId, userId), eq(savedViews.list, list), eq(savedViews.isDefault, true)))
}

async function refuseTooMany(ctx: Context, userId: string, list: ViewedList): Promise<void> {
  const [own] = await ctx.db
    .select({ views: count() })
    .from(savedViews)
    .where(and(eq(savedViews.userId, userId), eq(savedViews.list, list)))
  if ((own?.views ?? 0) < MOST_VIEWS) return
  throw new AppError("conflict", "too-many-views", `You keep ${MOST_VIEWS} views here; delete one first.`)
}

async function translateTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (databaseErrorCode(error) !== "23505") throw error
    throw invalidField("/name", "You have a view of this name here; choose another one.", "view-name-taken")
  }
}
