"use client"

import { ChangeLead, type LeadSummary } from "@myhibachi/contract/leads"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Form } from "@myhibachi/ui/form"
import { Input } from "@myhibachi/ui/input"
import { useState } from "react"
import { leadName } from "./lead-words.ts"
import { useLeadChange } from "./use-lead-change.ts"

/** Asks why a lead was lost; the reasons are what one learns from. */
export function LostDialog({ lead, onClose }: { lead: LeadSummary | null; onClose: () => void }) {
  return (
    <Dialog
      open={lead !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={lead ? `${leadName(lead)} is lost?` : ""}
    >
      {lead ? <LostForm lead={lead} onClose={onClose} /> : null}
    </Dialog>
  )
}

function LostForm({ lead, onClose }: { lead: LeadSummary; onClose: () => void }) {
  const [reason, setReason] = useState("")
  const [hint, setHint] = useState<string>()
  const change = useLeadChange(onClose)
  return (
    <Form
      onSubmit={() => {
        const parsed = ChangeLead.safeParse({ stage: "lost", reason: reason.trim() })
        setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
        if (parsed.success) change.mutate({ lead, change: parsed.data })
      }}
    >
      <Field label="Why" hint="For example: too far, too dear, booked elsewhere" error={hint} isRequired>
        <Input value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" isBusy={change.isPending}>
          Mark as lost
        </Button>
      </div>
    </Form>
  )
}
