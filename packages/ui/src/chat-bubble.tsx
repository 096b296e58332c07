import type { ReactNode } from "react"
import { classNames } from "./class-names.ts"

export type ChatAuthor = "customer" | "assistant" | "staff" | "system"

const look: Record<ChatAuthor, string> = {
  customer: "self-end rounded-br-sm bg-ink text-paper",
  assistant: "self-start rounded-bl-sm bg-sunken text-ink",
  staff: "self-start rounded-bl-sm bg-good-soft text-ink",
  system: "self-center bg-transparent text-center text-sm text-ink-soft",
}

/** One message. `from` names who speaks, `meta` is the line under it (time, delivery, sources). */
export function ChatBubble({
  author,
  from,
  meta,
  children,
}: {
  author: ChatAuthor
  from: string
  meta?: ReactNode
  children: ReactNode
}) {
  const isOwn = author === "customer"
  return (
    <article
      className={classNames("flex max-w-[88%] flex-col gap-1", isOwn ? "self-end items-end" : "self-start")}
    >
      <p className={isOwn || author === "system" ? "sr-only" : "px-1 text-xs font-medium text-ink-soft"}>
        {from}
      </p>
      <div
        className={classNames(
          "rounded-2xl px-4 py-2.5 whitespace-pre-wrap [overflow-wrap:anywhere]",
          look[author],
        )}
      >
        {children}
      </div>
      {meta ? <div className="px-1 text-xs text-ink-soft">{meta}</div> : null}
    </article>
  )
}
