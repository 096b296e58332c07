import type { ReportUnit } from "@myhibachi/contract/reports"
import { and, eq, gte, inArray, lt, sql } from "drizzle-orm"
import { selectBookingStations } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { accounts, ledgerEntries, ledgerLines } from "./tables.ts"

export interface LedgerSum {
  /** The first day of the period. */
  period: string
  account: string
  kind: "asset" | "liability" | "revenue" | "expense"
  /** Null for entries that belong to no booking. */
  stationId: string | null
  /** Debits positive, credits negative. */
  cents: number
}

export interface SumLedger {
  within: Span
  unit: ReportUnit
  timeZone: string
  kinds: LedgerSum["kind"][]
  stationId?: string | undefined
}

/** @returns the ledger's lines summed by period, account and station; nothing is left out or counted twice. */
export async function sumLedger(ctx: Context, query: SumLedger): Promise<LedgerSum[]> {
  const stations = selectBookingStations(ctx)
  // The same text in both places: two parameters would be two expressions to the database.
  const period = sql`to_char(date_trunc(${sql.raw(`'${query.unit}'`)}, ${ledgerEntries.at} at time zone ${sql.raw(quoted(query.timeZone))}), 'YYYY-MM-DD')`
  const rows = await ctx.replica
    .select({
      period: sql<string>`${period}`,
      account: accounts.code,
      kind: accounts.kind,
      stationId: stations.stationId,
      cents: sql<string>`sum(${ledgerLines.amountCents})`,
    })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .innerJoin(accounts, eq(accounts.code, ledgerLines.account))
    .leftJoin(stations, eq(stations.bookingId, ledgerEntries.bookingId))
    .where(
      and(
        gte(ledgerEntries.at, query.within.from),
        lt(ledgerEntries.at, query.within.to),
        inArray(accounts.kind, query.kinds),
        query.stationId ? eq(stations.stationId, query.stationId) : undefined,
      ),
    )
    .groupBy(period, accounts.code, accounts.kind, stations.stationId)
  return rows.map((row) => ({ ...row, cents: Number(row.cents) }))
}

/** A zone's name comes from a station's record, and even so it is never more than a literal. */
function quoted(timeZone: string): string {
  return `'${timeZone.replaceAll("'", "''")}'`
}

/** @returns the chart of accounts. */
export async function listAccounts(ctx: Context) {
  return ctx.replica.select().from(accounts).orderBy(accounts.code)
}
