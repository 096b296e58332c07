"use client"

import type { Booking } from "@myhibachi/contract/booking"
import { ChangeOrder, ProposeChange } from "@myhibachi/contract/booking-life"
import type { Guests } from "@myhibachi/contract/quote"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Textarea } from "@myhibachi/ui/textarea"
import { useState } from "react"
import { useBookingStep } from "./use-booking-step.ts"

/** Prices a change and offers it to the customer by mail. */
export function ChangeDialog({ booking }: { booking: Booking }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Change ${booking.reference}`}
      description="The customer gets the price by mail and accepts it there, or you write down who agreed."
      trigger={<Button variant="secondary">Price a change…</Button>}
    >
      {isOpen ? <ChangeForm booking={booking} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

const BANDS: { name: keyof Guests; label: string }[] = [
  { name: "adults", label: "Adults" },
  { name: "children", label: "Children" },
  { name: "littleOnes", label: "Little ones" },
]

function ChangeForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const [guests, setGuests] = useState(booking.guests)
  const [address, setAddress] = useState("")
  const [note, setNote] = useState("")
  const [hint, setHint] = useState<string>()
  const path = `/v1/bookings/${booking.id}/change-orders`
  const step = useBookingStep({
    booking,
    path,
    reply: ChangeOrder,
    done: "The change is priced and offered",
    onDone,
  })
  const submit = () => {
    const wanted = { guests, note, ...(address.trim() ? { address: { text: address } } : {}) }
    const parsed = ProposeChange.safeParse(wanted)
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) step.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        {BANDS.map(({ name, label }) => (
          <Field key={name} label={label}>
            <Input
              type="number"
              min={0}
              value={guests[name]}
              onChange={(event) => setGuests({ ...guests, [name]: event.currentTarget.valueAsNumber || 0 })}
            />
          </Field>
        ))}
      </div>
      <Field label="Another address (leave empty to keep it)">
        <Input value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
      </Field>
      <Field label="Note (the customer reads it)" error={hint}>
        <Textarea value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
      <div className="flex justify-end">
        <Button isBusy={step.isPending} onClick={submit}>
          Price and offer
        </Button>
      </div>
    </div>
  )
}
