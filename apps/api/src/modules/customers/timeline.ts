import type { Timeline, TimelineKind } from "@myhibachi/contract/customers"
import { and, desc, eq, inArray, isNull, lt } from "drizzle-orm"
import { actorName, type Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { isPerson, survivorId } from "./family.ts"
import { requireCustomer } from "./require-customer.ts"
import { customers, timeline } from "./tables.ts"

export interface NewTimelineEntry {
  customerId: string
  kind: TimelineKind
  title: string
  detail?: string
  entity?: string
  entityId?: string
  /** Makes the entry happen once for its cause, for jobs that may run again. */
  key?: string
}

/** Tells what happened around a person; every module calls it in the transaction of its change. */
export async function addTimelineEntry(ctx: Context, entry: NewTimelineEntry): Promise<void> {
  const { key, ...told } = entry
  const customerId = survivorId(entry.customerId)
  const [known] = await ctx.db
    .update(customers)
    .set({ lastActivityAt: ctx.now() })
    .where(and(eq(customers.id, customerId), isNull(customers.erasedAt)))
    .returning({ id: customers.id })
  // Money may still move for a party of somebody who was erased; it is told of the payment, not of a person.
  if (!known) return
  await ctx.db
    .insert(timeline)
    .values({
      ...told,
      customerId: known.id,
      id: key ?? ctx.newId("tle"),
      at: ctx.now(),
      actor: actorName(ctx.actor),
    })
    .onConflictDoNothing()
}

export interface TimelineQuery {
  customerId: string
  kinds?: TimelineKind[] | undefined
  cursor?: string | undefined
  limit: number
}

/** @returns what happened around a person, the newest first. @throws AppError "customer-not-found", "invalid-cursor". */
export async function readTimeline(ctx: Context, query: TimelineQuery): Promise<Timeline> {
  const after = query.cursor ? decodeCursor(query.cursor, 1) : null
  await requireCustomer(ctx, query.customerId)
  const rows = await ctx.replica
    .select()
    .from(timeline)
    .where(
      and(
        isPerson(timeline.customerId, query.customerId),
        query.kinds ? inArray(timeline.kind, query.kinds) : undefined,
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
