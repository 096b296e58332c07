import type { ComponentProps, ReactNode } from "react"
import { classNames } from "./class-names.ts"

/** A group of things that belong together. Never put one into another. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={classNames("rounded-card border border-line bg-surface p-4 sm:p-6", className)}
      {...rest}
    />
  )
}

/** A card's heading with, at its end, what one can do. */
export function CardHeader({
  title,
  detail,
  actions,
}: {
  title: ReactNode
  detail?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h2 className="text-lg font-semibold">{title}</h2>
        {detail ? <p className="text-sm text-ink-soft">{detail}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  )
}
