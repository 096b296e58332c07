import type { BookingPage } from "@myhibachi/contract/booking"
import type { DecideCancelRequest } from "@myhibachi/contract/booking-life"
import { completeTaskByKey } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { advanceLocked } from "./advance-booking.ts"
import { cancelBooking } from "./cancel-booking.ts"
import { cancellationRefused } from "./events.ts"
import { type BookingRow, lockBooking, readBookingForCustomer, requireBooking } from "./read-booking.ts"
import { cancelTaskKey } from "./request-cancellation.ts"

/**
 * Decides as a manager about a late cancellation.
 * @throws AppError "no-cancel-request", "refund-changed" (409), "move-not-yours" (403).
 */
export async function decideCancelRequest(
  ctx: Context,
  input: DecideCancelRequest & { bookingId: string },
): Promise<void> {
  const { bookingId, decision, note, expectedRefundCents } = input
  const row = await requireBooking(ctx, bookingId)
  requireRequested(row.status)
  if (decision === "keep") return keepParty(ctx, { bookingId, note, by: "company" })
  const reason = row.cancelReason ? `${row.cancelReason} (${note})` : note
  await inTransaction(ctx, async (ctx) => {
    await cancelBooking(ctx, { bookingId, by: "customer", reason, expectedRefundCents })
    await completeCancelTask(ctx, row)
  })
}

async function completeCancelTask(ctx: Context, row: BookingRow): Promise<void> {
  if (row.cancelRequestedAt) await completeTaskByKey(ctx, cancelTaskKey(row.id, row.cancelRequestedAt))
}

/** Takes a wish to cancel back. @throws AppError "no-cancel-request" (409). */
export async function withdrawCancelRequest(
  ctx: Context,
  input: { bookingId: string },
): Promise<BookingPage> {
  await keepParty(ctx, { ...input, note: "The customer wants the party after all.", by: "customer" })
  return readBookingForCustomer(ctx, input)
}

async function keepParty(
  ctx: Context,
  input: { bookingId: string; note: string; by: "customer" | "company" },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    requireRequested(row.status)
    const { by, note } = input
    await publish(ctx, cancellationRefused, { bookingId: row.id, customerId: row.customerId, by, note })
    await advanceLocked(ctx, row, {
      to: row.resumeStatus ?? "confirmed",
      reason: note,
      changes: { resumeStatus: null, cancelRequestedAt: null, cancelReason: null },
      title: "stays booked",
    })
    await completeCancelTask(ctx, row)
  })
}

function requireRequested(status: BookingRow["status"]): void {
  if (status === "cancel_requested") return
  throw new AppError("conflict", "no-cancel-request", "Nobody is asking to cancel this party any more.")
}
