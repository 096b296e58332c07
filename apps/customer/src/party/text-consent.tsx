"use client"
import { TextConsent } from "@myhibachi/contract/texts"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Checkbox } from "@myhibachi/ui/checkbox"
import { useToast } from "@myhibachi/ui/toast"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

/** Asks whether we may text; nothing is ticked beforehand, and unticking takes it back at once. */
export function TextConsentCard({ token, consent }: { token: string; consent: TextConsent }) {
  const [current, setCurrent] = useState(consent)
  if (current.state === "off" || current.state === "no-phone") return null
  return (
    <Card aria-label="Text messages">
      <CardHeader title="May we text you?" />
      {current.state === "stopped" ? (
        <p>
          Your phone •••• {current.phoneEnding} said STOP to our texts, so we send none. To get them again,
          text START to {current.ourNumber}.
        </p>
      ) : (
        <ConsentBox token={token} consent={current} onChange={setCurrent} />
      )}
    </Card>
  )
}

function ConsentBox({
  token,
  consent,
  onChange,
}: {
  token: string
  consent: TextConsent
  onChange: (consent: TextConsent) => void
}) {
  const tell = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const answer = async (isGranted: boolean) => {
    setIsBusy(true)
    try {
      const body = isGranted ? { isGranted, words: consent.words } : { isGranted }
      const path = `/v1/public/bookings/${token}/text-consent`
      onChange(await request(TextConsent, path, { method: "PUT", body }))
      tell({ title: isGranted ? "Thank you; we will text you." : "We will not text you any more." })
    } catch (error) {
      tell({ title: sentenceOf(error), state: "bad" })
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      <p className="mb-3">To your phone •••• {consent.phoneEnding}. Everything comes by e-mail as well.</p>
      <Checkbox
        label={consent.words}
        checked={consent.state === "granted"}
        disabled={isBusy}
        onChange={(event) => answer(event.currentTarget.checked)}
      />
    </>
  )
}
