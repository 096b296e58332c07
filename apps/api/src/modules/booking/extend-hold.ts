import type { ExtendHold } from "@myhibachi/contract/booking-life"
import { eq, inArray } from "drizzle-orm"
import { extendClaims } from "#modules/crew/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { deadlineOf, expireHold, expireHoldJob, isOverdue, lockHold } from "./end-hold.ts"
import { formatStart } from "./format-start.ts"
import { recordTransition } from "./record-transition.ts"
import { holds } from "./tables.ts"

/**
 * Gives the customer more time to sign or to pay, as long as the hold lives and the party lies ahead.
 * @throws AppError "hold-expired" (410), "hold-too-long" (409).
 */
export async function extendHold(ctx: Context, input: ExtendHold & { holdId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const hold = await lockHold(ctx, input.holdId)
    const deadline = deadlineOf(hold)
    if (!deadline || isOverdue(hold, ctx.now()))
      throw new AppError(
        "gone",
        "hold-expired",
        "This hold has ended; a new one takes the start again if it is free.",
      )
    const until = deadline.add({ minutes: input.minutes })
    if (Temporal.Instant.compare(until, hold.startsAt) >= 0)
      throw new AppError(
        "conflict",
        "hold-too-long",
        "The hold would last beyond the start of the party; extend it by less.",
      )
    const isHeld = hold.status === "held"
    await ctx.db
      .update(holds)
      .set(isHeld ? { signBy: until } : { payBy: until })
      .where(eq(holds.id, hold.id))
    await extendClaims(ctx, { holdId: hold.id, expiresAt: until })
    const key = `${hold.id}:${isHeld ? "sign" : "pay"}:${until}`
    await ctx.services.jobs.enqueue(ctx, expireHoldJob, { holdId: hold.id }, { startAfter: until, key })
    const details = { minutes: input.minutes, until: until.toString() }
    const reason = `Extended until ${formatStart(until, hold.timeZone)}: ${input.reason}`
    await recordTransition(ctx, {
      entity: "hold",
      entityId: hold.id,
      from: hold.status,
      to: hold.status,
      reason,
      details,
    })
    ctx.afterCommit(() => ctx.services.live.publish({ topic: `hold:${hold.id}`, kind: "hold", id: hold.id }))
    await audit(ctx, {
      action: "hold.extended",
      entity: "hold",
      entityId: hold.id,
      details: { ...details, reason },
    })
  })
}

/** Ends every hold whose time has passed, whatever became of its jobs. @returns how many. */
export async function sweepHolds(ctx: Context): Promise<number> {
  const live = await ctx.db
    .select()
    .from(holds)
    .where(inArray(holds.status, ["held", "awaiting_deposit"]))
  const overdue = live.filter((hold) => isOverdue(hold, ctx.now()))
  for (const hold of overdue) await expireHold(ctx, { holdId: hold.id })
  return overdue.length
}
