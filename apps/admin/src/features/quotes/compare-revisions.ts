import type { Money } from "@myhibachi/contract/money"
import type { Quote } from "@myhibachi/contract/quote"

export interface ComparedLine {
  title: string
  before: Money | null
  after: Money | null
  isChanged: boolean
}

type Priced = Pick<Quote, "lines" | "total">

/** @returns the lines of both revisions side by side, the total last. */
export function compareRevisions(before: Priced, after: Priced): ComparedLine[] {
  const titles = [...new Set([...before.lines, ...after.lines].map(({ title }) => singular(title)))]
  const lines = titles.map((title) => compare(title, amountOf(before, title), amountOf(after, title)))
  return [...lines, compare("Total", before.total, after.total)]
}

/** One guest more makes “Child” into “Children”, which is the same line. */
function singular(title: string): string {
  return { Child: "Children", Adult: "Adults", "Little one": "Little ones" }[title] ?? title
}

function amountOf(quote: Priced, title: string): Money | null {
  return quote.lines.find((line) => singular(line.title) === title)?.amount ?? null
}

function compare(title: string, before: Money | null, after: Money | null): ComparedLine {
  return { title, before, after, isChanged: before?.amount !== after?.amount }
}
