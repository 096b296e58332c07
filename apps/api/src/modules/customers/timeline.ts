import type { Timeline } from "@myhibachi/contract/customers"
import { and, desc, eq, lt } from "drizzle-orm"
import { actorName, type Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { customers, timeline } from "./tables.ts"

export interface NewTimelineEntry {
  customerId: string
  kind: string
  title: string
  detail?: string
  entity?: string
  entityId?: string
}

/** Tells what happened around a person; every module calls it in the transaction of its change. */
export async function addTimelineEntry(ctx: Context, entry: NewTimelineEntry): Promise<void> {
  await ctx.db
    .insert(timeline)
    .values({ ...entry, id: ctx.newId("tle"), at: ctx.now(), actor: actorName(ctx.actor) })
  await ctx.db.update(customers).set({ lastActivityAt: ctx.now() }).where(eq(customers.id, entry.customerId))
}

export interface TimelineQuery {
  customerId: string
  cursor?: string | undefined
  limit: number
}

/** @returns what happened around a person, the newest first. @throws AppError "invalid-cursor". */
export async function readTimeline(ctx: Context, query: TimelineQuery): Promise<Timeline> {
  const after = query.cursor ? decodeCursor(query.cursor, 1) : null
  const rows = await ctx.replica
    .select()
    .from(timeline)
    .where(
      and(
        eq(timeline.customerId, query.customerId),
        after ? lt(timeline.sequence, Number(after[0])) : undefined,
      ),
    )
    .orderBy(desc(timeline.sequence))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    (row) => [row.sequence],
    ({ customerId: _, sequence: __, ...row }) => ({ ...row, at: row.at.toString() }),
  )
}
