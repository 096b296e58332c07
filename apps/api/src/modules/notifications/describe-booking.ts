import { readBooking, writeCalendarFile } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import type { BookingMail } from "./booking-mails.ts"

/** @returns what a mail about a booking tells; null for who has no e-mail address: staff call them. */
export async function describeBooking(ctx: Context, bookingId: string): Promise<BookingMail | null> {
  const booking = await readBooking(ctx, { bookingId })
  const to = booking.customer.email
  if (!to) return null
  const url = `${ctx.services.config.CUSTOMER_URL}/party/${booking.token}`
  return { booking, to, url, calendarFile: await writeCalendarFile(ctx, { bookingId }) }
}
