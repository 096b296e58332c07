import { type BookingPage, ChangeGuests } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { followCrew } from "./assignments/settle-crew.ts"
import { applyAmendment } from "./change-orders/apply-amendment.ts"
import { planAmendment } from "./change-orders/plan-amendment.ts"
import { tellOfChange } from "./change-orders/tell-of-change.ts"
import { requireBookingOpen } from "./head-count-closing.ts"
import { parseInput } from "./parse-input.ts"
import { lockBooking, readBookingForCustomer } from "./read-booking.ts"

export interface ChangeGuestsInput extends ChangeGuests {
  bookingId: string
}

/**
 * Changes the head count and the choices of a booked party at once, at the prices it was booked at, and its
 * chefs with it. Who wants to see the price first asks for a change order.
 * @throws AppError "booking-over", "head-count-closed" (409), "start-taken" (409) when more chefs are not
 * free, "guest-list-too-long" (409), and for guests and items that cannot be served.
 */
export async function changeGuests(ctx: Context, input: ChangeGuestsInput): Promise<BookingPage> {
  const { guests, items } = parseInput(ChangeGuests, input)
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    await requireBookingOpen(ctx, row)
    const changed = await applyAmendment(ctx, row, await planAmendment(ctx, row, { guests, items }))
    await tellOfChange(ctx, changed, {
      reason: "guests changed",
      title: "guests changed",
      detail: `The total is now ${formatMoney(usd(changed.totalCents))}`,
      details: { before: row.guests, after: guests, totalCents: changed.totalCents },
      action: "booking.guests-changed",
    })
    await followCrew(ctx, row.id)
  })
  return readBookingForCustomer(ctx, input)
}
