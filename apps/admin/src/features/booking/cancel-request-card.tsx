"use client"

import { Booking, CancelPreview } from "@myhibachi/contract/booking"
import { type CancelRequest, DecideCancelRequest } from "@myhibachi/contract/booking-life"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMe } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { useBookingStep } from "./use-booking-step.ts"

const MANAGERS = ["owner", "director", "manager"]

/** A late wish to cancel: what would go back, and a manager's decision. */
export function CancelRequestCard({ booking, asked }: { booking: Booking; asked: CancelRequest }) {
  const isManager = MANAGERS.includes(useMe().role)
  const preview = useQuery({
    queryKey: ["cancel-preview", booking.id, booking.version],
    queryFn: () =>
      request(CancelPreview, `/v1/bookings/${booking.id}/cancel-preview`, {
        method: "POST",
        query: { by: "customer" },
      }),
    enabled: isManager,
  })
  return (
    <Card>
      <CardHeader
        title="The customer asks to cancel"
        detail={
          <>
            Asked <WhenText instant={asked.requestedAt} />. The chefs stay reserved until a manager decides.
          </>
        }
      />
      {asked.reason ? <p className="mb-3">“{asked.reason}”</p> : null}
      {isManager ? (
        <Loaded query={preview} lines={2}>
          {(data) => <Decision booking={booking} preview={data} />}
        </Loaded>
      ) : (
        <p className="text-ink-soft">Your role cannot decide this; a manager can.</p>
      )}
    </Card>
  )
}

function Decision({ booking, preview }: { booking: Booking; preview: CancelPreview }) {
  const [note, setNote] = useState("")
  const [hint, setHint] = useState<string>()
  const path = `/v1/bookings/${booking.id}/cancel-request/decide`
  const done = `${booking.reference} is decided`
  const step = useBookingStep({ booking, path, reply: Booking, done })
  const decide = (decision: "approve" | "keep") => {
    const parsed = DecideCancelRequest.safeParse({
      decision,
      note,
      ...(decision === "approve" ? { expectedRefundCents: preview.refund.amount } : {}),
    })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) step.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <p>{preview.explanation}</p>
      <Field label="Why (the customer reads it)" error={hint} isRequired>
        <Textarea value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" isBusy={step.isPending} onClick={() => decide("keep")}>
          Keep the party
        </Button>
        <Button variant="danger" isBusy={step.isPending} onClick={() => decide("approve")}>
          Approve the cancellation
        </Button>
      </div>
    </div>
  )
}
