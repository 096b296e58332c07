import { usd } from "@myhibachi/contract/money"
import type { MoneyReportQuery, TipsReport } from "@myhibachi/contract/money-reports"
import { listChefs } from "#modules/crew/index.ts"
import { sumTipsByChef, sumUnsharedTips } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { readMoneyFrame, totalCents } from "./money-frame.ts"

/** @returns what chefs got of tips, by chef and period, to the cent as the ledger has it. @throws AppError "range-invalid". */
export async function readTips(ctx: Context, query: MoneyReportQuery): Promise<TipsReport> {
  const { within, periods, ...frame } = await readMoneyFrame(ctx, query)
  const sums = await sumTipsByChef(ctx, { ...frame, within })
  const names = new Map((await listChefs(ctx)).map((chef) => [chef.id, chef.name]))
  const chefIds = [...new Set(sums.map(({ chefId }) => chefId))]
  const chefs = chefIds.map((chefId) => ({
    chefId,
    name: names.get(chefId) ?? chefId,
    amount: usd(totalCents(sums.filter((sum) => sum.chefId === chefId))),
  }))
  return {
    ...frame,
    chefs: chefs.sort((left, right) => left.name.localeCompare(right.name)),
    periods: periods.map((period) => {
      const those = sums.filter((sum) => sum.period === period)
      return {
        period,
        chefs: those.map(({ chefId, cents }) => ({ chefId, amount: usd(cents) })),
        total: usd(totalCents(those)),
      }
    }),
    total: usd(totalCents(sums)),
    unshared: usd(await sumUnsharedTips(ctx)),
  }
}
