import type { Money } from "@myhibachi/contract/money"
import type { QuoteLine } from "@myhibachi/contract/quote"
import { Breakdown, type BreakdownLine } from "@myhibachi/ui/breakdown"

/** A price as its lines, each with how it came about, then before tax, tax by place and the total. */
export function PriceLines({
  lines,
  beforeTax,
  total,
}: {
  lines: QuoteLine[]
  beforeTax: Money
  total: Money
}) {
  const rows = lines.map(toRow)
  return (
    <Breakdown
      lines={rows.filter((_, index) => lines[index]?.kind !== "tax")}
      totals={[
        { key: "before-tax", label: "Before tax", amount: beforeTax },
        ...rows.filter((_, index) => lines[index]?.kind === "tax"),
        { key: "total", label: "Total", amount: total },
      ]}
    />
  )
}

function toRow(line: QuoteLine, index: number): BreakdownLine {
  return {
    key: `${line.kind}:${line.sku ?? index}`,
    label: line.title,
    explanation: line.explanation,
    amount: line.amount,
  }
}
