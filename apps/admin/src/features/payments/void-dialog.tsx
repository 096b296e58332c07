"use client"

import { PaymentDetail, VoidPayment } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Takes a wrongly recorded payment back by a contrary entry. */
export function VoidDialog({ payment }: { payment: PaymentDetail }) {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const tell = useToast()
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: (body: VoidPayment) =>
      request(PaymentDetail, `/v1/payments/${payment.id}/void`, { method: "POST", body }),
    onSuccess: () => {
      setIsOpen(false)
      tell({ title: "The payment is voided", state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const submit = () => {
    const parsed = VoidPayment.safeParse({ reason })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) withdraw.mutate(parsed.data)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Void this payment?"
      description="For a payment that was recorded by mistake. The ledger keeps both entries; the booking owes the amount again."
      trigger={<Button variant="secondary">Void…</Button>}
      footer={
        <Button variant="danger" isBusy={withdraw.isPending} onClick={submit}>
          Void the payment
        </Button>
      }
    >
      <Field label="Why" error={hint} isRequired>
        <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
