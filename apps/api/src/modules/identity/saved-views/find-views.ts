import type { SavedView, ViewedList } from "@myhibachi/contract/saved-views"
import { and, asc, eq, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { actingUserId } from "../staff-member.ts"
import { users } from "../tables.ts"
import { savedViews } from "./tables.ts"

export type ViewRow = typeof savedViews.$inferSelect

/** @returns the acting person's own views of a list and those shared with their role, by name. */
export async function findViews(ctx: Context, input: { list: ViewedList }): Promise<SavedView[]> {
  const userId = actingUserId(ctx)
  const role = ctx.actor.kind === "staff" ? ctx.actor.role : ""
  const rows = await ctx.db
    .select({ view: savedViews, ownerName: users.name })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId))
    .where(
      and(
        eq(savedViews.list, input.list),
        or(eq(savedViews.userId, userId), sql`${savedViews.roles} @> ${JSON.stringify([role])}::jsonb`),
      ),
    )
    .orderBy(asc(savedViews.name), asc(savedViews.id))
  return rows.map(({ view, ownerName }) => presentView(view, { userId, ownerName }))
}

/** @returns a view of the acting person's own. @throws AppError "view-not-found" for everybody else's, too. */
export async function requireOwnView(ctx: Context, id: string): Promise<ViewRow> {
  const [row] = await ctx.db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, id), eq(savedViews.userId, actingUserId(ctx))))
  if (!row) throw notFound("view", id)
  return row
}

/** @returns the row as the reader sees it; another's default is not theirs. */
export function presentView(row: ViewRow, reader: { userId: string; ownerName: string }): SavedView {
  const { id, list, name, filters, roles, version } = row
  const isOwn = row.userId === reader.userId
  const isDefault = isOwn && row.isDefault
  return { id, list, name, filters, roles, version, isOwn, isDefault, ownerName: reader.ownerName }
}
