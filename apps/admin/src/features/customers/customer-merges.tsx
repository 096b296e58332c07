"use client"

import { type Customer, UndoneMerge } from "@myhibachi/contract/customers"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** Who was found to be this person, with the way back. */
export function CustomerMerges({ customer }: { customer: Customer }) {
  const mayWrite = useMay("customers:write") && !customer.erasedAt
  const tell = useToast()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: (id: string) => request(UndoneMerge, `/v1/customers/merges/${id}/undo`, { method: "POST" }),
    onSuccess: ({ other, survivor, staysWithSurvivor }) => {
      const count = staysWithSurvivor.length
      tell({
        title: `${other.name} stands alone again`,
        detail:
          count === 0
            ? "Nothing came since."
            : `${count} entries since the merge stay with ${survivor.name}.`,
        state: "good",
      })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  if (customer.merges.length === 0) return null
  return (
    <Card>
      <CardHeader title="Also known as" />
      <ul className="flex flex-col gap-4 text-sm">
        {customer.merges.map((merge) => (
          <li key={merge.id} className="flex flex-col items-start gap-1">
            <span className="font-medium">{merge.mergedName}</span>
            <span className="text-ink-soft">
              {merge.reason}, <ActorText actor={merge.mergedBy} />, <WhenText instant={merge.mergedAt} />
            </span>
            {mayWrite ? (
              <Button
                size="small"
                variant="secondary"
                isBusy={undo.isPending}
                onClick={() => undo.mutate(merge.id)}
              >
                Undo the merge
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
