"use client"

import { type ConversationDetail, MESSAGE_MAX_CHARACTERS } from "@myhibachi/contract/conversations"
import { Button } from "@myhibachi/ui/button"
import { Form } from "@myhibachi/ui/form"
import { Kbd } from "@myhibachi/ui/kbd"
import { Textarea } from "@myhibachi/ui/textarea"
import { useEffect, useRef, useState } from "react"
import { useMe } from "@/shell/me.tsx"
import { useConversationChange } from "./use-conversation-change.ts"

/** Where the owner of a conversation writes; what is typed stays in this browser until it is sent. */
export function ReplyBox({ conversation }: { conversation: ConversationDetail }) {
  const me = useMe()
  if (conversation.owner?.userId !== me.id) {
    return (
      <p className="border-t border-line bg-sunken px-4 py-3 text-sm text-ink-soft">
        {conversation.owner
          ? `${conversation.owner.name} is answering. Take over to write here.`
          : "Take over to write here; the assistant then keeps silent until you give back."}
      </p>
    )
  }
  return <OwnReply id={conversation.id} />
}

function OwnReply({ id }: { id: string }) {
  const { text, setText } = useDraft(`reply:${id}`)
  const { send, isSending } = useSend(id, text, setText)
  return (
    <Form className="flex flex-col gap-2 border-t border-line p-4" onSubmit={send}>
      <Textarea
        autoFocus
        aria-label="Your answer"
        placeholder="Write to the customer…"
        maxLength={MESSAGE_MAX_CHARACTERS}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send()
          if (event.key === "Escape") event.currentTarget.blur()
        }}
      />
      <div className="flex items-center justify-between gap-3">
        <span className="hidden text-xs text-ink-soft sm:inline">
          <Kbd>⌘</Kbd> <Kbd>enter</Kbd> sends
        </span>
        <Button type="submit" size="small" isBusy={isSending} disabled={!text.trim()} className="ml-auto">
          Send
        </Button>
      </div>
    </Form>
  )
}

function useSend(id: string, text: string, setText: (text: string) => void) {
  // One id for one text: sending it twice, after a failure, is still one message.
  const messageId = useRef(crypto.randomUUID())
  const change = useConversationChange(id)
  const send = () => {
    if (!text.trim() || change.isPending) return
    change.mutate(
      { verb: "reply", body: { clientMessageId: messageId.current, text: text.trim() } },
      {
        onSuccess: () => {
          messageId.current = crypto.randomUUID()
          setText("")
        },
      },
    )
  }
  return { send, isSending: change.isPending }
}

function useDraft(key: string) {
  const [text, setText] = useState("")
  useEffect(() => setText(sessionStorage.getItem(key) ?? ""), [key])
  const put = (next: string) => {
    setText(next)
    if (next) sessionStorage.setItem(key, next)
    else sessionStorage.removeItem(key)
  }
  return { text, setText: put }
}
