import type { BookingPage } from "@myhibachi/contract/booking"
import type { CustomerPayments } from "@myhibachi/contract/payments"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { PriceLines } from "@/price/price-lines.tsx"

type OnePayment = CustomerPayments["payments"][number]

/** What it costs, what is paid, what is owed and until when. */
export function PartyMoney({ party, payments }: { party: BookingPage; payments: CustomerPayments | null }) {
  return (
    <Card aria-label="Money">
      <CardHeader title="What do I owe?" />
      <p className="flex items-baseline justify-between gap-4 rounded-control bg-sunken px-4 py-3">
        <span>
          {party.owed.amount > 0 ? (
            <>
              Open, due by <TimeText instant={party.balanceDueAt} timeZone={party.timeZone} shape="short" />
            </>
          ) : (
            "Nothing is open"
          )}
        </span>
        <MoneyText money={party.owed} className="text-2xl font-semibold" />
      </p>
      {payments && payments.payments.length > 0 ? (
        <ul className="mt-4 divide-y divide-line">
          {payments.payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} timeZone={party.timeZone} />
          ))}
        </ul>
      ) : null}
      {party.suggestedTips.length > 0 && party.status !== "cancelled" ? (
        <p className="mt-4 text-sm text-ink-soft">
          A tip is yours to decide and not in the total. Suggested:{" "}
          {party.suggestedTips.map((tip, index) => (
            <span key={tip.percent}>
              {index > 0 ? ", " : ""}
              {tip.percent} % is <MoneyText money={tip.amount} />
            </span>
          ))}
          .
        </p>
      ) : null}
      <details className="mt-4">
        <summary className="font-medium underline-offset-4 hover:underline">The price, line by line</summary>
        <PriceLines lines={party.lines} beforeTax={party.beforeTax} total={party.total} />
      </details>
    </Card>
  )
}

const PURPOSES: Record<OnePayment["purpose"], string> = {
  deposit: "Deposit",
  full: "Full payment",
  balance: "Balance",
  change: "Change",
  tip: "Tip",
}

const STATES: Record<OnePayment["status"], { text: string; state: BadgeState }> = {
  requires_payment: { text: "not paid", state: "caution" },
  processing: { text: "in work", state: "caution" },
  succeeded: { text: "paid", state: "good" },
  failed: { text: "failed", state: "bad" },
  cancelled: { text: "cancelled", state: "neutral" },
  partially_refunded: { text: "partly refunded", state: "neutral" },
  refunded: { text: "refunded", state: "neutral" },
  voided: { text: "voided", state: "neutral" },
}

function PaymentRow({ payment, timeZone }: { payment: OnePayment; timeZone: string }) {
  const { text, state } = STATES[payment.status]
  return (
    <li className="flex items-baseline justify-between gap-4 py-3">
      <span className="min-w-0">
        {PURPOSES[payment.purpose]} <Badge state={state}>{text}</Badge>
        <span className="block text-sm text-ink-soft">
          {payment.receivedAt ? (
            <TimeText instant={payment.receivedAt} timeZone={timeZone} shape="short" />
          ) : null}
          {payment.description ? ` · ${payment.description}` : null}
          {payment.refunded.amount > 0 ? (
            <>
              {" "}
              · <MoneyText money={payment.refunded} /> went back
            </>
          ) : null}
        </span>
      </span>
      <MoneyText money={payment.amount} />
    </li>
  )
}
