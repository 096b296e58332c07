import { usd } from "@myhibachi/contract/money"
import { type MoneyReportQuery, RefundReason, type RefundsReport } from "@myhibachi/contract/money-reports"
import { type RefundSum, sumRefunds } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { readMoneyFrame, totalCents } from "./money-frame.ts"

/** What made a refund, by the first word of its cause. */
const REASONS: Record<string, RefundReason> = {
  cancelled: "cancelled",
  overpaid: "not_owed",
  already: "not_owed",
  "too-late": "too_late",
  "tip-cancelled": "tip_returned",
  "tip-unwanted": "tip_returned",
  staff: "by_staff",
  provider: "at_provider",
}

/** @returns what went back, why and when, to the cent as the ledger has it. @throws AppError "range-invalid". */
export async function readRefunds(ctx: Context, query: MoneyReportQuery): Promise<RefundsReport> {
  const { within, periods, ...frame } = await readMoneyFrame(ctx, query)
  const sums = await sumRefunds(ctx, { ...frame, within })
  return {
    ...frame,
    periods: periods.map((period) => ({
      period,
      ...byReason(sums.filter((sum) => sum.period === period)),
    })),
    ...byReason(sums),
  }
}

function byReason(sums: readonly RefundSum[]) {
  return {
    reasons: RefundReason.options.map((reason) => {
      const those = sums.filter(({ cause }) => (REASONS[cause] ?? "other") === reason)
      const count = those.reduce((total, sum) => total + sum.count, 0)
      return { reason, count, amount: usd(totalCents(those)) }
    }),
    total: usd(totalCents(sums)),
  }
}
