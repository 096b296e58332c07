"use client"

import { formatMoney, type Money, usd } from "@myhibachi/contract/money"
import { PaymentDetail, RecordOfflinePayment } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { methodTitle, purposeTitle } from "./payment-words.ts"
import { readAmount } from "./read-amount.ts"

const methods = RecordOfflinePayment.shape.method.options

interface Draft {
  purpose: string
  method: string
  amount: string
  reference: string
  note: string
}

/** Books money that came by cash, transfer or check. */
export function RecordPaymentDialog({ bookingId, owed }: { bookingId: string; owed: Money }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Record a payment"
      description={`Owed: ${formatMoney(owed)}. The entry goes into the ledger; a wrong one is voided, never deleted.`}
      trigger={
        <Button size="small" variant="secondary">
          Record a payment…
        </Button>
      }
    >
      {isOpen ? <RecordForm bookingId={bookingId} owed={owed} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function RecordForm({ bookingId, owed, onDone }: { bookingId: string; owed: Money; onDone: () => void }) {
  const [draft, setDraft] = useState<Draft>({
    purpose: owed.amount > 0 ? "balance" : "tip",
    method: "cash",
    amount: owed.amount > 0 ? (owed.amount / 100).toFixed(2) : "",
    reference: "",
    note: "",
  })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const put = (name: keyof Draft) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setDraft((now) => ({ ...now, [name]: value }))
  }
  const record = useRecord(bookingId, onDone)
  const submit = () => {
    const parsed = parseDraft(draft)
    setErrors(parsed.success ? {} : errorsOf(parsed.error))
    if (parsed.success) record.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="What it is for">
          <Select value={draft.purpose} onChange={put("purpose")}>
            {owed.amount > 0 ? <option value="balance">{purposeTitle.balance}</option> : null}
            <option value="tip">{purposeTitle.tip}</option>
          </Select>
        </Field>
        <Field label="How it came">
          <Select value={draft.method} onChange={put("method")}>
            {methods.map((method) => (
              <option key={method} value={method}>
                {methodTitle[method]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Amount in dollars" error={errors.amount} isRequired>
          <Input inputMode="decimal" value={draft.amount} onChange={put("amount")} className="tabular-nums" />
        </Field>
      </div>
      <Field label="Receipt or check number" error={errors.reference} isRequired>
        <Input value={draft.reference} onChange={put("reference")} />
      </Field>
      <Field label="Note (optional)" error={errors.note}>
        <Textarea value={draft.note} onChange={put("note")} />
      </Field>
      <div className="flex justify-end">
        <Button isBusy={record.isPending} onClick={submit}>
          Record the payment
        </Button>
      </div>
    </div>
  )
}

function parseDraft(draft: Draft) {
  const cents = readAmount(draft.amount)
  return RecordOfflinePayment.safeParse({
    method: draft.method,
    purpose: draft.purpose,
    amount: usd(cents ?? 0),
    reference: draft.reference,
    ...(draft.note.trim() ? { note: draft.note } : {}),
  })
}

function errorsOf(error: { issues: { path: PropertyKey[]; message: string }[] }): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), issue.message]))
}

function useRecord(bookingId: string, onDone: () => void) {
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RecordOfflinePayment) =>
      request(PaymentDetail, `/v1/bookings/${bookingId}/payments/offline`, {
        method: "POST",
        body,
        headers: { "idempotency-key": key },
      }),
    onSuccess: (payment) => {
      onDone()
      tell({ title: `${formatMoney(payment.amount)} recorded`, state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
}
