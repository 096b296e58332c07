"use client"

import { formatMoney } from "@myhibachi/contract/money"
import { PaymentDetail, RecordOfflinePayment } from "@myhibachi/contract/payments"
import type { QuoteStory } from "@myhibachi/contract/quote-story"
import { Button, LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { TimeText } from "@myhibachi/ui/time-text"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { stateTitle } from "@/features/booking/booking-states.ts"
import { methodTitle } from "@/features/payments/payment-words.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"

type HoldOfQuote = NonNullable<QuoteStory["hold"]>

/** The start that is held for this quote, and the way to the booking. */
export function HoldCard({ hold, quoteId }: { hold: HoldOfQuote; quoteId: string }) {
  const mayRecord = useMay("payments:write")
  return (
    <Card aria-label="Hold">
      <CardHeader
        title={hold.bookingId ? "Booked" : "A start is held"}
        detail={
          <>
            <TimeText instant={hold.startsAt} timeZone={hold.timeZone} /> · {stateTitle(hold.status)}
          </>
        }
        actions={
          hold.bookingId ? (
            <LinkButton asChild>
              <Link href={`/bookings/${hold.bookingId}`}>Open the booking</Link>
            </LinkButton>
          ) : hold.isSigned && mayRecord ? (
            <DepositDialog hold={hold} quoteId={quoteId} />
          ) : null
        }
      />
      {hold.deadlineAt ? (
        <p>
          {hold.isSigned ? `To book it, ${formatMoney(hold.dueNow)} is due by ` : "To be signed by "}
          <TimeText instant={hold.deadlineAt} timeZone={hold.timeZone} shape="short" />. The customer does it
          at{" "}
          <a href={hold.url} target="_blank" rel="noreferrer" className="underline underline-offset-4">
            their page
          </a>
          .
        </p>
      ) : null}
    </Card>
  )
}

const methods = RecordOfflinePayment.shape.method.options

function DepositDialog({ hold, quoteId }: { hold: HoldOfQuote; quoteId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Record the deposit"
      description={`${formatMoney(hold.dueNow)} books the party; the entry goes into the ledger.`}
      trigger={<Button>Record the deposit…</Button>}
    >
      {isOpen ? <DepositForm hold={hold} quoteId={quoteId} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function DepositForm({ hold, quoteId, onDone }: { hold: HoldOfQuote; quoteId: string; onDone: () => void }) {
  const [method, setMethod] = useState<RecordOfflinePayment["method"]>("zelle")
  const [reference, setReference] = useState("")
  const [key] = useState(() => crypto.randomUUID())
  const client = useQueryClient()
  const tell = useToast()
  const record = useMutation({
    mutationFn: () =>
      request(PaymentDetail, `/v1/holds/${hold.id}/payments/offline`, {
        method: "POST",
        body: { method, reference, purpose: "deposit", amount: hold.dueNow } satisfies RecordOfflinePayment,
        headers: { "idempotency-key": `${key}:${method}:${reference.length}` },
      }),
    onSuccess: () => {
      onDone()
      tell({ title: "The party is booked", state: "good" })
      return client.invalidateQueries({ queryKey: ["quote", quoteId] })
    },
  })
  return (
    <div className="flex flex-col gap-4">
      <Field label="How it came">
        <Select
          value={method}
          onChange={(event) => {
            const chosen = RecordOfflinePayment.shape.method.safeParse(event.currentTarget.value)
            if (chosen.success) setMethod(chosen.data)
          }}
        >
          {methods.map((value) => (
            <option key={value} value={value}>
              {methodTitle[value]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Receipt or confirmation number"
        error={record.error ? sentenceOf(record.error) : undefined}
        isRequired
      >
        <Input value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
      </Field>
      <div className="flex justify-end">
        <Button isBusy={record.isPending} disabled={!reference.trim()} onClick={() => record.mutate()}>
          Book the party
        </Button>
      </div>
    </div>
  )
}
