"use client"

import { Refund } from "@myhibachi/contract/refunds"
import { Button } from "@myhibachi/ui/button"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"

/** The second person's word on a refund above the limit. */
export function RefundDecision({ refund }: { refund: Refund }) {
  const mayRefund = useMay("payments:refund")
  const tell = useToast()
  const client = useQueryClient()
  const decide = useMutation({
    mutationFn: (word: "approve" | "cancel") =>
      request(Refund, `/v1/refunds/${refund.id}/${word}`, { method: "POST" }),
    onSuccess: ({ status }) => {
      tell({
        title: status === "cancelled" ? "The refund is withdrawn" : "The refund is on its way",
        state: "good",
      })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  if (!mayRefund) return null
  return (
    <>
      <Button size="small" isBusy={decide.isPending} onClick={() => decide.mutate("approve")}>
        Approve
      </Button>
      <Button
        size="small"
        variant="secondary"
        isBusy={decide.isPending}
        onClick={() => decide.mutate("cancel")}
      >
        Withdraw
      </Button>
    </>
  )
}
