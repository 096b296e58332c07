"use client"

import { type IncidentKind, ReportIncident } from "@myhibachi/contract/assignments"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useState } from "react"
import { ActionState } from "./action-state.tsx"
import { useChefAction } from "./use-chef-action.ts"

const KINDS: { value: IncidentKind; label: string }[] = [
  { value: "injury", label: "Somebody is hurt" },
  { value: "allergy", label: "Allergic reaction" },
  { value: "damage", label: "Something broke" },
  { value: "other", label: "Something else" },
]

/** Tells the office at once what went wrong. */
export function ReportIncidentDialog({ assignmentId }: { assignmentId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="What happened?"
      description="In an emergency call 911 first. The office hears of this at once and calls you."
      trigger={<Button variant="secondary">Report a problem…</Button>}
    >
      {isOpen ? <IncidentForm assignmentId={assignmentId} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function IncidentForm({ assignmentId, onDone }: { assignmentId: string; onDone: () => void }) {
  const [key] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<IncidentKind | null>(null)
  const [text, setText] = useState("")
  const [hints, setHints] = useState<{ kind?: string | undefined; text?: string | undefined }>({})
  const tell = useToast()
  const report = useChefAction(`/v1/assignments/${assignmentId}/incident`, () => {
    onDone()
    tell({ title: "The office has been told", state: "good" })
  })
  const send = () => {
    const parsed = ReportIncident.safeParse({ kind, text })
    const textIssue = parsed.error?.issues.find(({ path }) => path[0] === "text")
    setHints({ kind: kind === null ? "Choose what it is about." : undefined, text: textIssue?.message })
    if (parsed.success) report.mutate({ body: parsed.data, headers: { "idempotency-key": key } })
  }
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label="What it is about"
        cards={KINDS}
        value={kind}
        onChange={(value) => setKind(KINDS.find((candidate) => candidate.value === value)?.value ?? null)}
      />
      {hints.kind ? <p className="text-sm font-medium text-bad">{hints.kind}</p> : null}
      <Field label="In a few words" error={hints.text} isRequired>
        <Textarea value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      <ActionState action={report} />
      <Button size="large" isBusy={report.isPending && !report.isPaused} onClick={send}>
        Tell the office
      </Button>
    </div>
  )
}
