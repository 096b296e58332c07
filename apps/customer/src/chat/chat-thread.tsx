"use client"
import type { ConversationStatus } from "@myhibachi/contract/conversations"
import { Button } from "@myhibachi/ui/button"
import { ChatBubble } from "@myhibachi/ui/chat-bubble"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Skeleton } from "@myhibachi/ui/skeleton"
import { useToast } from "@myhibachi/ui/toast"
import { useEffect, useRef, useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { ChatComposer } from "./chat-composer.tsx"
import { MessageItem, OutgoingItem } from "./message-item.tsx"
import { type ConversationView, useConversation } from "./use-conversation.ts"

/** The conversation from its first message to the place where one types. */
export function ChatThread({ suggestion = "" }: { suggestion?: string }) {
  const view = useConversation()
  const end = useRef<HTMLDivElement>(null)
  const newestAuthor = view.outgoing.length > 0 ? "customer" : view.messages.at(-1)?.author
  const length = view.messages.length + view.outgoing.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls whenever something was added
  useEffect(() => {
    const list = end.current?.parentElement
    if (list) showNewest(list, newestAuthor)
  }, [length, view.isWorking])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {view.conversation ? <ChatState view={view} /> : null}
      <div
        role="log"
        aria-label="Messages"
        className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4"
      >
        <Opening view={view} />
        {view.messages.map((message) => (
          <MessageItem key={message.id} message={message} />
        ))}
        {view.outgoing.map((message) => (
          <OutgoingItem
            key={message.clientMessageId}
            message={message}
            onAgain={() => view.sendAgain(message.clientMessageId)}
          />
        ))}
        {view.isWorking ? (
          <p role="status" className="animate-breathe self-start px-1 text-sm text-ink-soft">
            Looking it up …
          </p>
        ) : null}
        <div ref={end} />
      </div>
      <ChatComposer suggestion={suggestion} isReady={view.conversation !== undefined} onSend={view.send} />
    </div>
  )
}

/** One's own message is shown at the end; an answer from its first line, however long it is. */
function showNewest(list: HTMLElement, author: string | undefined): void {
  const newest = [...list.querySelectorAll<HTMLElement>("[role=log] > article")].at(-1)
  const isAnswer = author === "assistant" || author === "staff"
  list.scrollTo({ top: isAnswer && newest ? newest.offsetTop - list.offsetTop - 8 : list.scrollHeight })
}

function Opening({ view }: { view: ConversationView }) {
  if (view.error)
    return (
      <ErrorState
        title="The chat cannot be opened right now."
        action={
          <Button size="small" variant="secondary" onClick={view.retry}>
            Try again
          </Button>
        }
      >
        {sentenceOf(view.error)}
      </ErrorState>
    )
  if (!view.conversation)
    return (
      <div role="status" aria-label="Opening the chat" className="space-y-2">
        <Skeleton className="h-10 w-3/4 rounded-2xl" />
        <Skeleton className="h-10 w-1/2 rounded-2xl" />
      </div>
    )
  return (
    <ChatBubble author="assistant" from="Assistant">
      {view.conversation.greeting}
    </ChatBubble>
  )
}

const WHO_ANSWERS: Record<ConversationStatus, string> = {
  assistant: "An AI assistant answers; a person is one tap away.",
  needs_person: "A person will answer here.",
  person: "You are talking with a person.",
  resolved: "This conversation is settled. Write to open it again.",
}

function ChatState({ view }: { view: ConversationView }) {
  const toast = useToast()
  const [isAsking, setIsAsking] = useState(false)
  const ask = async () => {
    setIsAsking(true)
    try {
      await view.askForPerson()
    } catch (error) {
      toast({ title: "Nobody was asked yet.", detail: sentenceOf(error), state: "bad" })
    } finally {
      setIsAsking(false)
    }
  }
  return (
    <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 text-sm">
      <p aria-live="polite" className="text-ink-soft">
        {WHO_ANSWERS[view.status]}
      </p>
      {view.status === "assistant" ? (
        <Button size="small" variant="secondary" onClick={ask} isBusy={isAsking}>
          Talk to a person
        </Button>
      ) : null}
      {view.status === "resolved" ? (
        <Button size="small" variant="quiet" onClick={view.startOver}>
          Start a new one
        </Button>
      ) : null}
    </div>
  )
}
