import type { ReactNode } from "react"

/** What became of a payment: one picture, one sentence, what to do next. */
export function Outcome({
  icon,
  title,
  message,
  children,
}: {
  icon: ReactNode
  title: string
  message: string
  children?: ReactNode
}) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center gap-4 py-10 text-center">
      <span aria-hidden>{icon}</span>
      <h1 className="text-3xl font-semibold">{title}</h1>
      <p className="text-lg text-ink-soft">{message}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">{children}</div>
    </div>
  )
}
