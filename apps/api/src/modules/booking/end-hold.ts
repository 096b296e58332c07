import { eq } from "drizzle-orm"
import { z } from "zod"
import { releasePromotion } from "#modules/catalog/index.ts"
import { releaseClaims } from "#modules/crew/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { Temporal } from "#platform/time.ts"
import { holdExpired } from "./events.ts"
import { recordTransition } from "./record-transition.ts"
import { holds } from "./tables.ts"

export type HoldRow = typeof holds.$inferSelect

/** Runs at each deadline of a hold; does nothing when it was signed, paid or released in time. */
export const expireHoldJob = defineJob({
  name: "booking.expire-hold",
  schema: z.object({ holdId: z.string() }),
  run: (ctx, { holdId }) => expireHold(ctx, { holdId }),
})

/** @returns the moment at which a live hold ends, or null when it is over. */
export function deadlineOf(hold: Pick<HoldRow, "status" | "signBy" | "payBy">): Temporal.Instant | null {
  if (hold.status === "held") return hold.signBy
  return hold.status === "awaiting_deposit" ? hold.payBy : null
}

/** @returns whether a live hold has passed its deadline, whatever the job has done so far. */
export function isOverdue(
  hold: Pick<HoldRow, "status" | "signBy" | "payBy">,
  now: Temporal.Instant,
): boolean {
  const deadline = deadlineOf(hold)
  return deadline !== null && Temporal.Instant.compare(deadline, now) <= 0
}

/** Locks a hold for a change. @throws AppError "hold-not-found". */
export async function lockHold(ctx: Context, holdId: string): Promise<HoldRow> {
  const [hold] = await ctx.db.select().from(holds).where(eq(holds.id, holdId)).for("update")
  if (!hold) throw notFound("hold", holdId)
  return hold
}

/** Ends a hold whose deadline has passed, and gives the chefs back. */
export async function expireHold(ctx: Context, input: { holdId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const hold = await lockHold(ctx, input.holdId)
    if (!isOverdue(hold, ctx.now())) return
    await endHold(ctx, hold, "expired", "the deadline has passed")
    await audit(ctx, { action: "hold.expired", entity: "hold", entityId: hold.id })
  })
}

/** Gives the start back early. @throws AppError "hold-not-found", "hold-booked". */
export async function releaseHold(ctx: Context, input: { holdId: string; reason: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const hold = await lockHold(ctx, input.holdId)
    if (hold.status === "confirmed") {
      throw new AppError("conflict", "hold-booked", "This party is booked; cancel the booking instead.")
    }
    if (!deadlineOf(hold)) return
    await endHold(ctx, hold, "released", input.reason)
    const details = { reason: input.reason }
    await audit(ctx, { action: "hold.released", entity: "hold", entityId: hold.id, details })
  })
}

/** Ends a locked, live hold; the caller writes the audit row, last of all. */
export async function endHold(
  ctx: Context,
  hold: HoldRow,
  status: "expired" | "released",
  reason: string,
): Promise<void> {
  await releaseClaims(ctx, { holdId: hold.id })
  await releasePromotion(ctx, { holdId: hold.id })
  await ctx.db.update(holds).set({ status, endedAt: ctx.now() }).where(eq(holds.id, hold.id))
  await recordTransition(ctx, { entity: "hold", entityId: hold.id, from: hold.status, to: status, reason })
  const title = status === "expired" ? "Hold expired" : "Hold released"
  await addTimelineEntry(ctx, {
    customerId: hold.customerId,
    kind: "hold",
    title,
    entity: "hold",
    entityId: hold.id,
  })
  if (status === "expired") await publish(ctx, holdExpired, { holdId: hold.id, customerId: hold.customerId })
  ctx.afterCommit(() => {
    ctx.services.live.publish({ topic: "bookings", kind: "hold", id: hold.id })
    ctx.services.live.publish({ topic: `hold:${hold.id}`, kind: "hold", id: hold.id })
  })
}
