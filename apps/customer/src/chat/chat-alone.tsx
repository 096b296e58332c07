"use client"
import { useSyncExternalStore } from "react"
import { ChatThread } from "./chat-thread.tsx"

const never = () => () => {}

/** The chat as a page of its own. The conversation lives in the browser, so it begins there. */
export function ChatAlone() {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <section
      aria-label="Chat"
      className="flex h-[calc(100dvh-13rem)] min-h-96 flex-col overflow-hidden rounded-card border border-line bg-surface"
    >
      {isInBrowser ? <ChatThread /> : null}
    </section>
  )
}
