"use client"

import { ChangedFlag, ChangeFlag, type Flag, FlagList } from "@myhibachi/contract/operations"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** What is switched on, what it needs, and a switch that asks why. */
export function FlagsView() {
  const mayWrite = useMay("flags:write")
  const flags = useQuery({ queryKey: ["flags"], queryFn: () => request(FlagList, "/v1/flags") })
  return (
    <>
      <PageHeader title="Flags" detail="A part that is off has no page, no job and no tool" />
      <Loaded query={flags}>
        {({ items }) => (
          <ul className="divide-y divide-line">
            {items.map((flag) => (
              <li key={flag.key} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
                <FlagText flag={flag} />
                {mayWrite ? <FlagSwitch flag={flag} /> : null}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

const sources = { default: "by default", environment: "by the environment", staff: "changed here" }

function FlagText({ flag }: { flag: Flag }) {
  return (
    <div className="min-w-0 flex-1 basis-72">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{flag.title}</span>
        <Badge state={flag.isOn ? "good" : "neutral"}>{flag.isOn ? "On" : "Off"}</Badge>
        {flag.isOn !== flag.isOnNext ? (
          <Badge state="caution">{flag.isOnNext ? "On" : "Off"} after the next start</Badge>
        ) : null}
      </p>
      <p className="text-sm text-ink-soft">
        {flag.key}, {sources[flag.source]}
        {flag.requires.length > 0 ? ` · needs ${flag.requires.join(", ")}` : ""}
      </p>
      {flag.changedAt ? (
        <p className="text-sm text-ink-soft">
          <ActorText actor={flag.changedBy ?? ""} />, <WhenText instant={flag.changedAt} />: {flag.reason}
        </p>
      ) : null}
    </div>
  )
}

function FlagSwitch({ flag }: { flag: Flag }) {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const tell = useToast()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (body: ChangeFlag) => request(ChangedFlag, `/v1/flags/${flag.key}`, { method: "PUT", body }),
    onSuccess: (changed) => {
      setIsOpen(false)
      setReason("")
      tell({ title: changed.message, state: "good" })
      return client.invalidateQueries({ queryKey: ["flags"] })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const verb = flag.isOnNext ? "Switch off" : "Switch on"
  const submit = () => {
    const parsed = ChangeFlag.safeParse({ isOn: !flag.isOnNext, reason })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) change.mutate(parsed.data)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`${verb}: ${flag.title}?`}
      description="The change is kept with your name and reason."
      trigger={
        <Button size="small" variant="secondary">
          {verb}…
        </Button>
      }
      footer={
        <Button variant={flag.isOnNext ? "danger" : "primary"} isBusy={change.isPending} onClick={submit}>
          {verb}
        </Button>
      }
    >
      <Field label="Why" error={hint} isRequired>
        <Textarea value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
