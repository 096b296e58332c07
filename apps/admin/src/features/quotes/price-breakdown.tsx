import type { QuoteLine, QuotePreview } from "@myhibachi/contract/quote"
import { Breakdown } from "@myhibachi/ui/breakdown"

type Priced = Pick<QuotePreview, "lines" | "beforeTax" | "tax" | "total" | "missing">

/** The miles of a travel line are in its explanation; as a count they would say nothing. */
function labelOf({ kind, title, quantity }: QuoteLine): string {
  return quantity === null || kind === "travel" ? title : `${title} × ${quantity}`
}

/** A price line by line, each with how it was counted, and what it still lacks. */
export function PriceBreakdown({ quote }: { quote: Priced }) {
  const taxes = quote.lines.filter((line) => line.kind === "tax")
  return (
    <>
      <Breakdown
        lines={quote.lines
          .filter((line) => line.kind !== "tax")
          .map((line, index) => ({
            key: `${index}-${line.title}`,
            label: labelOf(line),
            explanation: line.explanation,
            amount: line.amount,
          }))}
        totals={[
          { key: "before-tax", label: "Before tax", amount: quote.beforeTax },
          {
            key: "tax",
            label: "Tax",
            explanation: taxes.map((line) => line.explanation).join(" "),
            amount: quote.tax,
          },
          { key: "total", label: "Total", amount: quote.total },
        ]}
      />
      {quote.missing.length > 0 ? (
        <ul className="mt-3 list-disc pl-5 text-sm text-caution">
          {quote.missing.map(({ part, detail }) => (
            <li key={part}>{detail}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
