"use client"
import { BookingPage } from "@myhibachi/contract/booking"
import type { WeatherHold } from "@myhibachi/contract/booking-life"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { ErrorState } from "@myhibachi/ui/error-state"
import { TimeText } from "@myhibachi/ui/time-text"
import { useToast } from "@myhibachi/ui/toast"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { newKey, request } from "@/api/request.ts"
import { CancelParty } from "./cancel-party.tsx"
import { MoveParty } from "./move-party.tsx"

/** The three choices of a party that waits for the weather, with the time by which to choose. */
export function WeatherCard({
  party,
  hold,
  window,
}: {
  party: BookingPage
  hold: WeatherHold
  window: { first: string; last: string }
}) {
  const { confirmCover, complaint, isBusy } = useCover(party)
  return (
    <Card aria-label="The weather">
      <CardHeader title="Your party waits for the weather" />
      <p>
        {hold.isOverdue ? (
          "The time to decide has passed. Nothing is cancelled: one of us calls you, or you decide here."
        ) : (
          <>
            Please decide by{" "}
            <TimeText instant={hold.decideBy} timeZone={party.timeZone} className="font-medium" />. Until then
            your chef stays reserved.
          </>
        )}
      </p>
      {hold.note ? <p className="mt-2 text-ink-soft">{hold.note}</p> : null}
      <ul className="mt-4 divide-y divide-line">
        <li className="grid grid-cols-[1fr_auto] items-center gap-3 py-3">
          <div>
            <p className="font-medium">Move the party</p>
            <p className="text-sm text-ink-soft">Free because of the weather; your free move stays yours.</p>
          </div>
          <MoveParty party={party} window={window} />
        </li>
        <li className="grid grid-cols-[1fr_auto] items-center gap-3 py-3">
          <div>
            <p className="font-medium">There will be cover</p>
            <p className="text-sm text-ink-soft">A roof, an awning or a tent over grill and guests.</p>
          </div>
          <Button variant="secondary" isBusy={isBusy} onClick={confirmCover}>
            We have cover
          </Button>
        </li>
        <li className="grid grid-cols-[1fr_auto] items-center gap-3 py-3">
          <div>
            <p className="font-medium">Cancel the party</p>
            <p className="text-sm text-ink-soft">You see what is kept before you decide.</p>
          </div>
          <CancelParty party={party} />
        </li>
      </ul>
      {complaint ? <ErrorState title="Nothing was decided.">{complaint}</ErrorState> : null}
    </Card>
  )
}

function useCover(party: BookingPage) {
  const router = useRouter()
  const toast = useToast()
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const confirmCover = async () => {
    setIsBusy(true)
    setComplaint(null)
    try {
      await request(BookingPage, `/v1/public/bookings/${party.token}/weather-hold/decide`, {
        method: "POST",
        body: { outcome: "covered" },
        idempotencyKey: newKey(),
      })
      toast({ title: "Your party takes place as planned.", state: "good" })
      router.refresh()
    } catch (error) {
      setComplaint(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  return { confirmCover, complaint, isBusy }
}
