"use client"

import { AddTimeOff, TimeOffWithConflicts } from "@myhibachi/contract/chef-time"
import type { Chef } from "@myhibachi/contract/crew"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { emptySpan, readWallSpan, WallSpanFields } from "./span-fields.tsx"
import { TimeOffDecision } from "./time-off-decision.tsx"
import { useTimeChange } from "./use-time-change.ts"

/** Asks for time off for a chef, then shows what is in the way. */
export function TimeOffRequest({ chefs }: { chefs: Chef[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const [asked, setAsked] = useState<string | null>(null)
  const open = (next: boolean) => {
    setIsOpen(next)
    setAsked(null)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={open}
      title={asked ? "Decide" : "Ask for time off"}
      trigger={<Button className="self-start">Ask for time off…</Button>}
    >
      {isOpen && !asked ? <RequestForm chefs={chefs} onAsked={setAsked} /> : null}
      {asked ? <TimeOffDecision id={asked} onDone={() => open(false)} /> : null}
    </Dialog>
  )
}

function RequestForm({ chefs, onAsked }: { chefs: Chef[]; onAsked: (id: string) => void }) {
  const [chefId, setChefId] = useState(chefs[0]?.id ?? "")
  const [span, setSpan] = useState(emptySpan)
  const [reason, setReason] = useState("")
  const [problems, setProblems] = useState<{ span?: string; reason?: string }>({})
  const [key] = useState(() => crypto.randomUUID())
  const ask = useTimeChange({
    run: (body: AddTimeOff) =>
      request(TimeOffWithConflicts, `/v1/chefs/${chefId}/time-off`, {
        method: "POST",
        body,
        headers: { "idempotency-key": `${key}:${chefId}:${body.from}:${body.to}` },
      }),
    onDone: ({ id }) => onAsked(id),
  })
  const submit = () => {
    const timeZone = chefs.find(({ id }) => id === chefId)?.timeZone ?? "UTC"
    const wanted = readWallSpan(span, timeZone)
    const parsed = AddTimeOff.shape.reason.safeParse(reason)
    setProblems({
      ...(wanted ? {} : { span: "Choose the first day." }),
      ...(parsed.success ? {} : { reason: parsed.error.issues[0]?.message ?? "" }),
    })
    if (wanted && parsed.success) ask.mutate({ ...wanted, reason: parsed.data })
  }
  return (
    <div className="flex flex-col gap-4">
      {chefs.length > 1 ? (
        <Field label="Chef">
          <Select value={chefId} onChange={(event) => setChefId(event.currentTarget.value)}>
            {chefs.map((chef) => (
              <option key={chef.id} value={chef.id}>
                {chef.name}, {chef.stationName}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <WallSpanFields span={span} onChange={setSpan} error={problems.span} />
      <Field label="Reason" error={problems.reason} isRequired>
        <Input value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Button className="self-end" isBusy={ask.isPending} onClick={submit}>
        Ask
      </Button>
    </div>
  )
}
