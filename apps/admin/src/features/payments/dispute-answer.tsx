"use client"

import { DisputeDetail, SubmitEvidence } from "@myhibachi/contract/disputes"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** What we say to the bank: a draft that can be changed and sent once, or what was sent. */
export function DisputeAnswer({ dispute, isWaiting }: { dispute: DisputeDetail; isWaiting: boolean }) {
  const mayWrite = useMay("payments:write")
  return (
    <section>
      <h2 className="mb-2 text-xl font-semibold">Our answer</h2>
      {isWaiting && mayWrite ? <Draft dispute={dispute} /> : <Sent dispute={dispute} />}
    </section>
  )
}

function Sent({ dispute }: { dispute: DisputeDetail }) {
  if (!dispute.submittedAt) return <p className="text-ink-soft">None was sent.</p>
  return (
    <>
      <p className="mb-3 text-sm text-ink-soft">
        Sent <WhenText instant={dispute.submittedAt} /> by {dispute.submittedBy}
      </p>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{dispute.statement}</p>
    </>
  )
}

function Draft({ dispute }: { dispute: DisputeDetail }) {
  const [statement, setStatement] = useState(dispute.statement)
  const [hint, setHint] = useState<string>()
  const [isAsking, setIsAsking] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: (body: SubmitEvidence) =>
      request(DisputeDetail, `/v1/disputes/${dispute.id}/evidence`, {
        method: "POST",
        body,
        headers: { "idempotency-key": key },
      }),
    onSuccess: () => {
      tell({ title: "The bank has our answer", state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
    onSettled: () => setIsAsking(false),
  })
  const ask = () => {
    const parsed = SubmitEvidence.safeParse({ statement })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    setIsAsking(parsed.success)
  }
  return (
    <>
      <Field label="What the bank will read" error={hint} isRequired>
        <Textarea rows={18} value={statement} onChange={(event) => setStatement(event.currentTarget.value)} />
      </Field>
      <Button className="mt-4" onClick={ask}>
        Send to the bank…
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Send this answer?"
        description="The bank takes one answer. It cannot be changed or added to afterwards."
        footer={
          <Button isBusy={send.isPending} onClick={() => send.mutate({ statement })}>
            Send it
          </Button>
        }
      />
    </>
  )
}
