"use client"

import { Booking } from "@myhibachi/contract/booking"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useState } from "react"
import { useBookingStep } from "./use-booking-step.ts"

/** Closes a party that has begun; offered only then. */
export function CompleteButton({ booking }: { booking: Booking }) {
  const [isOpen, setIsOpen] = useState(false)
  const path = `/v1/bookings/${booking.id}/complete`
  const done = `${booking.reference} is closed`
  const step = useBookingStep({ booking, path, reply: Booking, done, onDone: () => setIsOpen(false) })
  if (Date.parse(booking.startsAt) > Date.now()) return null
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Is the party over?"
      description="The booking is closed, and settled at once when it is paid in full."
      trigger={<Button>Close the party…</Button>}
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Not yet</Button>
          </DialogClose>
          <Button isBusy={step.isPending} onClick={() => step.mutate(undefined)}>
            It is over
          </Button>
        </>
      }
    />
  )
}
