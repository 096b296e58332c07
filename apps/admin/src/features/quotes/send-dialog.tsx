"use client"

import type { Quote } from "@myhibachi/contract/quote"
import { QuoteSending, type SendQuote } from "@myhibachi/contract/quote-sending"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Sends the newest revision with its link and its paper. */
export function SendDialog({ quote, email }: { quote: Quote; email: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Send the quote"
      description="The mail has the price, the link to book, and the PDF."
      trigger={<Button variant="secondary">Send…</Button>}
    >
      {isOpen ? <SendForm quote={quote} email={email} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function SendForm({ quote, email, onDone }: { quote: Quote; email: string; onDone: () => void }) {
  const [draft, setDraft] = useState({ email, note: "" })
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: (body: SendQuote) =>
      request(QuoteSending, `/v1/quotes/${quote.id}/send`, {
        method: "POST",
        body,
        // A corrected address is another request.
        headers: { "idempotency-key": `${key}:${body.email ?? ""}` },
      }),
    onSuccess: (sending) => {
      onDone()
      tell({ title: `Sent to ${sending.recipient}`, state: "good" })
      return client.invalidateQueries({ queryKey: ["quote", quote.id] })
    },
  })
  return (
    <div className="flex flex-col gap-4">
      <Field label="E-mail" error={send.error ? sentenceOf(send.error) : undefined} isRequired>
        <Input
          type="email"
          value={draft.email}
          onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
        />
      </Field>
      <Field label="A few words of your own (optional)">
        <Textarea
          value={draft.note}
          onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
        />
      </Field>
      <div className="flex justify-end">
        <Button
          isBusy={send.isPending}
          disabled={!draft.email.trim()}
          onClick={() => send.mutate({ email: draft.email.trim(), note: draft.note })}
        >
          Send it
        </Button>
      </div>
    </div>
  )
}
