"use client"

import { formatMoney, usd } from "@myhibachi/contract/money"
import type { PaymentDetail } from "@myhibachi/contract/payments"
import { Refund, RequestRefund } from "@myhibachi/contract/refunds"
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
import { readAmount } from "./read-amount.ts"

/** Sends money back to where it came from. */
export function RefundDialog({ payment }: { payment: PaymentDetail }) {
  const [isOpen, setIsOpen] = useState(false)
  const left = usd(payment.amount.amount - payment.refunded.amount)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Refund"
      description={`At most ${formatMoney(left)} can go back. It goes to the card or account that paid.`}
      trigger={<Button variant="secondary">Refund…</Button>}
    >
      {isOpen ? (
        <RefundForm payment={payment} leftCents={left.amount} onDone={() => setIsOpen(false)} />
      ) : null}
    </Dialog>
  )
}

interface RefundFormProps {
  payment: PaymentDetail
  leftCents: number
  onDone: () => void
}

function RefundForm({ payment, leftCents, onDone }: RefundFormProps) {
  const [amount, setAmount] = useState((leftCents / 100).toFixed(2))
  const [reason, setReason] = useState("")
  const [errors, setErrors] = useState<{ amount?: string | undefined; reason?: string | undefined }>({})
  const refund = useRefund(onDone)
  const submit = () => {
    const cents = readAmount(amount)
    const parsed = RequestRefund.safeParse({ paymentId: payment.id, amount: usd(cents ?? 0), reason })
    const issueOf = (name: string) =>
      parsed.success ? undefined : parsed.error.issues.find((issue) => issue.path[0] === name)?.message
    const tooMuch =
      cents !== null && cents > leftCents ? `At most ${formatMoney(usd(leftCents))} can go back.` : undefined
    setErrors({ amount: issueOf("amount") ?? tooMuch, reason: issueOf("reason") })
    if (parsed.success && !tooMuch) refund.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Amount in dollars" error={errors.amount} isRequired>
        <Input
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          className="tabular-nums"
        />
      </Field>
      <Field label="Why" error={errors.reason} isRequired>
        <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div className="flex justify-end">
        <Button variant="danger" isBusy={refund.isPending} onClick={submit}>
          Send it back
        </Button>
      </div>
    </div>
  )
}

function useRefund(onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RequestRefund) =>
      request(Refund, "/v1/refunds", {
        method: "POST",
        body,
        headers: { "idempotency-key": `${key}:${body.amount.amount}` },
      }),
    onSuccess: (refund) => {
      onDone()
      const isWaiting = refund.status === "awaiting_approval"
      const title = isWaiting
        ? `${formatMoney(refund.amount)} waits for a second person`
        : `${formatMoney(refund.amount)} goes back`
      tell({ title, state: isWaiting ? "neutral" : "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}
