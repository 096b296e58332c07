import type { ReportQuery } from "@myhibachi/contract/reports"
import type { Context } from "#platform/context.ts"
import { type CsvValue, writeCsv } from "#platform/documents/csv.ts"
import { readConversion } from "./read-conversion.ts"
import { readRevenue } from "./read-revenue.ts"
import { reportUtilisation } from "./read-utilisation.ts"

export const REPORTS = ["revenue", "utilisation", "conversion"] as const
export type ReportName = (typeof REPORTS)[number]

/** @returns a report's table as CSV: amounts in dollars, times in minutes. @throws AppError as the report itself. */
export async function writeReportFile(ctx: Context, name: ReportName, query: ReportQuery): Promise<string> {
  switch (name) {
    case "revenue":
      return revenueFile(ctx, query)
    case "utilisation":
      return utilisationFile(ctx, query)
    case "conversion":
      return conversionFile(ctx, query)
    default:
      return name satisfies never
  }
}

async function revenueFile(ctx: Context, query: ReportQuery): Promise<string> {
  const report = await readRevenue(ctx, query)
  const titles = ["revenue", "money"].flatMap((kind) => [
    ...report.accounts.filter((account) => account.kind === kind).map(({ title }) => title),
    kind === "revenue" ? "Earned" : "Money in",
  ])
  return writeCsv(
    ["Period from", ...titles],
    report.periods.map(({ period, earned, earnedTotal, moved, movedTotal }) => [
      period,
      ...[...earned.map(({ amount }) => amount), earnedTotal].map(({ amount }) => (amount / 100).toFixed(2)),
      ...[...moved.map(({ amount }) => amount), movedTotal].map(({ amount }) => (amount / 100).toFixed(2)),
    ]),
  )
}

async function utilisationFile(ctx: Context, query: ReportQuery): Promise<string> {
  const { chefs } = await reportUtilisation(ctx, query)
  return writeCsv(
    ["Chef", "Station", "Parties", "Minutes worked", "Minutes driven", "Minutes offered"],
    chefs.map((chef): CsvValue[] => [
      chef.name,
      chef.stationName,
      chef.parties,
      chef.workedMinutes,
      chef.drivingMinutes,
      chef.availableMinutes,
    ]),
  )
}

async function conversionFile(ctx: Context, query: ReportQuery): Promise<string> {
  const report = await readConversion(ctx, query)
  return writeCsv(
    ["Period from", "Quotes", "Held", "Booked", ...report.lost.map(({ why }) => why.replaceAll("_", " "))],
    report.periods.map(({ period, quotes, held, booked, lost }): CsvValue[] => [
      period,
      quotes,
      held,
      booked,
      ...lost.map(({ count }) => count),
    ]),
  )
}
