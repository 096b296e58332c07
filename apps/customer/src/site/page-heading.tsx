import type { ReactNode } from "react"

/** A page's heading with its one sentence. */
export function PageHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-8">
      <h1 className="text-3xl font-semibold sm:text-4xl">{title}</h1>
      {children ? <p className="mt-2 max-w-prose text-lg text-ink-soft">{children}</p> : null}
    </header>
  )
}
