import Link from "next/link"
import type { ReactNode } from "react"

/** A page's name, what it stands under, and what one can do on it. */
export function PageHeader({
  title,
  detail,
  actions,
  back,
}: {
  title: ReactNode
  detail?: ReactNode
  actions?: ReactNode
  back?: { href: string; title: string }
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back ? (
          <Link href={back.href} className="text-sm text-ink-soft underline-offset-4 hover:underline">
            ← {back.title}
          </Link>
        ) : null}
        <h1 className="text-2xl font-semibold [overflow-wrap:anywhere]">{title}</h1>
        {detail ? <div className="mt-1 text-ink-soft">{detail}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  )
}
