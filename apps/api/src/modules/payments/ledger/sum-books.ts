import type { ReportUnit } from "@myhibachi/contract/reports"
import { and, asc, eq, gte, isNotNull, isNull, like, lt, or, type SQL, sql, sum } from "drizzle-orm"
import { selectBookingMonths } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { refunds } from "../tables.ts"
import { accounts, ledgerEntries, ledgerLines } from "./tables.ts"

interface Periods {
  within: Span
  unit: ReportUnit
  timeZone: string
}

/** The first day of the period of an entry, as text. */
function periodOf({ unit, timeZone }: Periods): SQL<string> {
  const zone = sql.raw(`'${timeZone.replaceAll("'", "''")}'`)
  return sql<string>`to_char(date_trunc(${sql.raw(`'${unit}'`)}, ${ledgerEntries.at} at time zone ${zone}), 'YYYY-MM-DD')`
}

const during = ({ within }: Periods) =>
  and(gte(ledgerEntries.at, within.from), lt(ledgerEntries.at, within.to))

const cents = sql<number>`sum(${ledgerLines.amountCents})`.mapWith(Number)

/** @returns what each booking has on an account, where that is not zero: debits positive, credits negative. */
export async function sumByBooking(
  ctx: Context,
  account: string,
): Promise<{ bookingId: string | null; cents: number }[]> {
  return ctx.replica
    .select({ bookingId: ledgerEntries.bookingId, cents })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(eq(ledgerLines.account, account))
    .groupBy(ledgerEntries.bookingId)
    .having(sql`sum(${ledgerLines.amountCents}) <> 0`)
    .orderBy(asc(ledgerEntries.bookingId))
}

/** @returns deposits held, above zero, by the month of the party; null where no party is named. */
export async function sumDepositsByMonth(
  ctx: Context,
): Promise<{ month: string | null; parties: number; cents: number }[]> {
  const months = selectBookingMonths(ctx)
  const held = ctx.replica
    .select({
      bookingId: ledgerEntries.bookingId,
      cents: sql<number>`-sum(${ledgerLines.amountCents})`.as("held_cents"),
    })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(eq(ledgerLines.account, "customer_deposits"))
    .groupBy(ledgerEntries.bookingId)
    .having(sql`sum(${ledgerLines.amountCents}) <> 0`)
    .as("held")
  return ctx.replica
    .select({
      month: months.month,
      parties: sql<number>`count(${held.bookingId})`.mapWith(Number),
      cents: sql<number>`sum(${held.cents})`.mapWith(Number),
    })
    .from(held)
    .leftJoin(months, eq(months.bookingId, held.bookingId))
    .groupBy(months.month)
    .orderBy(asc(months.month))
}

/** @returns an account's lines summed by period and booking: debits positive, credits negative. */
export async function sumByPeriodAndBooking(
  ctx: Context,
  query: Periods & { account: string },
): Promise<{ period: string; bookingId: string | null; cents: number }[]> {
  const period = periodOf(query)
  return ctx.replica
    .select({ period, bookingId: ledgerEntries.bookingId, cents })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(and(eq(ledgerLines.account, query.account), during(query)))
    .groupBy(period, ledgerEntries.bookingId)
}

/** @returns what became the chefs' of tips, above zero, by period. */
export async function sumTipsByChef(
  ctx: Context,
  query: Periods,
): Promise<{ period: string; chefId: string; cents: number }[]> {
  const period = periodOf(query)
  const rows = await ctx.replica
    .select({ period, chefId: ledgerLines.chefId, cents })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(and(eq(ledgerLines.account, "tips_payable"), isNotNull(ledgerLines.chefId), during(query)))
    .groupBy(period, ledgerLines.chefId)
  return rows.map((row) => ({ ...row, chefId: row.chefId ?? "", cents: -row.cents || 0 }))
}

/** @returns cents of tips that were received and are no chef's yet. */
export async function sumUnsharedTips(ctx: Context): Promise<number> {
  const [row] = await ctx.replica
    .select({ cents: sum(ledgerLines.amountCents) })
    .from(ledgerLines)
    .where(and(eq(ledgerLines.account, "tips_payable"), isNull(ledgerLines.chefId)))
  return -Number(row?.cents ?? 0) || 0
}

export interface RefundSum {
  period: string
  /** What made the refund, before the first colon of its cause: `cancelled`, `staff`, `provider`. */
  cause: string
  /** Refunds that went, less those that failed afterwards. */
  count: number
  cents: number
}

/** @returns what went back by period and cause: the money that left the assets, less what came back to them. */
export async function sumRefunds(ctx: Context, query: Periods): Promise<RefundSum[]> {
  const period = periodOf(query)
  const cause = sql<string>`split_part(${refunds.cause}, ':', 1)`
  return ctx.replica
    .select({
      period,
      cause,
      count: sql<number>`sum(case when ${ledgerEntries.reversesId} is null then 1 else -1 end)`.mapWith(
        Number,
      ),
      cents: sql<number>`-sum(${ledgerLines.amountCents})`.mapWith(Number),
    })
    .from(ledgerEntries)
    .innerJoin(ledgerLines, eq(ledgerLines.entryId, ledgerEntries.id))
    .innerJoin(accounts, and(eq(accounts.code, ledgerLines.account), eq(accounts.kind, "asset")))
    .innerJoin(refunds, eq(refunds.id, sql`split_part(${ledgerEntries.key}, ':', 2)`))
    .where(
      and(
        or(like(ledgerEntries.key, "refund:%:sent"), like(ledgerEntries.key, "refund:%:sent:reversed")),
        sql`${ledgerLines.account} <> 'receivable'`,
        during(query),
      ),
    )
    .groupBy(period, cause)
}
