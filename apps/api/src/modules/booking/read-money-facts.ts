import type { BookingStatus } from "@myhibachi/contract/booking"
import type { QuoteLine } from "@myhibachi/contract/quote"
import { and, inArray, notInArray, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { dueByRule, openLegsOf } from "./payment-plan/read-payment-plan.ts"
import { type BookingRow, owedCents } from "./read-booking.ts"
import { bookings } from "./tables.ts"

/** What the books must know of a party to say whose money it is, and since when it is due. */
export interface PartyOfMoney {
  bookingId: string
  reference: string
  customerName: string
  startsAt: Temporal.Instant
  timeZone: string
  /** When the earliest of what is owed is due. */
  dueAt: Temporal.Instant
  lines: QuoteLine[]
  owedCents: number
}

const NOTHING_TO_COME: BookingStatus[] = ["completed", "settled", "cancelled", "no_show"]

/** @returns these parties by their id; those that do not exist are left out. */
export async function findPartiesOfMoney(
  ctx: Context,
  bookingIds: readonly string[],
): Promise<Map<string, PartyOfMoney>> {
  if (bookingIds.length === 0) return new Map()
  const rows = await ctx.replica
    .select()
    .from(bookings)
    .where(inArray(bookings.id, [...bookingIds]))
  return new Map((await present(ctx, rows)).map((party) => [party.bookingId, party]))
}

/** @returns parties to come, or under way, whose price is not paid in full. */
export async function findUnpaidParties(ctx: Context): Promise<PartyOfMoney[]> {
  const rows = await ctx.replica
    .select()
    .from(bookings)
    .where(
      and(
        notInArray(bookings.status, NOTHING_TO_COME),
        sql`${bookings.totalCents} > ${bookings.paidCents} - ${bookings.refundedCents}`,
      ),
    )
  return present(ctx, rows)
}

/** @returns each booking's month at its own place, `2026-12`, to be joined by later modules. */
export function selectBookingMonths(ctx: Context) {
  return ctx.replica
    .select({
      bookingId: bookings.id,
      month: sql<string>`to_char(${bookings.startsAt} at time zone ${bookings.timeZone}, 'YYYY-MM')`.as(
        "party_month",
      ),
    })
    .from(bookings)
    .as("booking_months")
}

async function present(ctx: Context, rows: readonly BookingRow[]): Promise<PartyOfMoney[]> {
  const parties: PartyOfMoney[] = []
  for (const row of rows) {
    const [first] = await openLegsOf(ctx, row, owedCents(row))
    parties.push({
      bookingId: row.id,
      reference: row.reference,
      customerName: row.contact.name,
      startsAt: row.startsAt,
      timeZone: row.timeZone,
      dueAt: first?.dueAt ?? (await dueByRule(ctx, row)),
      lines: row.lines,
      owedCents: owedCents(row),
    })
  }
  return parties
}
