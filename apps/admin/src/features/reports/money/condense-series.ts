import { usd } from "@myhibachi/contract/money"
import type { Series, StackedPeriod } from "./stacked-period.ts"

/** There are so many colours that can be told apart. */
const MOST_SERIES = 4
export const OTHERS = "others"

/** @returns at most four series for a chart: the largest ones, and all others as one. */
export function condenseSeries(
  series: readonly Series[],
  periods: readonly StackedPeriod[],
): { series: Series[]; periods: StackedPeriod[] } {
  if (series.length <= MOST_SERIES) return { series: [...series], periods: [...periods] }
  const size = ({ key }: Series) =>
    periods.reduce((sum, { amounts }) => sum + Math.abs(amounts.get(key)?.amount ?? 0), 0)
  const kept = series.toSorted((left, right) => size(right) - size(left)).slice(0, MOST_SERIES - 1)
  const others = series.filter((one) => !kept.includes(one))
  return {
    series: [...kept, { key: OTHERS, name: `${others.length} others` }],
    periods: periods.map((period) => {
      const rest = others.reduce((sum, { key }) => sum + (period.amounts.get(key)?.amount ?? 0), 0)
      return { ...period, amounts: new Map([...period.amounts, [OTHERS, usd(rest)]]) }
    }),
  }
}
