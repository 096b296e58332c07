"use client"

import type { JobSheet } from "@myhibachi/contract/assignments"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { TimeText } from "@myhibachi/ui/time-text"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { guestsText } from "@/features/booking/guests-text.ts"
import { dateIn, todayIn } from "@/time/format-time.ts"
import { ActionState } from "./action-state.tsx"
import { readPosition } from "./read-position.ts"
import { ReportDone } from "./report-done.tsx"
import { useChefAction } from "./use-chef-action.ts"

/** The one next thing that the chef tells the office. */
export function JobSteps({ job }: { job: JobSheet }) {
  if (job.status === "cancelled") return <p className="font-medium text-bad">This party is cancelled.</p>
  if (job.completedAt)
    return (
      <p className="text-good">
        Done. You served {job.served ? guestsText(job.served) : "nobody"}. Thank you!
      </p>
    )
  if (job.checkedInAt) return <ReportDone job={job} />
  if (job.response === "pending") return <Answer job={job} />
  return isAhead(job) ? <Ahead job={job} /> : <CheckIn job={job} />
}

/** Before the day of the party there is nothing to tell but that one cannot come. */
function Ahead({ job }: { job: JobSheet }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">
        It is yours. On the day of the party you say here that you have arrived,{" "}
        <TimeText instant={job.arriveAt} timeZone={job.timeZone} shape="time" />.
      </p>
      <DeclineDialog job={job} size="small" />
    </div>
  )
}

function isAhead({ startsAt, timeZone }: JobSheet): boolean {
  return todayIn(timeZone) < dateIn(startsAt, timeZone)
}

function Answer({ job }: { job: JobSheet }) {
  const accept = useChefAction(`/v1/assignments/${job.id}/accept`)
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-[2fr_1fr] gap-2">
        <Button size="large" isBusy={accept.isPending && !accept.isPaused} onClick={() => accept.mutate({})}>
          Accept
        </Button>
        <DeclineDialog job={job} size="large" />
      </div>
      <ActionState action={accept} />
    </div>
  )
}

function DeclineDialog({ job, size }: { job: JobSheet; size: "large" | "small" }) {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState("")
  const router = useRouter()
  const decline = useChefAction(`/v1/assignments/${job.id}/decline`, () => router.replace("/my"))
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Decline this party?"
      description="Another chef is asked at once. Declining is no disadvantage for you."
      trigger={
        <Button size={size} variant="secondary">
          {size === "large" ? "Decline" : "I cannot come…"}
        </Button>
      }
      footer={
        <Button
          variant="danger"
          isBusy={decline.isPending && !decline.isPaused}
          onClick={() => decline.mutate({ body: { reason } })}
        >
          Decline
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Why (optional)">
          <Textarea
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        <ActionState action={decline} />
      </div>
    </Dialog>
  )
}

function CheckIn({ job }: { job: JobSheet }) {
  const [isLocating, setIsLocating] = useState(false)
  const arrive = useChefAction(`/v1/assignments/${job.id}/check-in`)
  const tell = async () => {
    setIsLocating(true)
    const position = await readPosition()
    setIsLocating(false)
    const { latitude, longitude } = position ?? {}
    arrive.mutate({ body: position ? { position: { latitude, longitude } } : {} })
  }
  return (
    <div className="flex flex-col gap-3">
      <Button size="large" isBusy={isLocating || (arrive.isPending && !arrive.isPaused)} onClick={tell}>
        I am here
      </Button>
      <p className="text-sm text-ink-soft">
        Tap when you arrive, <TimeText instant={job.arriveAt} timeZone={job.timeZone} shape="time" />. Your
        phone may add where it is; it works without, too.
      </p>
      <ActionState action={arrive} />
      <div>
        <DeclineDialog job={job} size="small" />
      </div>
    </div>
  )
}
