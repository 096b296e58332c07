"use client"
import { Checkout, type PaymentsConfig } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { type ReactNode, useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"

/** Sends the browser to the payment page; no card number is typed on this site. */
export function PayButton({
  path,
  body = {},
  consent,
  isDisabled = false,
  isSecondary = false,
  children,
}: {
  /** Of the route that opens the page. */
  path: string
  body?: Record<string, unknown>
  /** Null where no card is kept. */
  consent: PaymentsConfig["saveCardConsent"] | null
  isDisabled?: boolean
  /** The second of two ways to pay; what must stand beside the button stands beside the first. */
  isSecondary?: boolean
  children: ReactNode
}) {
  const [isBusy, setIsBusy] = useState(false)
  const [complaint, setComplaint] = useState<string | null>(null)
  const pay = async () => {
    setIsBusy(true)
    setComplaint(null)
    try {
      const checkout = await request(Checkout, path, {
        method: "POST",
        body: { ...body, ...(consent ? { consentId: consent.id } : {}) },
      })
      location.assign(checkout.url)
    } catch (error) {
      setComplaint(sentenceOf(error))
      setIsBusy(false)
    }
  }
  return (
    <div className="flex flex-col gap-4">
      {complaint ? <ErrorState title="The payment page did not open.">{complaint}</ErrorState> : null}
      <Button
        size="large"
        width="full"
        variant={isSecondary ? "secondary" : "primary"}
        onClick={pay}
        isBusy={isBusy}
        disabled={isDisabled}
      >
        {children}
      </Button>
      {consent && !isSecondary ? <p className="text-sm text-ink-soft">{consent.text}</p> : null}
    </div>
  )
}
