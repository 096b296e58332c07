"use client"
import type { Hold } from "@myhibachi/contract/hold"
import { formatMoney } from "@myhibachi/contract/money"
import { Checkout, type PaymentsConfig } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { useState } from "react"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { openChat } from "@/chat/open-chat.ts"

/** Sends the browser to the hosted payment page; no card number is typed on this site. */
export function PayPanel({ hold, payments }: { hold: Hold; payments: PaymentsConfig | null }) {
  const [isBusy, setIsBusy] = useState(false)
  const [complaint, setComplaint] = useState<string | null>(null)
  if (!payments?.isCardEnabled) return <PayByPerson />
  const pay = async () => {
    setIsBusy(true)
    setComplaint(null)
    try {
      const checkout = await request(Checkout, `/v1/public/holds/${hold.token}/checkout`, {
        method: "POST",
        body: { consentId: payments.saveCardConsent.id },
      })
      location.assign(checkout.url)
    } catch (error) {
      setComplaint(sentenceOf(error))
      setIsBusy(false)
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <p>
        {hold.isFullPaymentDue
          ? "The party is close, so the whole amount is paid now."
          : "The deposit counts towards the total."}
      </p>
      {complaint ? <ErrorState title="The payment page did not open.">{complaint}</ErrorState> : null}
      <Button size="large" width="full" onClick={pay} isBusy={isBusy}>
        Pay {formatMoney(hold.dueNow)}
      </Button>
      <p className="text-sm text-ink-soft">{payments.saveCardConsent.text}</p>
    </div>
  )
}

function PayByPerson() {
  return (
    <div className="flex flex-col gap-4">
      <p>
        Cards cannot be paid here right now. Our people take the payment another way and confirm the party.
      </p>
      <Button
        size="large"
        width="full"
        onClick={() => openChat("I would like to pay the deposit for my party.")}
      >
        Ask in the chat
      </Button>
    </div>
  )
}
