import type { ReactNode } from "react"

/** A picture of figures that stand in the table beside it; its name says what it shows. */
export function ChartFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <figure aria-label={label} className="min-w-0">
      <div className="h-72 w-full">{children}</div>
    </figure>
  )
}

/** Names of series in the page's ink: some of their colours are too light to be read as words. */
export function legendText(name: string): ReactNode {
  return <span className="text-sm text-ink-soft">{name}</span>
}
