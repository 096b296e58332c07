import type { ReactNode } from "react"
import { classNames } from "./class-names.ts"

export interface TimelineItem {
  key: string
  at: ReactNode
  title: ReactNode
  detail?: ReactNode
  state?: "done" | "now" | "ahead" | "bad"
}

const dot = {
  done: "border-good bg-good",
  now: "border-ember bg-ember",
  ahead: "border-line-strong bg-surface",
  bad: "border-bad bg-bad",
}

/** What happened and what comes, one under the other. */
export function Timeline({ items, className }: { items: TimelineItem[]; className?: string }) {
  return (
    <ol className={classNames("relative", className)}>
      {items.map((item) => (
        <li
          key={item.key}
          className="relative pb-5 pl-7 before:absolute before:top-3 before:bottom-[-0.5rem] before:left-[5px] before:w-px before:bg-line last:pb-0 last:before:hidden"
        >
          <span
            aria-hidden
            className={classNames(
              "absolute top-1.5 left-0 size-[11px] rounded-full border-2",
              dot[item.state ?? "done"],
            )}
          />
          <p className="font-medium">{item.title}</p>
          <p className="text-sm text-ink-soft">{item.at}</p>
          {item.detail ? <div className="mt-1 text-sm">{item.detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
