"use client"
import { buttonStyle } from "@myhibachi/ui/button"
import { classNames } from "@myhibachi/ui/class-names"
import { MessageCircle, X } from "lucide-react"
import { usePathname } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { ChatThread } from "./chat-thread.tsx"
import { onOpenChat } from "./open-chat.ts"

const PHONE = "(max-width: 39.99rem)"

/** The chat on every page: a button that opens a panel beside the page (all of the screen on a phone). */
export function ChatLauncher() {
  const [panel, setPanel] = useState<{ draft: string } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const path = usePathname()
  const shownOn = useRef(path)
  useEffect(() => {
    // On a phone the panel hides the page, so following one of its links leaves the panel.
    if (shownOn.current !== path && matchMedia(PHONE).matches) setPanel(null)
    shownOn.current = path
  }, [path])
  useEffect(() => onOpenChat((draft) => setPanel({ draft })), [])
  if (path === "/chat") return null
  const close = () => {
    setPanel(null)
    // The button is only there again after this render.
    requestAnimationFrame(() => button.current?.focus())
  }
  if (!panel)
    return (
      <button
        ref={button}
        type="button"
        onClick={() => setPanel({ draft: "" })}
        className={classNames(
          buttonStyle({ size: "large" }),
          "fixed right-4 bottom-[calc(1rem+var(--bottom-bar,0rem))] z-40 rounded-full bg-ink text-paper shadow-raised hover:bg-ink-soft max-sm:size-14 max-sm:px-0",
        )}
      >
        <MessageCircle aria-hidden className="size-6" />
        <span className="max-sm:sr-only">Chat</span>
      </button>
    )
  return (
    <div
      role="dialog"
      aria-label="Chat"
      onKeyDown={(event) => (event.key === "Escape" ? close() : undefined)}
      className="fixed inset-0 z-40 flex animate-rise flex-col bg-surface sm:inset-auto sm:right-4 sm:bottom-4 sm:h-[min(42rem,calc(100dvh-2rem))] sm:w-104 sm:overflow-hidden sm:rounded-card sm:border sm:border-line-strong sm:shadow-raised"
    >
      <div className="flex items-center justify-between pt-1 pr-1 pl-4">
        <h2 className="font-semibold">Chat with MyHibachi</h2>
        <button
          type="button"
          onClick={close}
          aria-label="Close the chat"
          className={buttonStyle({ variant: "quiet", size: "icon" })}
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <ChatThread suggestion={panel.draft} />
    </div>
  )
}
