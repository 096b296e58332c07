"use client"
import { type BookingPage, ChangeGuests } from "@myhibachi/contract/booking"
import { ChangeOrder } from "@myhibachi/contract/booking-life"
import type { PublicConfig } from "@myhibachi/contract/catalog"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Sheet } from "@myhibachi/ui/sheet"
import { useState } from "react"
import { ApiProblem, sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { ExtraSteppers } from "@/price/extra-steppers.tsx"
import { GuestSteppers } from "@/price/guest-steppers.tsx"
import { ChangeOffer } from "./change-offer.tsx"

/** Asks for the price of more or fewer guests and extras, and changes them once it is accepted. */
export function ChangeGuestsSheet({
  party,
  version,
  config,
}: {
  party: BookingPage
  version: string | null
  config: PublicConfig
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Sheet
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Guests and extras"
      trigger={<Button variant="secondary">Change</Button>}
    >
      <ChangeGuestsForm party={party} version={version} config={config} onDone={() => setIsOpen(false)} />
    </Sheet>
  )
}

function ChangeGuestsForm({
  party,
  version,
  config,
  onDone,
}: {
  party: BookingPage
  version: string | null
  config: PublicConfig
  onDone: () => void
}) {
  const [change, setChange] = useState<ChangeGuests>({ guests: party.guests, items: party.items })
  const [order, setOrder] = useState<ChangeOrder | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const price = async () => {
    const checked = ChangeGuests.safeParse(change)
    if (!checked.success) return setComplaint(checked.error.issues[0]?.message ?? "Check the numbers.")
    setIsBusy(true)
    setComplaint(null)
    try {
      const offered = await request(ChangeOrder, `/v1/public/bookings/${party.token}/change-orders`, {
        method: "POST",
        body: checked.data,
        ...(version ? { ifMatch: version } : {}),
      })
      setOrder(offered)
    } catch (error) {
      setComplaint(
        changedMeanwhile(error)
          ? "The party was changed elsewhere. Close this and look again."
          : sentenceOf(error),
      )
    } finally {
      setIsBusy(false)
    }
  }
  if (order)
    return (
      <div className="p-4">
        <ChangeOffer order={order} timeZone={party.timeZone} onDone={onDone} />
      </div>
    )
  return (
    <div className="flex min-h-full flex-col">
      <div className="flex flex-1 flex-col gap-6 p-4">
        <GuestSteppers
          bands={config.parameters.guests}
          value={change.guests}
          onChange={(guests) => setChange((now) => ({ ...now, guests }))}
        />
        <ExtraSteppers
          prices={config.priceList}
          items={change.items}
          onChange={(items) => setChange((now) => ({ ...now, items }))}
        />
      </div>
      <div className="sticky bottom-0 flex flex-col gap-3 border-t border-line bg-surface p-4">
        {complaint ? <ErrorState title="Nothing was changed.">{complaint}</ErrorState> : null}
        <Button width="full" size="large" onClick={price} isBusy={isBusy}>
          See the price
        </Button>
      </div>
    </div>
  )
}

function changedMeanwhile(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 412
}
