import { type BookingPage, ChangeGuests } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { claimChefs, releaseClaims } from "#modules/crew/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { requireListFits } from "./guests/check-guests.ts"
import { readBookedFood, readGuests } from "./guests/list-guests.ts"
import { requireHeadCountOpen } from "./head-count-closing.ts"
import { parseInput } from "./parse-input.ts"
import { type BookingRow, lockBooking, readBookingForCustomer } from "./read-booking.ts"
import { catalogOf, requireQuote } from "./read-quote.ts"
import { recordTransition } from "./record-transition.ts"
import { checkItems } from "./rules/check-items.ts"
import { checkGuests } from "./rules/count-guests.ts"
import { type CrewWork, crewWork, workSpan } from "./rules/plan-crew.ts"
import { priceParty } from "./rules/price-party.ts"
import { bookings } from "./tables.ts"

export interface ChangeGuestsInput extends ChangeGuests {
  bookingId: string
}

/**
 * Changes the head count and the choices of a booked party at the prices it was booked at, and its chefs
 * with it.
 * @throws AppError "booking-over", "head-count-closed" (409), "start-taken" (409) when more chefs are not
 * free, "guest-list-too-long" (409), and for guests and items that cannot be served.
 */
export async function changeGuests(ctx: Context, input: ChangeGuestsInput): Promise<BookingPage> {
  const { guests, items } = parseInput(ChangeGuests, input)
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    const { revision } = await requireQuote(ctx, { quoteId: row.quoteId, revision: row.quoteRevision })
    const catalog = await catalogOf(ctx, revision.inputs)
    const { closesHoursBefore } = catalog.parameters.head_count
    requireHeadCountOpen(ctx, row, closesHoursBefore, {
      code: "head-count-closed",
      message: `The head count and the choices close ${closesHoursBefore} hours before the start; call us.`,
    })
    checkGuests(guests, catalog.parameters.guests)
    checkItems(items, guests, catalog.book, catalog.parameters.guests)
    const listed = await readGuests(ctx, row.id)
    if (listed.length > 0)
      requireListFits(listed, await readBookedFood(ctx, { guests, items, policyIds: row.policyIds }))
    const priced = priceParty(
      { ...revision.inputs, guests, items, startsAt: row.startsAt.toString() },
      catalog,
    )
    const work = workSpan(row.startsAt, priced.durations)
    const crew = crewWork({ guests, ...priced }, catalog.parameters.scheduling)
    await adjustClaims(ctx, row, crew, work)
    const fees = row.lines.filter((line) => line.kind === "fee")
    const feeCents = fees.reduce((sum, line) => sum + line.amount.amount, 0)
    await ctx.db
      .update(bookings)
      .set({
        guests,
        items,
        work,
        chefs: priced.chefs,
        lines: [...priced.lines, ...fees],
        foodCents: priced.foodCents,
        travelCents: priced.travelCents,
        beforeTaxCents: priced.beforeTaxCents + feeCents,
        taxCents: priced.taxCents,
        totalCents: priced.totalCents + feeCents,
        version: row.version + 1,
      })
      .where(eq(bookings.id, row.id))
    await tellOfChange(ctx, row, input, priced.totalCents + feeCents)
  })
  return readBookingForCustomer(ctx, input)
}

async function adjustClaims(
  ctx: Context,
  row: BookingRow,
  crew: CrewWork,
  work: BookingRow["work"],
): Promise<void> {
  const chefIds = await releaseClaims(ctx, { bookingId: row.id })
  await claimChefs(ctx, {
    stationId: row.stationId,
    timeZone: row.timeZone,
    ...crew,
    work,
    startsAt: row.startsAt,
    point: row.place,
    stationLegSeconds: row.stationLegSeconds,
    title: row.contact.name,
    owner: { kind: "booking", holdId: row.holdId, bookingId: row.id },
    preferredChefIds: chefIds,
  })
}

async function tellOfChange(
  ctx: Context,
  row: BookingRow,
  input: ChangeGuestsInput,
  totalCents: number,
): Promise<void> {
  const details = { before: row.guests, after: input.guests, totalCents }
  await recordTransition(ctx, {
    entity: "booking",
    entityId: row.id,
    from: row.status,
    to: row.status,
    reason: "guests changed",
    details,
  })
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "booking",
    title: `${row.reference}: guests changed`,
    detail: `The total is now ${formatMoney(usd(totalCents))}`,
    entity: "booking",
    entityId: row.id,
  })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, { action: "booking.guests-changed", entity: "booking", entityId: row.id, details })
}
