"use client"

import type { ConversationSummary } from "@myhibachi/contract/conversations"
import { Badge } from "@myhibachi/ui/badge"
import { classNames } from "@myhibachi/ui/class-names"
import { EmptyState } from "@myhibachi/ui/empty-state"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useEffect, useRef } from "react"
import { More } from "@/lists/list-table.tsx"
import { Failure, Lines } from "@/lists/loaded.tsx"
import type { Pages } from "@/lists/use-pages.ts"
import { WhenText } from "@/time/when-text.tsx"
import { conversationState } from "./conversation-words.ts"

interface ConversationListProps {
  pages: Pages<ConversationSummary>
  /** The row under the keyboard, −1 for none. */
  active: number
  openId: string
}

/** The conversations, newest first; a row says who, what was said last and who owns it. */
export function ConversationList({ pages, active, openId }: ConversationListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: "nearest" })
  }, [active])
  if (pages.items === undefined) {
    return (
      <div className="flex-1 p-4">
        {pages.error ? <Failure error={pages.error} onRetry={pages.retry} /> : <Lines count={9} />}
      </div>
    )
  }
  if (pages.items.length === 0) {
    return (
      <div className="flex-1">
        <EmptyState title="Nobody waits">New messages of every channel appear here by themselves.</EmptyState>
      </div>
    )
  }
  return (
    <div className={classNames("min-h-0 flex-1 overflow-y-auto", pages.isStale && "opacity-60")}>
      <ul ref={list} className="divide-y divide-line">
        {pages.items.map((item, index) => (
          <li key={item.id}>
            <ConversationRow conversation={item} isActive={index === active} isOpen={item.id === openId} />
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </div>
  )
}

interface ConversationRowProps {
  conversation: ConversationSummary
  isActive: boolean
  isOpen: boolean
}

function ConversationRow({ conversation, isActive, isOpen }: ConversationRowProps) {
  const parameters = new URLSearchParams(useSearchParams())
  parameters.set("id", conversation.id)
  const { title, state } = conversationState[conversation.status]
  const { lastMessage } = conversation
  return (
    <Link
      href={`/inbox?${parameters}`}
      scroll={false}
      aria-current={isOpen ? "true" : undefined}
      className={classNames(
        "flex flex-col gap-1 border-l-2 border-transparent px-4 py-3 hover:bg-sunken",
        isActive && "bg-sunken",
        isOpen && "border-ember bg-ember-soft hover:bg-ember-soft",
      )}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">
          {conversation.customer?.name ?? conversation.subject}
        </span>
        <span className="shrink-0 text-xs text-ink-soft">
          <WhenText instant={conversation.lastMessageAt} />
        </span>
      </span>
      {conversation.customer ? <span className="truncate text-sm">{conversation.subject}</span> : null}
      {lastMessage ? (
        <span className="line-clamp-2 text-sm text-ink-soft [overflow-wrap:anywhere]">
          {lastMessage.text}
        </span>
      ) : null}
      <span className="mt-1 flex flex-wrap items-center gap-2">
        <Badge state={state}>{title}</Badge>
        {conversation.owner ? <span className="text-xs text-ink-soft">{conversation.owner.name}</span> : null}
      </span>
    </Link>
  )
}
