import type { BookingPage, CancelPreview } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { releaseClaims } from "#modules/crew/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { bookingCancelled } from "./events.ts"
import {
  type BookingRow,
  isAhead,
  lockBooking,
  readBookingForCustomer,
  requireBooking,
} from "./read-booking.ts"
import { recordTransition } from "./record-transition.ts"
import { type CancellationResult, decideCancellation } from "./rules/cancellation.ts"
import { bookings } from "./tables.ts"

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
    explanation: result.explanation,
  }
}

async function decide(
  ctx: Context,
  row: BookingRow,
  by: "customer" | "company",
): Promise<CancellationResult> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  const fees = row.lines
    .filter((line) => line.kind === "fee")
    .reduce((sum, line) => sum + line.amount.amount, 0)
  const facts = {
    startsAt: row.startsAt,
    now: ctx.now(),
    by,
    depositCents: row.depositCents,
    feeCents: fees,
    paidCents: row.paidCents - row.refundedCents,
  }
  return decideCancellation(facts, parameters.cancellation)
}

export interface CancelBookingInput extends PreviewCancellation {
  reason: string
  /** What the preview said; the cancellation is refused when that has changed. */
  expectedRefundCents?: number | undefined
}

/** Cancels, gives the chefs back and tells payments what to return. @throws AppError "booking-over", "refund-changed" (409). */
export async function cancelBooking(ctx: Context, input: CancelBookingInput): Promise<BookingPage> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    if (row.status === "cancelled") return
    refuseOver(ctx, row)
    const result = await decide(ctx, row, input.by)
    refuseChanged(result, input.expectedRefundCents)
    await releaseClaims(ctx, { bookingId: row.id })
    await ctx.db
      .update(bookings)
      .set({
        status: "cancelled",
        cancelledAt: ctx.now(),
        cancelReason: input.reason,
        version: row.version + 1,
      })
      .where(eq(bookings.id, row.id))
    await tellOfCancellation(ctx, row, input, result)
  })
  return readBookingForCustomer(ctx, input)
}

function refuseOver(ctx: Context, row: BookingRow): void {
  if (isAhead(row, ctx.now())) return
  const message =
    row.status === "cancelled"
      ? "This booking is cancelled already."
      : "This party has begun or is over; call us."
  throw new AppError("conflict", "booking-over", message)
}

function refuseChanged(result: CancellationResult, expectedRefundCents: number | undefined): void {
  if (expectedRefundCents === undefined || expectedRefundCents === result.refundCents) return
  const message = `In the meantime the refund has become ${formatMoney(usd(result.refundCents))}; please look at it again.`
  throw new AppError("conflict", "refund-changed", message, { refundCents: result.refundCents })
}

async function tellOfCancellation(
  ctx: Context,
  row: BookingRow,
  input: CancelBookingInput,
  { refundCents, keptCents }: CancellationResult,
): Promise<void> {
  const details = { by: input.by, refundCents, keptCents }
  await recordTransition(ctx, {
    entity: "booking",
    entityId: row.id,
    from: row.status,
    to: "cancelled",
    reason: input.reason,
    details,
  })
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "booking",
    title: `${row.reference} cancelled by the ${input.by}`,
    detail: `${formatMoney(usd(refundCents))} goes back, ${formatMoney(usd(keptCents))} is kept`,
    entity: "booking",
    entityId: row.id,
  })
  await publish(ctx, bookingCancelled, {
    bookingId: row.id,
    customerId: row.customerId,
    ...details,
    reason: input.reason,
  })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, { action: "booking.cancelled", entity: "booking", entityId: row.id, details })
}
