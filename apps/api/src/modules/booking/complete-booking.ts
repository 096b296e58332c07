import type { Context } from "#platform/context.ts"
import { advanceBooking } from "./advance-booking.ts"
import { settleIfPaid } from "./clock/settle-parties.ts"
import { requireBooking } from "./read-booking.ts"

/** Closes a party that is over; paid in full it is settled at once. @throws AppError "move-unknown", "move-refused" (409). */
export async function completeBooking(ctx: Context, input: { bookingId: string }): Promise<void> {
  const { status } = await requireBooking(ctx, input.bookingId)
  // Some chefs forget to say that they have come; the party is over all the same.
  const reason = status === "in_progress" ? "The party is over." : "Closed by staff; nobody had checked in."
  await advanceBooking(ctx, { ...input, to: "completed", reason, title: "took place" })
  await settleIfPaid(ctx, input.bookingId)
}
