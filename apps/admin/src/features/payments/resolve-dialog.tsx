"use client"

import { ReconciliationBreak, ResolveBreak } from "@myhibachi/contract/reconciliation"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

/** Says why something that does not agree is in order. */
export function ResolveDialog({ found }: { found: ReconciliationBreak }) {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const tell = useToast()
  const client = useQueryClient()
  const resolve = useMutation({
    mutationFn: (body: ResolveBreak) =>
      request(ReconciliationBreak, `/v1/reconciliation/breaks/${found.id}/resolve`, { method: "POST", body }),
    onSuccess: () => {
      setIsOpen(false)
      tell({ title: "It is noted", state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const submit = () => {
    const parsed = ResolveBreak.safeParse({ reason })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) resolve.mutate(parsed.data)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Why is this in order?"
      description="It changes nothing in the books; the same difference of this day is not asked about again."
      trigger={
        <Button size="small" variant="secondary">
          Explain…
        </Button>
      }
      footer={
        <Button isBusy={resolve.isPending} onClick={submit}>
          Note it
        </Button>
      }
    >
      <Field label="Reason" error={hint} isRequired>
        <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
