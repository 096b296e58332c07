"use client"

import { Booking } from "@myhibachi/contract/booking"
import { DecideNoShow, type NoShowReport } from "@myhibachi/contract/booking-life"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { TimeText } from "@myhibachi/ui/time-text"
import { useState } from "react"
import { useMe } from "@/shell/me.tsx"
import { useBookingStep } from "./use-booking-step.ts"

const MANAGERS = ["owner", "director", "manager"]
const STATES: Record<NoShowReport["status"], { title: string; state: BadgeState }> = {
  reported: { title: "To be decided", state: "caution" },
  confirmed: { title: "Confirmed", state: "bad" },
  dismissed: { title: "Dismissed", state: "neutral" },
}

/** What a chef found where the party should have been, and what a manager makes of it. */
export function NoShowCard({ booking, report }: { booking: Booking; report: NoShowReport }) {
  const isManager = MANAGERS.includes(useMe().role)
  const { title, state } = STATES[report.status]
  const chef = booking.assignedChefs.find(({ chefId }) => chefId === report.chefId)
  return (
    <Card>
      <CardHeader
        title={
          <>
            Nobody was there <Badge state={state}>{title}</Badge>
          </>
        }
        detail={
          <>
            {chef?.name ?? "A chef"}, <TimeText instant={report.observedAt} timeZone={booking.timeZone} />,{" "}
            {report.distanceMeters} m from the address
          </>
        }
      />
      <p>{report.note}</p>
      <a
        className="mt-2 inline-block underline underline-offset-4"
        href={`/api/v1/bookings/${booking.id}/attachments/${report.attachmentId}`}
        target="_blank"
        rel="noreferrer"
      >
        Look at the photo
      </a>
      {report.decisionNote ? <p className="mt-2 text-ink-soft">{report.decisionNote}</p> : null}
      {report.status === "reported" && isManager ? <Decision booking={booking} /> : null}
    </Card>
  )
}

function Decision({ booking }: { booking: Booking }) {
  const [note, setNote] = useState("")
  const [hint, setHint] = useState<string>()
  const path = `/v1/bookings/${booking.id}/no-show/decide`
  const step = useBookingStep({ booking, path, reply: Booking, done: `${booking.reference} is decided` })
  const decide = (decision: DecideNoShow["decision"]) => {
    const parsed = DecideNoShow.safeParse({ decision, note })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) step.mutate(parsed.data)
  }
  return (
    <div className="mt-4 flex flex-col gap-4">
      <p className="text-sm text-ink-soft">
        Confirmed, the deposit is kept by the policy and a paid balance goes back.
      </p>
      <Field label="Why" error={hint} isRequired>
        <Textarea value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" isBusy={step.isPending} onClick={() => decide("dismiss")}>
          The party took place
        </Button>
        <Button variant="danger" isBusy={step.isPending} onClick={() => decide("confirm")}>
          Confirm: nobody was there
        </Button>
      </div>
    </div>
  )
}
