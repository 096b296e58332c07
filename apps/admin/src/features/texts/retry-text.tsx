"use client"

import { TextMessage } from "@myhibachi/contract/texts"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Sends a text again that was given up, after asking: somebody may have called the person meanwhile. */
export function RetryText({ text }: { text: TextMessage }) {
  const [isOpen, setIsOpen] = useState(false)
  const tell = useToast()
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => request(TextMessage, `/v1/texts/${text.id}/retry`, { method: "POST" }),
    onSuccess: () => {
      setIsOpen(false)
      tell({ title: "It is being sent again", state: "good" })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
    // Whoever was faster has changed it, too.
    onSettled: () => client.invalidateQueries({ queryKey: ["/v1/texts"] }),
  })
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Send this text again?"
      description={`${text.title}, to ${text.customerName ?? `the phone ending in ${text.phoneEnding}`}. It goes out at once, or in the morning when it is night where the person is, and not at all once they have said STOP.`}
      trigger={
        <Button size="small" variant="secondary" aria-label={`Send again: ${text.title}`}>
          Send again…
        </Button>
      }
      footer={
        <>
          <Button variant="secondary" onClick={() => setIsOpen(false)}>
            Leave it
          </Button>
          <Button isBusy={retry.isPending} onClick={() => retry.mutate()}>
            Send again
          </Button>
        </>
      }
    />
  )
}
