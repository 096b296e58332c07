"use client"

import { Refund } from "@myhibachi/contract/refunds"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"

/** Notes that a person has sent the money of a refund back. */
export function PaidBackButton({ refund }: { refund: Refund }) {
  const mayRefund = useMay("payments:refund")
  const [isOpen, setIsOpen] = useState(false)
  const tell = useToast()
  const client = useQueryClient()
  const settle = useMutation({
    mutationFn: () => request(Refund, `/v1/refunds/${refund.id}/paid-back`, { method: "POST" }),
    onSuccess: () => {
      setIsOpen(false)
      tell({ title: "It is booked as gone back", state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  if (!mayRefund) return null
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Is the money sent back?"
      description="Say so only when it has left: the ledger has it as gone, and the customer is told."
      trigger={
        <Button size="small" variant="secondary">
          Paid back…
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Not yet</Button>
          </DialogClose>
          <Button isBusy={settle.isPending} onClick={() => settle.mutate()}>
            It is sent
          </Button>
        </>
      }
    />
  )
}
