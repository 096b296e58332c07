import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { hoursBetween, type Temporal } from "#platform/time.ts"
import { type BookingRow, isAhead, requireAhead } from "./read-booking.ts"

/** @returns whether customers can still change guests and choices by themselves. */
export function isHeadCountOpen(row: BookingRow, now: Temporal.Instant, closesHoursBefore: number): boolean {
  return isAhead(row, now) && hoursBetween(now, row.startsAt) >= closesHoursBefore
}

/**
 * Refuses customers after the head count has closed; staff until the party begins.
 * @throws AppError "booking-over" (409), or with the given code and message (409).
 */
export function requireHeadCountOpen(
  ctx: Context,
  row: BookingRow,
  closesHoursBefore: number,
  refusal: { code: string; message: string },
): void {
  requireAhead(row, ctx.now())
  if (ctx.actor.kind === "staff" || isHeadCountOpen(row, ctx.now(), closesHoursBefore)) return
  throw new AppError("conflict", refusal.code, refusal.message)
}

/** Refuses changes of guests, items and address after the cut-off. @throws AppError "booking-over", "head-count-closed" (409). */
export async function requireBookingOpen(ctx: Context, row: BookingRow): Promise<void> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  const { closesHoursBefore } = parameters.head_count
  requireHeadCountOpen(ctx, row, closesHoursBefore, {
    code: "head-count-closed",
    message: `The head count and the choices close ${closesHoursBefore} hours before the start; call us.`,
  })
}
