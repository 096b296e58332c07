"use client"

import type { StaffHold } from "@myhibachi/contract/booking"
import { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import type { QuoteStory } from "@myhibachi/contract/quote-story"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { FreeStarts } from "./free-starts.tsx"

interface HoldDialogProps {
  quote: Quote
  customer: QuoteStory["customer"]
}

/** Holds a start while the customer signs and pays. */
export function HoldDialog(props: HoldDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Hold a start"
      trigger={<Button>Hold a start…</Button>}
    >
      {isOpen ? <HoldForm {...props} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function HoldForm({ quote, customer, onDone }: HoldDialogProps & { onDone: () => void }) {
  const [date, setDate] = useState(quote.date ?? "")
  const [startsAt, setStartsAt] = useState<string | null>(quote.startsAt)
  const [street, setStreet] = useState("")
  const [hasAgreed, setHasAgreed] = useState(false)
  const hold = useHold(quote, onDone)
  const needsStreet = !quote.place || !["address", "street"].includes(quote.place.precision)
  const submit = () => {
    if (!customer || !startsAt) return
    const { name, email, phone } = customer
    hold.mutate({
      revision: quote.revision,
      startsAt,
      contact: { name, ...(email ? { email } : {}), ...(phone ? { phone } : {}) },
      ...(needsStreet && street.trim() ? { address: { text: street } } : {}),
      ...(hasAgreed ? { signerName: name } : {}),
    })
  }
  if (!customer) return <p>Make a quote with the customer's name first; a hold is for somebody.</p>
  return (
    <div className="flex flex-col gap-4">
      {needsStreet ? (
        <Field label="Street address of the party" isRequired>
          <Input value={street} onChange={(event) => setStreet(event.currentTarget.value)} />
        </Field>
      ) : null}
      <Field label="Day">
        <Input
          type="date"
          value={date}
          onChange={(event) => {
            setDate(event.currentTarget.value)
            setStartsAt(null)
          }}
        />
      </Field>
      {date ? (
        <FreeStarts
          party={{ ...quote.guests, quoteToken: quote.token }}
          date={date}
          isChosen={(start) => start.startsAt === startsAt}
          onChoose={(start) => setStartsAt(start.startsAt)}
        />
      ) : null}
      <Checkbox
        checked={hasAgreed}
        onChange={(event) => setHasAgreed(event.currentTarget.checked)}
        label={`${customer.name} heard the terms and agreed to them on the phone`}
      />
      {hold.error ? <Failure error={hold.error} /> : null}
      <div className="flex justify-end">
        <Button isBusy={hold.isPending} disabled={!startsAt} onClick={submit}>
          {startsAt ? "Hold this start" : "Choose a start"}
        </Button>
      </div>
    </div>
  )
}

function useHold(quote: Quote, onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StaffHold) =>
      request(Hold, `/v1/quotes/${quote.id}/hold`, {
        method: "POST",
        body,
        headers: { "idempotency-key": `${key}:${body.startsAt ?? ""}:${body.signerName ? "signed" : ""}` },
      }),
    onSuccess: () => {
      onDone()
      return client.invalidateQueries()
    },
  })
}
