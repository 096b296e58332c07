"use client"
import { BookingPage } from "@myhibachi/contract/booking"
import type { StartWeatherHold } from "@myhibachi/contract/booking-life"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { ErrorState } from "@myhibachi/ui/error-state"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

type Setting = StartWeatherHold["setting"]

const SETTINGS: { value: Setting; label: string; detail: string }[] = [
  {
    value: "outdoor_uncovered",
    label: "Outdoors, no cover",
    detail: "The party waits; you move it free or find cover.",
  },
  { value: "outdoor_covered", label: "Outdoors under cover", detail: "We cook as planned." },
  { value: "indoor", label: "Indoors", detail: "We cook as planned." },
]

/** Lets an outdoor party wait when rain is forecast. */
export function AskForWeather({ party }: { party: BookingPage }) {
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [setting, setSetting] = useState<Setting | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const wait = async () => {
    setIsBusy(true)
    setComplaint(null)
    try {
      await request(BookingPage, `/v1/public/bookings/${party.token}/weather-hold`, {
        method: "POST",
        body: { setting },
      })
      setIsOpen(false)
      router.refresh()
    } catch (error) {
      setComplaint(sentenceOf(error))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Rain is forecast?"
      description="Your chef stays reserved while you decide."
      trigger={<Button variant="secondary">Rain …</Button>}
      footer={
        <Button disabled={!setting} isBusy={isBusy} onClick={wait}>
          Let the party wait
        </Button>
      }
    >
      <div className="space-y-4">
        <RadioCards
          label="Where will the grill stand?"
          value={setting}
          onChange={(value) => setSetting(SETTINGS.find((one) => one.value === value)?.value ?? null)}
          cards={SETTINGS}
        />
        {complaint ? <ErrorState title="The party stays as planned.">{complaint}</ErrorState> : null}
      </div>
    </Dialog>
  )
}
