"use client"

import { InvoiceDetail, VoidInvoice } from "@myhibachi/contract/invoices"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Takes an invoice back by a credit note. */
export function CreditDialog({ invoice }: { invoice: InvoiceDetail }) {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  const router = useRouter()
  const credit = useMutation({
    mutationFn: (body: VoidInvoice) =>
      request(InvoiceDetail, `/v1/invoices/${invoice.id}/void`, {
        method: "POST",
        body,
        headers: { "idempotency-key": key },
      }),
    onSuccess: async (note) => {
      setIsOpen(false)
      tell({ title: `${note.number} takes ${invoice.number} back`, state: "good" })
      await client.invalidateQueries()
      router.push(`/money/invoices/${note.id}`)
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const submit = () => {
    const parsed = VoidInvoice.safeParse({ reason })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) credit.mutate(parsed.data)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Take ${invoice.number} back?`}
      description="A credit note with a number of its own takes it back; the invoice stays in the books, marked void. It moves no money: what was paid is refunded apart."
      trigger={<Button variant="secondary">Void…</Button>}
      footer={
        <Button variant="danger" isBusy={credit.isPending} onClick={submit}>
          Write the credit note
        </Button>
      }
    >
      <Field label="Why" error={hint} isRequired>
        <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
