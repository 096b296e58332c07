import type { BookingStatus } from "@myhibachi/contract/booking"
import type { QuoteLine } from "@myhibachi/contract/quote"
import { and, asc, inArray, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { openLegsOf } from "./payment-plan/read-payment-plan.ts"
import { lockBooking, owedCents } from "./read-booking.ts"
import { PLANNED } from "./rules/booking-states.ts"
import { nextDue } from "./rules/payment-plan.ts"
import { bookings } from "./tables.ts"

/** What payments must know of a booking while they book its money. */
export interface BookingMoney {
  bookingId: string
  reference: string
  status: BookingStatus
  customerId: string
  customerName: string
  lines: QuoteLine[]
  totalCents: number
  /** Paid and not returned. */
  paidCents: number
  owedCents: number
  /** Of that, what is to be paid next by the plan. */
  nextDueCents: number
}

/** Locks a booking, so that two payments do not both count for the same debt. @throws AppError "booking-not-found". */
export async function lockBookingMoney(ctx: Context, input: { bookingId: string }): Promise<BookingMoney> {
  const row = await lockBooking(ctx, input.bookingId)
  return {
    bookingId: row.id,
    reference: row.reference,
    status: row.status,
    customerId: row.customerId,
    customerName: row.contact.name,
    lines: row.lines,
    totalCents: row.totalCents,
    paidCents: row.paidCents - row.refundedCents,
    owedCents: owedCents(row),
    nextDueCents: nextDue(await openLegsOf(ctx, row, owedCents(row)), ctx.now())?.amountCents ?? 0,
  }
}

export interface DueBalance {
  bookingId: string
  /** Of the latest part that is due. */
  dueAt: Temporal.Instant
}

const BATCH = 500

/** @returns planned parties of which something is due now and not paid, the nearest first. */
export async function findDueBalances(ctx: Context): Promise<DueBalance[]> {
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(
      and(
        inArray(bookings.status, [...PLANNED]),
        sql`${bookings.totalCents} > ${bookings.paidCents} - ${bookings.refundedCents}`,
      ),
    )
    .orderBy(asc(bookings.startsAt))
    .limit(BATCH)
  const due: DueBalance[] = []
  for (const row of rows) {
    const next = nextDue(await openLegsOf(ctx, row, owedCents(row)), ctx.now())
    if (next && Temporal.Instant.compare(next.dueAt, ctx.now()) <= 0)
      due.push({ bookingId: row.id, dueAt: next.dueAt })
  }
  return due
}
