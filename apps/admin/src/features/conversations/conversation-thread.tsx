"use client"

import type { ConversationDetail, StaffMessage } from "@myhibachi/contract/conversations"
import { ChatBubble } from "@myhibachi/ui/chat-bubble"
import { SourceList } from "@myhibachi/ui/source-list"
import Link from "next/link"
import { useEffect, useRef } from "react"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { ConversationActions } from "./conversation-actions.tsx"
import { ConversationSheet } from "./conversation-side.tsx"
import { channelTitle } from "./conversation-words.ts"
import { MessageCards } from "./message-cards.tsx"
import { ReplyBox } from "./reply-box.tsx"

/** One conversation from its first message to its last, and the box to answer in. */
export function ConversationThread({ conversation }: { conversation: ConversationDetail }) {
  const mayWrite = useMay("conversations:write")
  const log = useRef<HTMLDivElement>(null)
  const count = conversation.messages.length
  useEffect(() => {
    if (count > 0) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [count])
  return (
    <section aria-label="Conversation" className="flex min-w-0 flex-1 flex-col">
      <header className="flex flex-wrap items-start justify-between gap-3 border-b border-line p-4">
        <div className="min-w-0 flex-1 basis-48">
          <Link href="/inbox" className="text-sm text-ink-soft underline-offset-4 hover:underline lg:hidden">
            ← Inbox
          </Link>
          <h2 className="text-lg font-semibold [overflow-wrap:anywhere]">{conversation.subject}</h2>
          <p className="text-sm text-ink-soft">
            {channelTitle[conversation.channel]} · since <WhenText instant={conversation.startedAt} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {mayWrite ? <ConversationActions conversation={conversation} /> : null}
          <ConversationSheet conversation={conversation} />
        </div>
      </header>
      <div
        ref={log}
        role="log"
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4"
      >
        {conversation.messages.map((message) => (
          <StaffBubble key={message.id} message={message} />
        ))}
      </div>
      {mayWrite ? <ReplyBox conversation={conversation} /> : null}
    </section>
  )
}

function StaffBubble({ message }: { message: StaffMessage }) {
  return (
    <ChatBubble author={message.author} from={message.authorName} meta={<BubbleMeta message={message} />}>
      {message.status === "draft" ? (
        <span className="mb-1 block text-sm font-medium text-caution">Draft, not sent</span>
      ) : null}
      {message.text}
      {message.cards.length > 0 ? <MessageCards cards={message.cards} /> : null}
    </ChatBubble>
  )
}

const delivery = { received: null, sent: null, draft: null, failed: "Not delivered" }

function BubbleMeta({ message }: { message: StaffMessage }) {
  const failure = delivery[message.status]
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap gap-x-3">
        {message.author === "customer" ? <span>{message.authorName}</span> : null}
        <WhenText instant={message.sentAt} />
        {message.agent ? <span>{message.agent}</span> : null}
        {failure ? <span className="font-medium text-bad">{failure}</span> : null}
        {message.traceId ? (
          <Link href={`/assistant/traces/${message.traceId}`} className="underline underline-offset-2">
            Why it said this
          </Link>
        ) : null}
      </p>
      <SourceList
        sources={message.sources.map((source) => ({
          key: `${source.articleId}@${source.version}`,
          title: `${source.title} (version ${source.version})`,
          href: `/assistant/knowledge/${source.articleId}`,
        }))}
      />
    </div>
  )
}
