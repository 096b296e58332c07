"use client"

import { type TimeOff, TimeOffWithConflicts } from "@myhibachi/contract/chef-time"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { spanText } from "../span-text.ts"
import { MY_TIME_OFF } from "./my-time-off-key.ts"

/** Takes a wish back before the office has decided. */
export function WithdrawTimeOff({ wish }: { wish: TimeOff }) {
  const client = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const withdraw = useMutation({
    mutationFn: () => request(TimeOffWithConflicts, `${MY_TIME_OFF}/${wish.id}`, { method: "DELETE" }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [MY_TIME_OFF] })
      setIsOpen(false)
    },
  })
  const days = spanText(wish, wish.timeZone)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Withdraw ${days}?`}
      description="The office is not asked any more, and you can get parties on these days."
      trigger={
        <Button variant="quiet" size="small" className="mt-1 -ml-3">
          Withdraw…<span className="sr-only"> {days}</span>
        </Button>
      }
      footer={
        <Button variant="danger" isBusy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Withdraw
        </Button>
      }
    >
      {withdraw.error ? <Failure error={withdraw.error} /> : null}
    </Dialog>
  )
}
