import type { Money } from "@myhibachi/contract/money"
import type { ReactNode } from "react"
import { classNames } from "./class-names.ts"
import { MoneyText } from "./money-text.tsx"

export interface BreakdownLine {
  key: string
  label: ReactNode
  /** Why the line is there and how it was counted. */
  explanation?: ReactNode
  amount: Money
}

/** Lines of money with their explanations, then the sums; the last sum is the one that counts. */
export function Breakdown({ lines, totals }: { lines: BreakdownLine[]; totals: BreakdownLine[] }) {
  return (
    <div>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.key} className="flex items-baseline justify-between gap-4 py-3">
            <LineText line={line} />
            <MoneyText money={line.amount} />
          </li>
        ))}
      </ul>
      <dl className="border-t-2 border-ink pt-2">
        {totals.map((total, index) => (
          <div
            key={total.key}
            className={classNames(
              "flex items-baseline justify-between gap-4 py-2",
              index === totals.length - 1 && "text-xl font-semibold",
            )}
          >
            <dt>
              <LineText line={total} />
            </dt>
            <dd>
              <MoneyText money={total.amount} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function LineText({ line }: { line: BreakdownLine }) {
  return (
    <span className="min-w-0">
      <span className="block">{line.label}</span>
      {line.explanation ? (
        <span className="block text-sm font-normal text-ink-soft">{line.explanation}</span>
      ) : null}
    </span>
  )
}
