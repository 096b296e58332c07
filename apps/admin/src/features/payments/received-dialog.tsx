"use client"

import { type ExpectedPayment, MarkReceived } from "@myhibachi/contract/by-hand"
import { formatMoney } from "@myhibachi/contract/money"
import { PaymentDetail } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { methodTitle } from "./payment-words.ts"

const methods = MarkReceived.shape.method.options

/** Marks expected money as received. */
export function ReceivedDialog({ expected }: { expected: ExpectedPayment }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`${formatMoney(expected.amount)} of ${expected.customerName} came`}
      description="Exactly this amount. Another one is recorded on the booking instead, where it goes into the ledger the same way."
      trigger={
        <Button
          size="small"
          variant="secondary"
          aria-label={`Mark ${formatMoney(expected.amount)} of ${expected.customerName} as received`}
        >
          Received…
        </Button>
      }
    >
      {isOpen ? <ReceivedForm expected={expected} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function ReceivedForm({ expected, onDone }: { expected: ExpectedPayment; onDone: () => void }) {
  const [method, setMethod] = useState<string>("zelle")
  const [reference, setReference] = useState("")
  const [hint, setHint] = useState<string>()
  const mark = useMark(expected, onDone)
  const submit = () => {
    const parsed = MarkReceived.safeParse({ method, reference })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) mark.mutate(parsed.data)
  }
  return (
    <Form noValidate onSubmit={submit}>
      <Field label="How it came">
        <Select value={method} onChange={(event) => setMethod(event.currentTarget.value)}>
          {methods.map((each) => (
            <option key={each} value={each}>
              {methodTitle[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Receipt, check or confirmation number" error={hint} isRequired>
        <Input value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
      </Field>
      <Button type="submit" className="self-end" isBusy={mark.isPending}>
        It is there
      </Button>
    </Form>
  )
}

function useMark(expected: ExpectedPayment, onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: MarkReceived) =>
      request(PaymentDetail, `/v1/expected-payments/${expected.checkoutId}/received`, {
        method: "POST",
        body,
        headers: { "idempotency-key": key },
      }),
    onSuccess: (payment) => {
      onDone()
      const isBooked = payment.bookingId !== null
      tell({
        title: isBooked
          ? `${formatMoney(payment.amount)} is booked`
          : `${formatMoney(payment.amount)} came too late and goes back; there is a task`,
        state: isBooked ? "good" : "neutral",
      })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}
