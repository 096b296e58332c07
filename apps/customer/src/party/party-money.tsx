import type { BookingPage } from "@myhibachi/contract/booking"
import type { InvoicePage } from "@myhibachi/contract/invoices"
import { formatMoney } from "@myhibachi/contract/money"
import type { CustomerPayments, PaymentsConfig, SavedCards } from "@myhibachi/contract/payments"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { consentOf } from "@/pay/consent-of.ts"
import { PayButton } from "@/pay/pay-button.tsx"
import { SavedCardList } from "@/pay/saved-cards.tsx"
import { TipForm } from "@/pay/tip-form.tsx"
import { PriceLines } from "@/price/price-lines.tsx"

type OnePayment = CustomerPayments["payments"][number]

/** What it costs, what is paid, what is owed and until when. */
export function PartyMoney({
  party,
  payments,
  config,
  cards,
  invoices,
}: {
  party: BookingPage
  payments: CustomerPayments | null
  /** Null, or without a page, when only our people take money. */
  config: PaymentsConfig | null
  cards: SavedCards | null
  invoices: InvoicePage | null
}) {
  const isOn = party.status !== "cancelled" && party.status !== "no_show"
  const isPageOffered = config?.isPageOffered ?? false
  return (
    <Card aria-label="Money">
      <CardHeader title="What do I owe?" />
      <p className="flex items-baseline justify-between gap-4 rounded-control bg-sunken px-4 py-3">
        <span>
          {party.owed.amount > 0 ? (
            <>
              {party.dues.length > 1 && party.nextDue ? (
                <>Open, of it {formatMoney(party.nextDue.amount)} due by </>
              ) : (
                "Open, due by "
              )}
              <TimeText instant={party.balanceDueAt} timeZone={party.timeZone} shape="short" />
            </>
          ) : (
            "Nothing is open"
          )}
        </span>
        <MoneyText money={party.owed} className="text-2xl font-semibold" />
      </p>
      {config && isPageOffered && party.owed.amount > 0 ? (
        <div className="mt-4">
          <PayWhatIsOpen party={party} config={config} />
        </div>
      ) : null}
      {payments && payments.payments.length > 0 ? (
        <ul className="mt-4 divide-y divide-line">
          {payments.payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} timeZone={party.timeZone} />
          ))}
        </ul>
      ) : null}
      {cards ? <SavedCardList token={party.token} cards={cards.items} /> : null}
      {config && isPageOffered && isOn ? (
        <details className="mt-4">
          <summary className="font-medium underline-offset-4 hover:underline">Tip the chefs</summary>
          <div className="mt-3">
            <TipForm party={party} payments={config} />
          </div>
        </details>
      ) : null}
      {invoices && invoices.items.length > 0 ? (
        <ul aria-label="Invoices" className="mt-4 flex flex-col gap-2">
          {invoices.items.map(({ id, number, kind }) => (
            <li key={id}>
              <a
                className="underline underline-offset-4"
                href={`/api/v1/public/bookings/${party.token}/invoices/${id}/pdf`}
              >
                {kind === "invoice" ? "Invoice" : "Credit note"} {number} (PDF)
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <details className="mt-4">
        <summary className="font-medium underline-offset-4 hover:underline">The price, line by line</summary>
        <PriceLines lines={party.lines} beforeTax={party.beforeTax} total={party.total} />
      </details>
    </Card>
  )
}

/** The next part of a plan first, all of it as the second choice. */
function PayWhatIsOpen({ party, config }: { party: BookingPage; config: PaymentsConfig }) {
  const path = `/v1/public/bookings/${party.token}/checkout`
  const consent = consentOf(config)
  const next = party.dues.length > 1 ? party.nextDue : null
  if (!next)
    return (
      <PayButton path={path} consent={consent}>
        Pay {formatMoney(party.owed)}
      </PayButton>
    )
  return (
    <div className="flex flex-col gap-4">
      <PayButton path={path} body={{ part: "next" }} consent={consent}>
        Pay {formatMoney(next.amount)}
      </PayButton>
      <PayButton path={path} body={{ part: "all" }} consent={consent} isSecondary>
        Pay all {formatMoney(party.owed)}
      </PayButton>
    </div>
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
        {PURPOSES[payment.purpose]}{" "}
        {payment.isDisputed ? (
          <Badge state="caution">disputed at your bank</Badge>
        ) : (
          <Badge state={state}>{text}</Badge>
        )}
        <span className="block text-sm text-ink-soft">
          {payment.receivedAt ? (
            <TimeText instant={payment.receivedAt} timeZone={timeZone} shape="short" />
          ) : null}
          {payment.description ? ` · ${payment.description}` : null}
          {payment.isDisputed ? " · your bank holds this money until it has decided" : null}
          {payment.refunded.amount > 0 ? (
            <>
              {" "}
              · <MoneyText money={payment.refunded} /> went back
            </>
          ) : null}
          {payment.onItsWayBack.amount > 0 ? (
            <>
              {" "}
              · <MoneyText money={payment.onItsWayBack} /> is on its way back
            </>
          ) : null}
        </span>
      </span>
      <MoneyText money={payment.amount} />
    </li>
  )
}
