"use client"

import { Quote, type ReviseQuote } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { Sheet } from "@myhibachi/ui/sheet"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { addressProblem, Preview, usePreview } from "./new-quote.tsx"
import { draftOf, requestOf } from "./party-draft.ts"
import { PartyFields } from "./party-fields.tsx"

/** Changes the party of a quote: its next revision, with today's prices. */
export function ReviseDialog({ quote }: { quote: Quote }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Sheet
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Change the party"
      trigger={<Button variant="secondary">Revise…</Button>}
    >
      {isOpen ? <ReviseForm quote={quote} onDone={() => setIsOpen(false)} /> : null}
    </Sheet>
  )
}

function ReviseForm({ quote, onDone }: { quote: Quote; onDone: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(quote))
  const preview = usePreview(draft)
  const client = useQueryClient()
  const tell = useToast()
  const revise = useMutation({
    mutationFn: (body: ReviseQuote) =>
      request(Quote, `/v1/quotes/${quote.id}/revise`, { method: "POST", body }),
    onSuccess: () => {
      onDone()
      return client.invalidateQueries({ queryKey: ["quote", quote.id] })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const submit = () => {
    const { guests, items, address } = requestOf(draft)
    const isSamePlace = address?.text === quote.place?.formatted
    revise.mutate({
      guests,
      ...(items ? { items } : {}),
      date: draft.date || null,
      time: draft.date && draft.time ? draft.time : null,
      ...(address && !isSamePlace ? { address } : {}),
    })
  }
  return (
    <div className="flex flex-col gap-6 p-4">
      <PartyFields
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        place={preview.data?.place ?? null}
        addressError={addressProblem(preview.error)}
      />
      <Preview preview={preview} />
      <Button isBusy={revise.isPending} disabled={preview.error !== null} onClick={submit}>
        Keep as revision {quote.revision + 1}
      </Button>
    </div>
  )
}
