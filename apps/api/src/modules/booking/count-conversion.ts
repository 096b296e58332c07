import type { QuoteChannel } from "@myhibachi/contract/quote-list"
import type { LostWhy, ReportUnit } from "@myhibachi/contract/reports"
import { and, eq, gte, lt, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { channelOf } from "./find-quotes.ts"
import { bookings, holds, quoteRevisions, quotes } from "./tables.ts"

/** @returns each booking's station, to be joined by later modules that know only the booking. */
export function selectBookingStations(ctx: Context) {
  return ctx.replica
    .select({ bookingId: bookings.id, stationId: bookings.stationId })
    .from(bookings)
    .as("booking_stations")
}

export type QuoteOutcome = "booked" | LostWhy

export interface ConversionCount {
  period: string
  channel: QuoteChannel
  isHeld: boolean
  outcome: QuoteOutcome
  count: number
}

export interface CountConversion {
  within: Span
  unit: ReportUnit
  timeZone: string
  stationId?: string | undefined
}

/** @returns what came of the quotes that were made in the span, counted by period, channel and outcome. */
export async function countConversion(ctx: Context, query: CountConversion): Promise<ConversionCount[]> {
  const period = sql`to_char(date_trunc(${sql.raw(`'${query.unit}'`)}, ${quotes.createdAt} at time zone ${sql.raw(`'${query.timeZone.replaceAll("'", "''")}'`)}), 'YYYY-MM-DD')`
  const ended = selectHoldEnds(ctx)
  const channel = sql`split_part(${quotes.createdBy}, ':', 1) || ':' || case when ${quotes.createdBy} like 'system:import:%' then 'import:' else '' end`
  const outcome = sql`case
    when ${ended.isBooked} then 'booked'
    when ${ended.isLive} or (${ended.quoteId} is null and ${quoteRevisions.expiresAt} > ${ctx.now().toString()}) then 'still_open'
    when ${ended.quoteId} is null then 'not_taken'
    when ${ended.isGivenBack} then 'given_back'
    when ${ended.isSigned} then 'not_paid'
    else 'not_signed' end`
  const isHeld = sql`${ended.quoteId} is not null`
  const rows = await ctx.replica
    .select({
      period: sql<string>`${period}`,
      createdBy: sql<string>`${channel}`,
      isHeld: sql<boolean>`${isHeld}`,
      outcome: sql<QuoteOutcome>`${outcome}`,
      count: sql<number>`count(*)::int`,
    })
    .from(quotes)
    .innerJoin(
      quoteRevisions,
      and(eq(quoteRevisions.quoteId, quotes.id), eq(quoteRevisions.revision, quotes.latestRevision)),
    )
    .leftJoin(ended, eq(ended.quoteId, quotes.id))
    .where(
      and(
        gte(quotes.createdAt, query.within.from),
        lt(quotes.createdAt, query.within.to),
        query.stationId
          ? sql`${quoteRevisions.inputs}->'travel'->>'stationId' = ${query.stationId}`
          : undefined,
      ),
    )
    .groupBy(sql`1, 2, 3, 4`)
  return rows.map(({ createdBy, ...row }) => ({ ...row, channel: channelOf(createdBy) }))
}

/** What became of the holds of each quote; the best outcome counts, whatever came before it. */
function selectHoldEnds(ctx: Context) {
  return ctx.replica
    .select({
      quoteId: holds.quoteId,
      isBooked: sql<boolean>`bool_or(${holds.status} = 'confirmed')`.as("is_booked"),
      isLive: sql<boolean>`bool_or(${holds.status} in ('held', 'awaiting_deposit'))`.as("is_live"),
      isGivenBack: sql<boolean>`bool_or(${holds.status} = 'released')`.as("is_given_back"),
      isSigned: sql<boolean>`bool_or(${holds.dueCents} is not null)`.as("is_signed"),
    })
    .from(holds)
    .groupBy(holds.quoteId)
    .as("hold_ends")
}
