import type { BookingPage, CancelPreview } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { policiesById } from "#modules/catalog/index.ts"
import { releaseClaims } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { advanceLocked, type BookingAdvance, capacitiesOf, requireMove } from "./advance-booking.ts"
import { bookingCancelled } from "./events.ts"
import {
  type BookingRow,
  feeCentsOf,
  isAhead,
  lockBooking,
  readBookingForCustomer,
  requireBooking,
} from "./read-booking.ts"
import { requestCancellation } from "./request-cancellation.ts"
import { type CancellationResult, decideCancellation } from "./rules/cancellation.ts"
import { closeWeatherHold } from "./weather/end-weather-hold.ts"

export interface PreviewCancellation {
  bookingId: string
  by: "customer" | "company"
}

/** @returns what would go back and what would be kept now. @throws AppError "booking-over" (409). */
export async function previewCancellation(ctx: Context, input: PreviewCancellation): Promise<CancelPreview> {
  const row = await requireBooking(ctx, input.bookingId)
  refuseOver(ctx, row)
  const { parameters } = await policiesById(ctx, row.policyIds)
  const result = await decide(ctx, row, input.by)
  const { fullRefundHoursBefore, refundBusinessDays } = parameters.cancellation
  return {
    bookingReference: row.reference,
    by: input.by,
    hoursBefore: Math.floor(result.hoursBefore * 100) / 100,
    paid: usd(row.paidCents - row.refundedCents),
    refund: usd(result.refundCents),
    kept: usd(result.keptCents),
    isDepositRefunded: result.isDepositRefunded,
    refundBusinessDays,
    depositRefundableUntil: row.startsAt.subtract({ hours: fullRefundHoursBefore }).toString(),
    needsApproval: needsApproval(ctx, row),
    explanation: result.explanation,
  }
}

/** After the cut-off everything is bought and planned, so a customer asks and a manager decides. */
function needsApproval(ctx: Context, row: BookingRow): boolean {
  return row.status === "locked" && capacitiesOf(ctx.actor).includes("customer")
}

async function decide(
  ctx: Context,
  row: BookingRow,
  by: "customer" | "company",
): Promise<CancellationResult> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  const facts = {
    startsAt: row.startsAt,
    // Who asked in time does not lose by our taking time to look.
    now: row.status === "cancel_requested" && row.cancelRequestedAt ? row.cancelRequestedAt : ctx.now(),
    by,
    depositCents: row.depositCents,
    feeCents: feeCentsOf(row),
    paidCents: row.paidCents - row.refundedCents,
  }
  return decideCancellation(facts, parameters.cancellation)
}

export interface CancelBookingInput extends PreviewCancellation {
  reason: string
  /** What the preview said; the cancellation is refused when that has changed. */
  expectedRefundCents?: number | undefined
}

/**
 * Cancels, gives the chefs back and tells payments what to return. A customer after the cut-off only asks for it:
 * the chefs stay until a manager has decided.
 * @throws AppError "booking-over", "refund-changed", "cancel-requested" (409), "move-not-yours" (403).
 */
export async function cancelBooking(ctx: Context, input: CancelBookingInput): Promise<BookingPage> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    if (row.status === "cancelled") return
    refuseOver(ctx, row)
    const result = await decide(ctx, row, input.by)
    refuseChanged(result, input.expectedRefundCents)
    if (needsApproval(ctx, row)) return requestCancellation(ctx, row, input.reason)
    await requireMove(ctx, row, "cancelled")
    await releaseClaims(ctx, { bookingId: row.id })
    if (row.status === "weather_hold") await closeWeatherHold(ctx, row, "cancelled")
    await publish(ctx, bookingCancelled, {
      bookingId: row.id,
      customerId: row.customerId,
      by: input.by,
      refundCents: result.refundCents,
      keptCents: result.keptCents,
      reason: input.reason,
    })
    await advanceLocked(ctx, row, cancellation(ctx, input, result))
  })
  return readBookingForCustomer(ctx, input)
}

function refuseOver(ctx: Context, row: BookingRow): void {
  if (row.status === "cancel_requested") {
    refuseAskedTwice(ctx)
    return
  }
  if (isAhead(row, ctx.now())) return
  const message =
    row.status === "cancelled"
      ? "This booking is cancelled already."
      : "This party has begun or is over; call us."
  throw new AppError("conflict", "booking-over", message)
}

function refuseAskedTwice(ctx: Context): void {
  if (!capacitiesOf(ctx.actor).includes("customer")) return
  const message = "You have asked us to cancel already; we answer as soon as we can."
  throw new AppError("conflict", "cancel-requested", message)
}

function refuseChanged(result: CancellationResult, expectedRefundCents: number | undefined): void {
  if (expectedRefundCents === undefined || expectedRefundCents === result.refundCents) return
  const message = `In the meantime the refund has become ${formatMoney(usd(result.refundCents))}; please look at it again.`
  throw new AppError("conflict", "refund-changed", message, { refundCents: result.refundCents })
}

function cancellation(
  ctx: Context,
  { by, reason }: CancelBookingInput,
  { refundCents, keptCents }: CancellationResult,
): BookingAdvance {
  return {
    to: "cancelled",
    reason,
    details: { by, refundCents, keptCents },
    changes: { cancelledAt: ctx.now(), cancelReason: reason },
    title: `cancelled by the ${by}`,
    detail: `${formatMoney(usd(refundCents))} goes back, ${formatMoney(usd(keptCents))} is kept`,
  }
}
