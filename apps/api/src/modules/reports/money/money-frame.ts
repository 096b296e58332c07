import { MoneyReportQuery } from "@myhibachi/contract/money-reports"
import type { Context } from "#platform/context.ts"
import { type ReportFrame, readFrame } from "../report-frame.ts"

/** Reads the days of a report about money, at the first station's clock. @throws AppError "range-invalid". */
export async function readMoneyFrame(
  ctx: Context,
  query: MoneyReportQuery,
): Promise<Omit<ReportFrame, "stationId">> {
  const { stationId: _, ...frame } = await readFrame(ctx, MoneyReportQuery.parse(query))
  return frame
}

/** @returns the sum in cents. */
export function totalCents(rows: readonly { cents: number }[]): number {
  return rows.reduce((sum, { cents }) => sum + cents, 0)
}
