"use client"

import { AddTimeOff, TimeOffWithConflicts } from "@myhibachi/contract/chef-time"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { emptySpan, readWallSpan, WallSpanFields } from "../span-fields.tsx"
import { MY_TIME_OFF } from "./my-time-off-key.ts"

/** Asks for days, in the zone in which the chef works. */
export function AskForTimeOff({ timeZone }: { timeZone: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Ask for time off"
      description="The office sees your parties in those days and answers here. Until then you can withdraw it."
      trigger={<Button size="large">Ask for time off…</Button>}
    >
      {isOpen ? <AskForm timeZone={timeZone} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function AskForm({ timeZone, onDone }: { timeZone: string; onDone: () => void }) {
  const tell = useToast()
  const client = useQueryClient()
  const [span, setSpan] = useState(emptySpan)
  const [reason, setReason] = useState("")
  const [problems, setProblems] = useState<{ span?: string; reason?: string }>({})
  const [key] = useState(() => crypto.randomUUID())
  const ask = useMutation({
    mutationFn: (body: AddTimeOff) =>
      request(TimeOffWithConflicts, MY_TIME_OFF, {
        method: "POST",
        body,
        headers: { "idempotency-key": `${key}:${body.from}:${body.to}` },
      }),
    onSuccess: ({ conflicts }) => {
      onDone()
      tell({
        title: "Asked; the office answers here",
        state: "good",
        ...(conflicts.length > 0
          ? {
              detail: `${conflicts.length} of your parties are in these days; they go to somebody else first.`,
            }
          : {}),
      })
      return client.invalidateQueries({ queryKey: [MY_TIME_OFF] })
    },
  })
  const submit = () => {
    const wanted = readWallSpan(span, timeZone)
    const parsed = AddTimeOff.shape.reason.safeParse(reason)
    const isBackwards = wanted !== null && wanted.to <= wanted.from
    setProblems({
      ...(wanted && !isBackwards
        ? {}
        : { span: isBackwards ? "The end lies before the beginning." : "Choose the first day." }),
      ...(parsed.success ? {} : { reason: parsed.error.issues[0]?.message ?? "" }),
    })
    if (wanted && !isBackwards && parsed.success) ask.mutate({ ...wanted, reason: parsed.data })
  }
  return (
    <div className="flex flex-col gap-4">
      <WallSpanFields span={span} onChange={setSpan} error={problems.span} />
      <Field label="Reason" error={problems.reason} isRequired>
        <Input value={reason} maxLength={200} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      {ask.error ? <Failure error={ask.error} /> : null}
      <Button size="large" isBusy={ask.isPending} onClick={submit}>
        Ask
      </Button>
    </div>
  )
}
