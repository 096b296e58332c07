"use client"
import { MESSAGE_MAX_CHARACTERS } from "@myhibachi/contract/conversations"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Textarea } from "@myhibachi/ui/textarea"
import { SendHorizontal } from "lucide-react"
import { useEffect, useRef, useState } from "react"

const DRAFT = "draft:chat"

/** Where one types; what is typed survives a reload. */
export function ChatComposer({
  suggestion,
  isReady,
  onSend,
}: {
  suggestion: string
  isReady: boolean
  onSend: (text: string) => void
}) {
  const [text, setText] = useState(() => suggestion || (sessionStorage.getItem(DRAFT) ?? ""))
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const change = (next: string) => {
    setText(next)
    sessionStorage.setItem(DRAFT, next)
  }
  const tooMany = text.length - MESSAGE_MAX_CHARACTERS
  const canSend = isReady && text.trim() !== "" && tooMany <= 0
  const send = () => {
    if (!canSend) return
    onSend(text)
    change("")
    box.current?.focus()
  }
  return (
    <Form className="flex items-end gap-2 border-t border-line bg-surface p-3" onSubmit={send}>
      <Field
        label={<span className="sr-only">Your message</span>}
        error={tooMany > 0 ? `That is ${tooMany} characters too many; send it in two messages.` : undefined}
        className="flex-1 gap-0"
      >
        <Textarea
          ref={box}
          rows={1}
          value={text}
          placeholder="Ask anything about your party"
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            send()
          }}
          className="max-h-40"
        />
      </Field>
      <Button type="submit" size="icon" aria-label="Send" disabled={!canSend}>
        <SendHorizontal aria-hidden className="size-5" />
      </Button>
    </Form>
  )
}
