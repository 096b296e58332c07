"use client"

import { AvailabilityExplanation } from "@myhibachi/contract/availability"
import type { StaffHold } from "@myhibachi/contract/booking"
import { Hold } from "@myhibachi/contract/hold"
import type { Quote, QuoteStory } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure, Loaded } from "@/lists/loaded.tsx"
import { clockIn, longDay, zoneName } from "@/time/format-time.ts"

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
      {date ? <FreeStarts quote={quote} date={date} chosen={startsAt} onChoose={setStartsAt} /> : null}
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

interface FreeStartsProps {
  quote: Quote
  date: string
  chosen: string | null
  onChoose: (startsAt: string) => void
}

function FreeStarts({ quote, date, chosen, onChoose }: FreeStartsProps) {
  const { guests } = quote
  const starts = useQuery({
    queryKey: ["free-starts", quote.id, quote.revision, date],
    queryFn: () =>
      request(AvailabilityExplanation, "/v1/availability/explain", {
        query: { from: date, ...guests, quoteToken: quote.token },
      }),
  })
  return (
    <Loaded query={starts} lines={2}>
      {(data) => {
        const regular = data.starts.filter((start) => start.time === start.slot)
        const zone = zoneName(data.timeZone, `${date}T12:00:00Z`)
        return (
          <div className="flex flex-col gap-2">
            <p className="text-sm text-ink-soft">
              {longDay(date)}, {zone}; {data.chefsNeeded === 1 ? "one chef" : `${data.chefsNeeded} chefs`}
            </p>
            <RadioCards
              label="Starts"
              value={chosen}
              onChange={onChoose}
              cards={regular.map((start) => ({
                value: start.startsAt ?? start.time,
                label: start.startsAt ? clockIn(start.startsAt, data.timeZone) : start.time,
                detail: start.isOffered ? "free" : start.detail,
                isDisabled: !start.isOffered,
              }))}
            />
          </div>
        )
      }}
    </Loaded>
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
