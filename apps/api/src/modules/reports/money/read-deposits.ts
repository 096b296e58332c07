import { usd } from "@myhibachi/contract/money"
import type { DepositsReport } from "@myhibachi/contract/money-reports"
import { sumDepositsByMonth } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { totalCents } from "./money-frame.ts"

/** @returns what is held for parties that have not taken place, by the month in which they will. */
export async function readDeposits(ctx: Context): Promise<DepositsReport> {
  const rows = await sumDepositsByMonth(ctx)
  return {
    asOf: ctx.now().toString(),
    months: rows.map(({ month, parties, cents }) => ({ month, parties, amount: usd(cents) })),
    total: usd(totalCents(rows)),
  }
}
