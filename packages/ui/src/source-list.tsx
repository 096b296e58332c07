import { ChevronRight } from "lucide-react"
import type { ReactNode } from "react"

export interface Source {
  key: string
  title: string
  /** Where to read it in full. */
  href?: string
  excerpt?: ReactNode
}

/** Where an answer comes from; closed until someone wants to know. */
export function SourceList({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return null
  return (
    <details className="group text-sm">
      <summary className="inline-flex list-none items-center gap-1 text-ink-soft underline-offset-2 hover:underline">
        <ChevronRight aria-hidden className="size-4 transition-transform duration-150 group-open:rotate-90" />
        {sources.length === 1 ? "1 source" : `${sources.length} sources`}
      </summary>
      <ul className="mt-2 flex flex-col gap-2 border-l-2 border-line pl-3">
        {sources.map((source) => (
          <li key={source.key}>
            {source.href ? (
              <a href={source.href} className="font-medium underline underline-offset-2">
                {source.title}
              </a>
            ) : (
              <span className="font-medium">{source.title}</span>
            )}
            {source.excerpt ? <p className="text-ink-soft">{source.excerpt}</p> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
