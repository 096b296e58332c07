"use client"
import type { Hold } from "@myhibachi/contract/hold"
import { formatMoney } from "@myhibachi/contract/money"
import type { PaymentsConfig } from "@myhibachi/contract/payments"
import { Button } from "@myhibachi/ui/button"
import { openChat } from "@/chat/open-chat.ts"
import { consentOf } from "@/pay/consent-of.ts"
import { PayButton } from "@/pay/pay-button.tsx"

/** What is paid to book, or who takes it when cards cannot be paid. */
export function PayPanel({ hold, payments }: { hold: Hold; payments: PaymentsConfig | null }) {
  if (!payments?.isPageOffered) return <PayByPerson />
  return (
    <div className="flex flex-col gap-4">
      <p>
        {hold.isFullPaymentDue
          ? "The party is close, so the whole amount is paid now."
          : "The deposit counts towards the total."}
      </p>
      <PayButton path={`/v1/public/holds/${hold.token}/checkout`} consent={consentOf(payments)}>
        Pay {formatMoney(hold.dueNow)}
      </PayButton>
    </div>
  )
}

function PayByPerson() {
  return (
    <div className="flex flex-col gap-4">
      <p>
        Nothing can be paid on this page right now. Our people take the payment another way and confirm the
        party.
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
