import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator"
import { readBusiness } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { signLink } from "#platform/http/links.ts"
import { requireBooking } from "./read-booking.ts"
import { allGuests } from "./rules/count-guests.ts"

/** @returns the party as an RFC 5545 calendar file; a newer one replaces it in the customer's calendar. */
export async function writeCalendarFile(ctx: Context, input: { bookingId: string }): Promise<string> {
  const row = await requireBooking(ctx, input.bookingId)
  const business = await readBusiness(ctx)
  const { CUSTOMER_URL, MYHIBACHI_SECRET } = ctx.services.config
  const isCancelled = row.status === "cancelled"
  const calendar = ical({
    prodId: { company: business.name, product: "bookings", language: "EN" },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${row.id}@${new URL(business.website).hostname}`,
    sequence: row.version,
    stamp: new Date(ctx.now().epochMilliseconds),
    start: new Date(row.startsAt.epochMilliseconds),
    end: new Date(row.work.to.epochMilliseconds),
    summary: `Hibachi party for ${allGuests(row.guests)} (${row.reference})`,
    location: row.place.formatted,
    description: `Your chef arrives at ${localTime(row.work.from.toZonedDateTimeISO(row.timeZone).toPlainTime().toString())} to set up. Cooking begins at the start. Booking ${row.reference}.`,
    url: `${CUSTOMER_URL}/party/${signLink(MYHIBACHI_SECRET, "booking", row.id)}`,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: business.name, email: business.email },
  })
  return calendar.toString()
}

function localTime(text: string): string {
  const [hours = "0", minutes = "00"] = text.split(":")
  const hour = Number(hours)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? "AM" : "PM"}`
}
