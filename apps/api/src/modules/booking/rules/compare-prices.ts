import type { PriceChange } from "@myhibachi/contract/booking-life"
import { usd } from "@myhibachi/contract/money"
import type { QuoteLine } from "@myhibachi/contract/quote"

/** @returns the lines that differ, in the order of the later price; their differences add up to that of the totals. */
export function comparePrices(before: readonly QuoteLine[], after: readonly QuoteLine[]): PriceChange[] {
  const old = sumByName(before)
  const renewed = sumByName(after)
  const names = [...new Set([...renewed.keys(), ...old.keys()])]
  return names.flatMap((name) => {
    const was = old.get(name)
    const becomes = renewed.get(name)
    const line = becomes ?? was
    const difference = (becomes?.cents ?? 0) - (was?.cents ?? 0)
    if (!line || difference === 0) return []
    return [
      {
        title: line.title,
        kind: line.kind,
        before: was ? usd(was.cents) : null,
        after: becomes ? usd(becomes.cents) : null,
        difference: usd(difference),
      },
    ]
  })
}

function sumByName(lines: readonly QuoteLine[]) {
  const sums = new Map<string, { title: string; kind: QuoteLine["kind"]; cents: number }>()
  for (const { kind, sku, title, amount } of lines) {
    const name = `${kind}:${sku ?? title}`
    const cents = (sums.get(name)?.cents ?? 0) + amount.amount
    sums.set(name, { title, kind, cents })
  }
  return sums
}
