import { formatMoney, usd } from "@myhibachi/contract/money"
import type { QuoteLine } from "@myhibachi/contract/quote"
import type { TaxRate } from "@myhibachi/contract/tax"
import { sumOf } from "./price-food.ts"
import { shareOf } from "./round-half-up.ts"

const TAX_TITLE = "Sales tax, "

/** @returns who levies the tax of a priced line, by the name that customers read; null for other lines. */
export function jurisdictionOf(line: Pick<QuoteLine, "kind" | "title">): string | null {
  if (line.kind !== "tax") return null
  return line.title.startsWith(TAX_TITLE) ? line.title.slice(TAX_TITLE.length) : line.title
}

/** @returns one tax line for each jurisdiction and rate, over the classes of lines that it covers. */
export function taxLines(lines: readonly QuoteLine[], rates: readonly TaxRate[]): QuoteLine[] {
  const groups = Map.groupBy(rates, (rate) => `${rate.jurisdiction} ${rate.basisPoints}`)
  return [...groups.values()].flatMap((group) => {
    const [rate] = group
    if (!rate) return []
    const classes = new Set(group.map((member) => member.lineClass))
    const taxed = lines.filter((line) => line.lineClass !== null && classes.has(line.lineClass))
    const base = sumOf(taxed)
    const percent = `${(rate.basisPoints / 100).toFixed(2).replace(/\.?0+$/, "")} %`
    return [
      {
        kind: "tax" as const,
        lineClass: null,
        sku: null,
        title: `${TAX_TITLE}${rate.jurisdiction}`,
        quantity: null,
        unitPrice: null,
        amount: usd(shareOf(base, rate.basisPoints)),
        explanation: `${percent} on ${formatMoney(usd(base))} of ${namesOf(taxed)}; a tip is not taxed.`,
      },
    ]
  })
}

function namesOf(taxed: readonly QuoteLine[]): string {
  const names = [
    ...new Set(taxed.filter((line) => line.amount.amount > 0).map((line) => line.lineClass ?? "")),
  ]
  return names.length === 0 ? "nothing" : names.join(" and ").replaceAll("_", " ")
}
