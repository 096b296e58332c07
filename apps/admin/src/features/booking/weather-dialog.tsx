"use client"

import { Booking } from "@myhibachi/contract/booking"
import { StartWeatherHold, type WeatherHold } from "@myhibachi/contract/booking-life"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { Textarea } from "@myhibachi/ui/textarea"
import { TimeText } from "@myhibachi/ui/time-text"
import { useState } from "react"
import { useBookingStep } from "./use-booking-step.ts"

/** Lets an outdoor party without cover wait for the weather. */
export function WeatherDialog({ booking }: { booking: Booking }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`${booking.reference}: wait for the weather`}
      description="The chefs stay reserved. The customer gets a mail with the choices and a time to decide."
      trigger={<Button variant="secondary">Weather…</Button>}
    >
      {isOpen ? <WeatherForm booking={booking} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function WeatherForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [setting, setSetting] = useState("outdoor_uncovered")
  const [note, setNote] = useState("")
  const path = `/v1/bookings/${booking.id}/weather-hold`
  const done = `${booking.reference} waits for the weather`
  const step = useBookingStep({ booking, path, reply: Booking, done, onDone })
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label="Where the grill stands"
        value={setting}
        onChange={setSetting}
        cards={[
          { value: "outdoor_uncovered", label: "Outdoors, no cover" },
          { value: "outdoor_covered", label: "Outdoors under cover", detail: "Nothing has to wait" },
          { value: "indoor", label: "Indoors", detail: "Nothing has to wait" },
        ]}
      />
      <Field label="What the forecast says (the customer reads it)">
        <Textarea value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <div className="flex justify-end">
        <Button
          isBusy={step.isPending}
          onClick={() => step.mutate(StartWeatherHold.parse({ setting, note }))}
        >
          Let the party wait
        </Button>
      </div>
    </div>
  )
}

/** The wait for the weather: until when, and how it ends. */
export function WeatherCard({
  booking,
  hold,
  mayWrite,
}: {
  booking: Booking
  hold: WeatherHold
  mayWrite: boolean
}) {
  const path = `/v1/bookings/${booking.id}/weather-hold/decide`
  const done = `${booking.reference} takes place under cover`
  const cover = useBookingStep({ booking, path, reply: Booking, done })
  return (
    <Card>
      <CardHeader
        title="Waits for the weather"
        detail={
          <>
            {hold.isOverdue ? "Was to be decided by " : "To be decided by "}
            <TimeText instant={hold.decideBy} timeZone={booking.timeZone} />
          </>
        }
        actions={
          mayWrite ? (
            <Button isBusy={cover.isPending} onClick={() => cover.mutate({ outcome: "covered" })}>
              There will be cover
            </Button>
          ) : null
        }
      />
      {hold.note ? <p className="mb-2">“{hold.note}”</p> : null}
      <p className="text-ink-soft">
        {hold.startedBy === "customer" ? "The customer asked for it." : "We started it."} Moving it is free;
        cancelling follows the policy.
      </p>
    </Card>
  )
}
