import type { Money } from "@myhibachi/contract/money"
import type { MoneyReportQuery } from "@myhibachi/contract/money-reports"
import type { Context } from "#platform/context.ts"
import { type CsvValue, writeCsv } from "#platform/documents/csv.ts"
import { readAccountStatement } from "./read-account-statement.ts"
import { readDeposits } from "./read-deposits.ts"
import { readReceivables } from "./read-receivables.ts"
import { readRefunds } from "./read-refunds.ts"
import { readSalesTax } from "./read-sales-tax.ts"
import { readTips } from "./read-tips.ts"

/** Rows read at a time of what has pages. */
const PAGE = 1_000

const dollars = ({ amount }: Money) => (amount / 100).toFixed(2)

/** @returns every debt as CSV, the longest due first. */
export async function receivablesFile(ctx: Context): Promise<string> {
  const rows: CsvValue[][] = []
  let cursor: string | null = null
  do {
    const page = await readReceivables(ctx, { limit: PAGE, ...(cursor ? { cursor } : {}) })
    for (const row of page.items)
      rows.push([
        row.reference,
        row.customerName,
        row.startsAt,
        row.dueAt,
        row.daysOverdue,
        row.age.replaceAll("_", " "),
        row.isEarned ? "took place" : "to come",
        dollars(row.amount),
      ])
    cursor = page.nextCursor
  } while (cursor)
  return writeCsv(["Booking", "Customer", "Party", "Due", "Days overdue", "Age", "Party is", "Amount"], rows)
}

/** @returns deposits held by month of the party as CSV. */
export async function depositsFile(ctx: Context): Promise<string> {
  const { months } = await readDeposits(ctx)
  return writeCsv(
    ["Month of the party", "Parties", "Held"],
    months.map(({ month, parties, amount }) => [month ?? "no party", parties, dollars(amount)]),
  )
}

/** @returns refunds by period and reason as CSV. @throws AppError "range-invalid". */
export async function refundsFile(ctx: Context, query: MoneyReportQuery): Promise<string> {
  const { periods } = await readRefunds(ctx, query)
  return writeCsv(
    ["Period from", "Reason", "Refunds", "Amount"],
    periods.flatMap(({ period, reasons }) =>
      reasons
        .filter(({ count, amount }) => count !== 0 || amount.amount !== 0)
        .map(({ reason, count, amount }): CsvValue[] => [
          period,
          reason.replaceAll("_", " "),
          count,
          dollars(amount),
        ]),
    ),
  )
}

/** @returns tips by period and chef as CSV. @throws AppError "range-invalid". */
export async function tipsFile(ctx: Context, query: MoneyReportQuery): Promise<string> {
  const report = await readTips(ctx, query)
  const names = new Map(report.chefs.map(({ chefId, name }) => [chefId, name]))
  return writeCsv(
    ["Period from", "Chef", "Tips"],
    report.periods.flatMap(({ period, chefs }) =>
      chefs.map(({ chefId, amount }) => [period, names.get(chefId) ?? chefId, dollars(amount)]),
    ),
  )
}

/** @returns sales tax by period and jurisdiction as CSV. @throws AppError "range-invalid". */
export async function salesTaxFile(ctx: Context, query: MoneyReportQuery): Promise<string> {
  const { periods } = await readSalesTax(ctx, query)
  return writeCsv(
    ["Period from", "Jurisdiction", "Tax"],
    periods.flatMap(({ period, jurisdictions }) =>
      jurisdictions.map(({ jurisdiction, amount }) => [period, jurisdiction, dollars(amount)]),
    ),
  )
}

/** @returns an account's statement as CSV, with its opening balance. @throws AppError as readAccountStatement. */
export async function accountFile(
  ctx: Context,
  query: { account: string; from: string; to: string },
): Promise<string> {
  const rows: CsvValue[][] = []
  let cursor: string | null = null
  do {
    const page = await readAccountStatement(ctx, { ...query, limit: PAGE, ...(cursor ? { cursor } : {}) })
    if (rows.length === 0) rows.push([query.from, "", "Opening balance", "", "", dollars(page.opening)])
    for (const { at, kind, description, bookingId, amount, balance } of page.items)
      rows.push([at, kind, description, bookingId, dollars(amount), dollars(balance)])
    cursor = page.nextCursor
  } while (cursor)
  return writeCsv(["At", "Kind", "What", "Booking", "Amount", "Balance"], rows)
}
