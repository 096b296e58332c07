"use client"

import { DisputeDetail } from "@myhibachi/contract/disputes"
import { formatMoney } from "@myhibachi/contract/money"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Gives the disputed money up, after asking. */
export function AcceptDialog({ dispute }: { dispute: DisputeDetail }) {
  const [isOpen, setIsOpen] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  const accept = useMutation({
    mutationFn: () =>
      request(DisputeDetail, `/v1/disputes/${dispute.id}/accept`, {
        method: "POST",
        headers: { "idempotency-key": key },
      }),
    onSuccess: () => {
      setIsOpen(false)
      tell({ title: "The dispute is accepted", state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Give ${formatMoney(dispute.amount)} up?`}
      description="The customer keeps the money and the fee of the bank stays with us. This cannot be undone."
      trigger={<Button variant="secondary">Accept…</Button>}
      footer={
        <Button variant="danger" isBusy={accept.isPending} onClick={() => accept.mutate()}>
          Give it up
        </Button>
      }
    />
  )
}
