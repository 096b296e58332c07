import { CircleAlert } from "lucide-react"
import type { ReactNode } from "react"

/** What went wrong, in words, with the way on (`action`). */
export function ErrorState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div role="alert" className="flex gap-3 rounded-control bg-bad-soft p-4">
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children ? <div className="mt-1 text-ink-soft">{children}</div> : null}
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  )
}
