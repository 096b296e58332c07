"use client"

import {
  AddTimeOff,
  type DenyTimeOff,
  type Handovers,
  TimeOffWithConflicts,
} from "@myhibachi/contract/chef-time"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { AffectedParties, readHandovers } from "./affected-parties.tsx"
import { spanText } from "./span-text.ts"
import { useTimeChange } from "./use-time-change.ts"

/** One request with the parties in it: approve, after somebody takes each, or say no. */
export function TimeOffDecision({ id, onDone }: { id: string; onDone: () => void }) {
  const wish = useQuery({
    queryKey: ["time-off", id],
    queryFn: () => request(TimeOffWithConflicts, `/v1/time-off/${id}`),
    staleTime: 0,
  })
  return <Loaded query={wish}>{(data) => <Decision wish={data} onDone={onDone} />}</Loaded>
}

function Decision({ wish, onDone }: { wish: TimeOffWithConflicts; onDone: () => void }) {
  const [takers, setTakers] = useState<Record<string, string>>({})
  const { handovers, isComplete } = readHandovers(wish.conflicts, takers)
  const approve = useTimeChange({
    run: (body: Handovers) =>
      request(TimeOffWithConflicts, `/v1/time-off/${wish.id}/approve`, {
        method: "POST",
        body,
        headers: { "idempotency-key": `${wish.id}:${JSON.stringify(body.handovers)}` },
      }),
    done: () => ({ title: `${wish.chefName} has time off`, detail: spanText(wish, wish.timeZone) }),
    onDone,
  })
  return (
    <div className="flex flex-col gap-4">
      <p>
        <span className="font-medium">{wish.chefName}</span>: {wish.reason}
        <span className="block text-sm text-ink-soft">{spanText(wish, wish.timeZone)}</span>
      </p>
      {wish.conflicts.length === 0 ? (
        <p>Nothing is booked then.</p>
      ) : (
        <section>
          <h3 className="mb-2 font-semibold">In the way</h3>
          <AffectedParties
            parties={wish.conflicts}
            timeZone={wish.timeZone}
            takers={takers}
            onChange={setTakers}
          />
        </section>
      )}
      <Button disabled={!isComplete} isBusy={approve.isPending} onClick={() => approve.mutate({ handovers })}>
        {isComplete
          ? wish.conflicts.length > 0
            ? "Hand over and approve"
            : "Approve"
          : "Say who takes each party"}
      </Button>
      <DenyForm id={wish.id} name={wish.chefName} onDone={onDone} />
    </div>
  )
}

function DenyForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const deny = useTimeChange({
    run: (body: DenyTimeOff) =>
      request(TimeOffWithConflicts, `/v1/time-off/${id}/deny`, { method: "POST", body }),
    done: () => ({ title: `The request of ${name} is denied` }),
    onDone,
  })
  const submit = () => {
    const parsed = AddTimeOff.shape.reason.safeParse(reason)
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) deny.mutate({ reason: parsed.data })
  }
  return (
    <div className="flex items-end gap-2 border-t border-line pt-4">
      <Field label="Or why not" error={hint} className="flex-1">
        <Input value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Button variant="secondary" isBusy={deny.isPending} onClick={submit}>
        Deny
      </Button>
    </div>
  )
}
