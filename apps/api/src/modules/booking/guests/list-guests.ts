import type { GuestList, PartyGuest } from "@myhibachi/contract/party-guests"
import { asc, eq } from "drizzle-orm"
import { findMenu, policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { isHeadCountOpen } from "../head-count-closing.ts"
import type { BookingRow } from "../read-booking.ts"
import {
  type BookedFood,
  countThirdProteins,
  countUpgrades,
  isProtein,
  isServedToAll,
} from "./check-guests.ts"
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

/** @returns what the party booked and what the kitchen makes: also what was archived after it was booked or chosen. */
export async function readBookedFood(
  ctx: Context,
  booked: Pick<BookingRow, "guests" | "items" | "policyIds">,
  listed: readonly PartyGuest[],
): Promise<BookedFood & { closesHoursBefore: number; notices: string[] }> {
  const { parameters } = await policiesById(ctx, booked.policyIds)
  const chosen = listed.flatMap((guest) => guest.choices.map(({ sku }) => sku))
  const menu = await findMenu(ctx, {}, [...booked.items.map(({ sku }) => sku), ...chosen])
  return {
    guests: booked.guests,
    items: booked.items,
    proteinsPerGuest: parameters.guests.proteinsPerGuest,
    menu: menu.items,
    closesHoursBefore: parameters.head_count.closesHoursBefore,
    notices: menu.notices,
  }
}

/** @returns who eats what at a booking that was read already, with all that is needed to choose. */
export async function presentGuestList(ctx: Context, row: BookingRow): Promise<GuestList> {
  const guests = await readGuests(ctx, row.id)
  const food = await readBookedFood(ctx, row, guests)
  const { adults, children, littleOnes } = row.guests
  return {
    guests,
    expected: { adult: adults, child: children, little_one: littleOnes },
    proteinsPerGuest: food.proteinsPerGuest,
    booked: food.menu
      .filter((item) => item.kind === "premium_protein")
      .map(({ sku }) => ({ sku, quantity: countUpgrades(food.items, sku) })),
    thirdProteins: countThirdProteins(food.items),
    proteins: food.menu.filter(isProtein),
    sides: food.menu.filter(isServedToAll),
    notices: food.notices,
    isOpen: isHeadCountOpen(row, ctx.now(), food.closesHoursBefore),
  }
}
