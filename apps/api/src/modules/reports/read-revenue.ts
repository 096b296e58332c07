import { usd } from "@myhibachi/contract/money"
import type { AccountAmount, ReportQuery, RevenueReport } from "@myhibachi/contract/reports"
import { findStations } from "#modules/crew/index.ts"
import { type LedgerSum, listAccounts, sumLedger } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { readFrame } from "./report-frame.ts"

// Assets that are somebody's promise, not money that lies somewhere.
const NOT_MONEY = new Set(["receivable", "dispute_reserve"])

type Account = RevenueReport["accounts"][number]

/** @returns what was earned and what came in, to the cent as the ledger has it. @throws AppError as readFrame. */
export async function readRevenue(ctx: Context, query: ReportQuery): Promise<RevenueReport> {
  const { within, periods, stationId, ...frame } = await readFrame(ctx, query)
  const { unit, timeZone } = frame
  const accounts = await readAccounts(ctx)
  const sums = await sumLedger(ctx, { within, unit, timeZone, stationId, kinds: ["revenue", "asset"] })
  const names = new Map((await findStations(ctx)).map((station) => [station.id, station.name]))
  const stationIds = [...new Set(sums.map((sum) => sum.stationId))]
  return {
    ...frame,
    accounts,
    periods: periods.map((period) => ({
      period,
      ...totalsOf(
        sums.filter((sum) => sum.period === period),
        accounts,
      ),
    })),
    stations: stationIds
      .map((id) => ({
        stationId: id,
        name: id === null ? "No booking" : (names.get(id) ?? id),
        ...totalsOf(
          sums.filter((sum) => sum.stationId === id),
          accounts,
        ),
      }))
      .sort((left, right) => left.name.localeCompare(right.name)),
    ...totalsOf(sums, accounts),
  }
}

async function readAccounts(ctx: Context): Promise<Account[]> {
  const rows = await listAccounts(ctx)
  return rows.flatMap(({ code, title, kind }): Account[] => {
    if (kind === "revenue") return [{ account: code, title, kind }]
    return kind === "asset" && !NOT_MONEY.has(code) ? [{ account: code, title, kind: "money" }] : []
  })
}

/** Revenue stands on the credit side; here what was earned is above zero. */
function totalsOf(sums: readonly LedgerSum[], accounts: readonly Account[]) {
  const amountsOf = (kind: Account["kind"], sign: 1 | -1): AccountAmount[] =>
    accounts
      .filter((account) => account.kind === kind)
      .map(({ account }) => ({
        account,
        amount: usd(sumOf(sums.filter((sum) => sum.account === account)) * sign || 0),
      }))
  const earned = amountsOf("revenue", -1)
  const moved = amountsOf("money", 1)
  return { earned, earnedTotal: totalOf(earned), moved, movedTotal: totalOf(moved) }
}

function sumOf(sums: readonly LedgerSum[]): number {
  return sums.reduce((total, { cents }) => total + cents, 0)
}

function totalOf(amounts: readonly AccountAmount[]) {
  return usd(amounts.reduce((total, { amount }) => total + amount.amount, 0))
}
