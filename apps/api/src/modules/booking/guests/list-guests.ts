import type { GuestList, PartyGuest } from "@myhibachi/contract/party-guests"
import { asc, eq } from "drizzle-orm"
import { findMenu, policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { hoursBetween } from "#platform/time.ts"
import { type BookingRow, isAhead, requireBooking } from "../read-booking.ts"
import { THIRD_PROTEIN } from "../rules/check-items.ts"
import { type BookedFood, isProtein, isServedToAll } from "./check-guests.ts"
import { partyGuests } from "./tables.ts"

/** @returns the guests as far as they were told, in their order. */
export async function readGuests(ctx: Context, bookingId: string): Promise<PartyGuest[]> {
  const rows = await ctx.db
    .select({ guest: partyGuests.guest })
    .from(partyGuests)
    .where(eq(partyGuests.bookingId, bookingId))
    .orderBy(asc(partyGuests.position))
  return rows.map(({ guest }) => guest)
}

/** @returns what the party booked and what the kitchen makes. */
export async function readBookedFood(
  ctx: Context,
  booked: Pick<BookingRow, "guests" | "items" | "policyIds">,
): Promise<BookedFood & { closesHoursBefore: number; notices: string[] }> {
  const { parameters } = await policiesById(ctx, booked.policyIds)
  const menu = await findMenu(ctx)
  return {
    guests: booked.guests,
    items: booked.items,
    proteinsPerGuest: parameters.guests.proteinsPerGuest,
    menu: menu.items,
    closesHoursBefore: parameters.head_count.closesHoursBefore,
    notices: menu.notices,
  }
}

/** @returns who eats what, with all that is needed to choose. @throws AppError "booking-not-found". */
export async function listGuests(ctx: Context, input: { bookingId: string }): Promise<GuestList> {
  const row = await requireBooking(ctx, input.bookingId)
  const food = await readBookedFood(ctx, row)
  const { adults, children, littleOnes } = row.guests
  const thirds = food.items.filter((item) => item.sku === THIRD_PROTEIN)
  const booked = food.menu
    .filter((item) => item.kind === "premium_protein")
    .map(({ sku }) => ({
      sku,
      quantity: [
        ...food.items.filter((item) => item.sku === sku),
        ...thirds.filter((item) => item.proteinSku === sku),
      ].reduce((sum, item) => sum + item.quantity, 0),
    }))
  return {
    guests: await readGuests(ctx, row.id),
    expected: { adult: adults, child: children, little_one: littleOnes },
    proteinsPerGuest: food.proteinsPerGuest,
    booked,
    thirdProteins: thirds.reduce((sum, item) => sum + item.quantity, 0),
    proteins: food.menu.filter(isProtein),
    sides: food.menu.filter(isServedToAll),
    notices: food.notices,
    isOpen: isAhead(row, ctx.now()) && hoursBetween(ctx.now(), row.startsAt) >= food.closesHoursBefore,
  }
}
