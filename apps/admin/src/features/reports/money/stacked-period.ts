import { type Money, usd } from "@myhibachi/contract/money"

/** What is told apart in a report: a key and a name. */
export interface Series {
  key: string
  name: string
}

export interface StackedPeriod {
  period: string
  /** Cents by series. */
  amounts: Map<string, Money>
  total: Money
}

/** @returns what a series comes to over the periods. */
export function sumOf(periods: readonly StackedPeriod[], key: string): Money {
  return usd(periods.reduce((sum, { amounts }) => sum + (amounts.get(key)?.amount ?? 0), 0))
}
