import type { EndWeatherHold } from "@myhibachi/contract/booking-life"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { cancelBooking } from "../cancel-booking.ts"
import { type BookingRow, lockBooking, requireBooking } from "../read-booking.ts"
import { rescheduleBooking } from "../reschedule-booking.ts"
import { endWeatherHold } from "./end-weather-hold.ts"

/**
 * Decides about a party that waits for the weather: moved free of charge, covered, or cancelled by the policy.
 * @throws AppError "no-weather-hold" (409), and as a move or a cancellation.
 */
export async function resolveWeatherHold(
  ctx: Context,
  input: EndWeatherHold & { bookingId: string },
): Promise<BookingRow> {
  const { bookingId } = input
  requireWaiting(await requireBooking(ctx, bookingId))
  switch (input.outcome) {
    case "moved":
      await rescheduleBooking(ctx, { bookingId, startsAt: input.startsAt, because: "weather" })
      break
    case "covered":
      await inTransaction(ctx, async (ctx) => {
        const row = await lockBooking(ctx, bookingId)
        requireWaiting(row)
        await endWeatherHold(ctx, row, "covered")
      })
      break
    case "cancelled":
      await cancelBooking(ctx, {
        bookingId,
        by: "customer",
        reason: "The weather, and no cover.",
        expectedRefundCents: input.expectedRefundCents,
      })
      break
    default:
      input satisfies never
  }
  return requireBooking(ctx, bookingId)
}

function requireWaiting(row: BookingRow): void {
  if (row.status === "weather_hold") return
  throw new AppError("conflict", "no-weather-hold", "This party does not wait for the weather any more.")
}
