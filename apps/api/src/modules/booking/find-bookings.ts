import { type BookingList, BookingQuery, type BookingSummary } from "@myhibachi/contract/booking"
import type { Today } from "@myhibachi/contract/today"
import { and, asc, desc, eq, gte, ilike, lt, lte, ne, or, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { currentPolicies } from "#modules/catalog/index.ts"
import { findClaimsOfBookings, findStations, listChefs } from "#modules/crew/index.ts"
import { isPerson } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { Temporal } from "#platform/time.ts"
import { parseInput } from "./parse-input.ts"
import { openLegsOf } from "./payment-plan/read-payment-plan.ts"
import { type BookingRow, owedCents, stationNames, summariseBooking } from "./read-booking.ts"
import { findActiveHolds } from "./read-hold.ts"
import { bookings } from "./tables.ts"

/** @returns bookings by search and filters, page by page. @throws AppError "invalid-cursor". */
export async function findBookings(ctx: Context, input: z.input<typeof BookingQuery>): Promise<BookingList> {
  const query = parseInput(BookingQuery, input)
  const isNewest = query.order === "newest"
  const sortedBy = isNewest ? bookings.createdAt : bookings.startsAt
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const rows = await ctx.replica
    .select()
    .from(bookings)
    .where(
      and(
        ...filtersOf(query),
        after
          ? sql`(${sortedBy}, ${bookings.id}) ${isNewest ? sql`<` : sql`>`} (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(isNewest ? desc(sortedBy) : asc(sortedBy), isNewest ? desc(bookings.id) : asc(bookings.id))
    .limit(query.limit + 1)
  const names = await stationNames(ctx, rows)
  return toPage(
    rows,
    query.limit,
    (row) => [(isNewest ? row.createdAt : row.startsAt).toString(), row.id],
    (row) => summariseBooking(row, names.get(row.stationId) ?? row.stationId),
  )
}

function filtersOf(query: z.output<typeof BookingQuery>): (SQL | undefined)[] {
  return [
    query.status ? eq(bookings.status, query.status) : undefined,
    query.stationId ? eq(bookings.stationId, query.stationId) : undefined,
    query.customerId ? isPerson(bookings.customerId, query.customerId) : undefined,
    query.from ? gte(bookings.startsAt, Temporal.Instant.from(query.from)) : undefined,
    query.to ? lt(bookings.startsAt, Temporal.Instant.from(query.to)) : undefined,
    query.search ? matches(query.search) : undefined,
  ]
}

function matches(search: string): SQL | undefined {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const digits = search.replaceAll(/\D/g, "")
  return or(
    ilike(bookings.reference, pattern),
    sql`${bookings.contact}->>'name' ilike ${pattern}`,
    sql`${bookings.contact}->>'email' ilike ${pattern}`,
    sql`${bookings.place}->>'formatted' ilike ${pattern}`,
    digits.length >= 4
      ? sql`regexp_replace(${bookings.contact}->>'phone', '\\D', '', 'g') like ${`%${digits}%`}`
      : undefined,
  )
}

const LIST_LIMIT = 50

/** @returns what the day brings: its parties in order, holds that run, balances that are due, what is new. */
export async function readToday(
  ctx: Context,
  query: { date?: string | undefined; stationId?: string | undefined },
): Promise<Today> {
  const [first] = await findStations(ctx)
  const date =
    query.date ??
    ctx
      .now()
      .toZonedDateTimeISO(first?.timeZone ?? "UTC")
      .toPlainDate()
      .toString()
  const parties = await findPartiesOn(ctx, date, query.stationId)
  return {
    date,
    parties: await presentParties(ctx, parties),
    holds: await findActiveHolds(ctx),
    balancesDue: await findBalancesDue(ctx),
    newBookings: await findNewBookings(ctx),
  }
}

/** @returns the parties whose start is on this calendar day at their own place, in their order. */
export async function findPartiesOn(
  ctx: Context,
  date: string,
  stationId: string | undefined,
): Promise<BookingRow[]> {
  const noon = Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" })
    .toInstant()
  const rows = await ctx.replica
    .select()
    .from(bookings)
    .where(
      and(
        gte(bookings.startsAt, noon.subtract({ hours: 36 })),
        lte(bookings.startsAt, noon.add({ hours: 36 })),
        ne(bookings.status, "cancelled"),
        stationId ? eq(bookings.stationId, stationId) : undefined,
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
  return rows.filter((row) => row.startsAt.toZonedDateTimeISO(row.timeZone).toPlainDate().toString() === date)
}

async function presentParties(ctx: Context, rows: BookingRow[]): Promise<Today["parties"]> {
  const names = await stationNames(ctx, rows)
  const claims = await findClaimsOfBookings(
    ctx,
    rows.map((row) => row.id),
  )
  const chefs = rows.length > 0 ? await listChefs(ctx) : []
  return rows.map((row) => ({
    ...summariseBooking(row, names.get(row.stationId) ?? row.stationId),
    arrivesAt: row.work.from.toString(),
    endsAt: row.work.to.toString(),
    latitude: row.place.latitude,
    longitude: row.place.longitude,
    chefNames: claims
      .filter((claim) => claim.bookingId === row.id)
      .map((claim) => chefs.find((chef) => chef.id === claim.chefId)?.name ?? claim.chefId),
  }))
}

/** The parties of which something is due now, by the policy in force or as staff planned it. */
async function findBalancesDue(ctx: Context): Promise<BookingSummary[]> {
  const { parameters } = await currentPolicies(ctx)
  const rows = await ctx.replica
    .select()
    .from(bookings)
    .where(
      and(
        // What took place and is not settled is owed all the more.
        or(gte(bookings.startsAt, ctx.now()), eq(bookings.status, "completed")),
        or(
          lte(bookings.startsAt, ctx.now().add({ hours: parameters.balance.dueHoursBefore })),
          sql`${bookings.paymentPlan} <> '[]'::jsonb`,
        ),
        ne(bookings.status, "cancelled"),
      ),
    )
    .orderBy(asc(bookings.startsAt))
    .limit(LIST_LIMIT)
  const due: BookingRow[] = []
  for (const row of rows) {
    const [first] = await openLegsOf(ctx, row, owedCents(row))
    if (first && Temporal.Instant.compare(first.dueAt, ctx.now()) <= 0) due.push(row)
  }
  return summarise(ctx, due)
}

async function findNewBookings(ctx: Context): Promise<BookingSummary[]> {
  const rows = await ctx.replica
    .select()
    .from(bookings)
    .where(gte(bookings.createdAt, ctx.now().subtract({ hours: 24 })))
    .orderBy(desc(bookings.createdAt))
    .limit(LIST_LIMIT)
  return summarise(ctx, rows)
}

async function summarise(ctx: Context, rows: BookingRow[]): Promise<BookingSummary[]> {
  const names = await stationNames(ctx, rows)
  return rows.map((row) => summariseBooking(row, names.get(row.stationId) ?? row.stationId))
}
