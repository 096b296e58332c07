import type { UndoneMerge } from "@myhibachi/contract/customers"
import { and, eq, gt, inArray, ne, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { readCustomer } from "../find-customers.ts"
import { customers, merges, timeline } from "../tables.ts"
import { addTimelineEntry } from "../timeline.ts"

/**
 * Makes two people of one again: each has what was theirs before. What came after the merge was written for
 * the survivor, stays there and is counted in the answer.
 * @throws AppError "merge-not-found", "merge-undone" (409), "customer-erased" (410).
 */
export async function undoMerge(ctx: Context, mergeId: string): Promise<UndoneMerge> {
  return inTransaction(ctx, async (ctx) => {
    const merge = await lockMerge(ctx, mergeId)
    const kept = await readWhatCameAfter(ctx, merge)
    await ctx.db
      .update(customers)
      .set({ mergedInto: null, version: sql`${customers.version} + 1` })
      .where(eq(customers.id, merge.mergedId))
    await ctx.db
      .update(customers)
      .set({ version: sql`${customers.version} + 1` })
      .where(eq(customers.id, merge.survivorId))
    await ctx.db
      .update(merges)
      .set({ undoneAt: ctx.now(), undoneBy: actorName(ctx.actor) })
      .where(eq(merges.id, mergeId))
    for (const customerId of [merge.survivorId, merge.mergedId]) {
      await addTimelineEntry(ctx, { customerId, kind: "merge", title: "Made two people again" })
    }
    const survivor = await readCustomer(ctx, { customerId: merge.survivorId })
    const other = await readCustomer(ctx, { customerId: merge.mergedId })
    await audit(ctx, {
      action: "customer.merge-undone",
      entity: "customer",
      entityId: merge.survivorId,
      details: { mergeId, mergedId: merge.mergedId, staysWithSurvivor: kept.length },
    })
    return { survivor, other, staysWithSurvivor: kept.map(({ title }) => title) }
  })
}

type MergeRow = typeof merges.$inferSelect

async function readWhatCameAfter(ctx: Context, merge: MergeRow): Promise<{ title: string }[]> {
  const mergeEntry = ctx.db
    .select({ sequence: timeline.sequence })
    .from(timeline)
    .where(and(eq(timeline.entity, "merge"), eq(timeline.entityId, merge.id)))
  return ctx.db
    .select({ title: timeline.title })
    .from(timeline)
    .where(
      and(
        eq(timeline.customerId, merge.survivorId),
        gt(timeline.sequence, sql`(${mergeEntry})`),
        ne(timeline.kind, "merge"),
      ),
    )
    .orderBy(timeline.sequence)
}

async function lockMerge(ctx: Context, mergeId: string): Promise<MergeRow> {
  const [merge] = await ctx.db.select().from(merges).where(eq(merges.id, mergeId)).for("update")
  if (!merge) throw notFound("merge", mergeId)
  if (merge.undoneAt) throw new AppError("conflict", "merge-undone", "This merge was undone already.")
  const both = await ctx.db
    .select({ erasedAt: customers.erasedAt })
    .from(customers)
    .where(inArray(customers.id, [merge.survivorId, merge.mergedId]))
    .orderBy(customers.id)
    .for("update")
  if (both.some(({ erasedAt }) => erasedAt)) {
    throw new AppError("gone", "customer-erased", "This person's data was erased; there is nothing to undo.")
  }
  return merge
}
