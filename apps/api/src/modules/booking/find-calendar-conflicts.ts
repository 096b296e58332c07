import { type CalendarConflict, type CalendarConflicts, ConflictQuery } from "@myhibachi/contract/chef-time"
import { and, asc, gt, lt, notInArray } from "drizzle-orm"
import { findClaimsOfBookings, findTightDays } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { Temporal } from "#platform/time.ts"
import { readDates } from "./find-availability.ts"
import { parseInput } from "./parse-input.ts"
import { bookings } from "./tables.ts"

/**
 * Finds what a dispatcher should look at: drives without time to spare, parties that lack a chef, chefs beyond
 * their cap. @throws AppError "range-invalid".
 */
export async function findCalendarConflicts(ctx: Context, input: ConflictQuery): Promise<CalendarConflicts> {
  const { from, to, slackMinutes } = parseInput(ConflictQuery, input)
  readDates(from, to)
  const isInRange = ({ date }: CalendarConflict) => from <= date && date <= to
  // A day on either side, because the zones of the stations differ.
  const within = {
    from: Temporal.PlainDate.from(from).subtract({ days: 1 }).toZonedDateTime("UTC").toInstant(),
    to: Temporal.PlainDate.from(to).add({ days: 2 }).toZonedDateTime("UTC").toInstant(),
  }
  const found = [
    ...(await findUnassigned(ctx, within)),
    ...(await findTightDays(ctx, { within, slackMinutes })),
  ]
  return { items: found.filter(isInRange).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }
}

async function findUnassigned(ctx: Context, within: Span): Promise<CalendarConflict[]> {
  const rows = await ctx.replica
    .select()
    .from(bookings)
    .where(
      and(
        gt(bookings.startsAt, within.from),
        lt(bookings.startsAt, within.to),
        notInArray(bookings.status, ["completed", "settled", "cancelled", "no_show"]),
      ),
    )
    .orderBy(asc(bookings.startsAt))
  const claims = await findClaimsOfBookings(
    ctx,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    const missing = row.chefs - claims.filter((claim) => claim.bookingId === row.id).length
    if (missing <= 0) return []
    return [
      {
        kind: "unassigned" as const,
        date: row.startsAt.toZonedDateTimeISO(row.timeZone).toPlainDate().toString(),
        stationId: row.stationId,
        chefId: null,
        chefName: null,
        bookingId: row.id,
        detail: `${row.reference} (${row.contact.name}) lacks ${missing} of ${row.chefs} chefs.`,
      },
    ]
  })
}
