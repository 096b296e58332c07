import type { History } from "@myhibachi/contract/booking"
import { and, asc, eq, or } from "drizzle-orm"
import { actorName, type Context } from "#platform/context.ts"
import { transitions } from "./tables.ts"

export interface NewTransition {
  entity: "hold" | "booking"
  entityId: string
  from: string | null
  to: string
  reason?: string
  details?: Record<string, unknown>
}

/** Writes a change of state into the history, in the transaction of the change. */
export async function recordTransition(ctx: Context, change: NewTransition): Promise<void> {
  await ctx.db.insert(transitions).values({
    id: ctx.newId("trn"),
    entity: change.entity,
    entityId: change.entityId,
    fromStatus: change.from,
    toStatus: change.to,
    at: ctx.now(),
    actor: actorName(ctx.actor),
    reason: change.reason ?? null,
    details: change.details ?? {},
  })
}

/** @returns what happened to a booking and to the hold before it, the oldest first. */
export async function readHistory(
  ctx: Context,
  ids: { bookingId: string; holdId: string },
): Promise<History> {
  const rows = await ctx.db
    .select()
    .from(transitions)
    .where(
      or(
        and(eq(transitions.entity, "hold"), eq(transitions.entityId, ids.holdId)),
        and(eq(transitions.entity, "booking"), eq(transitions.entityId, ids.bookingId)),
      ),
    )
    .orderBy(asc(transitions.sequence))
  return {
    items: rows.map((row) => ({
      id: row.id,
      at: row.at.toString(),
      actor: row.actor,
      from: row.fromStatus,
      to: row.toStatus,
      reason: row.reason,
      details: row.details,
    })),
  }
}
