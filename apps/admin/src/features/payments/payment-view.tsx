"use client"

import { PaymentDetail } from "@myhibachi/contract/payments"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { LedgerOfPayment } from "./ledger-of-payment.tsx"
import { PaidBackButton } from "./paid-back-button.tsx"
import { disputeState, methodTitle, paymentState, purposeTitle, refundState } from "./payment-words.ts"
import { RefundDecision } from "./refund-decision.tsx"
import { RefundDialog } from "./refund-dialog.tsx"
import { VoidDialog } from "./void-dialog.tsx"

/** One payment: how it came, where it stands, what went back, and its ledger entries. */
export function PaymentView({ id }: { id: string }) {
  const payment = useQuery({
    queryKey: ["payment", id],
    queryFn: () => request(PaymentDetail, `/v1/payments/${id}`),
  })
  return <Loaded query={payment}>{(data) => <PaymentPage payment={data} />}</Loaded>
}

function PaymentPage({ payment }: { payment: PaymentDetail }) {
  const { title, state } = paymentState[payment.status]
  return (
    <>
      <PageHeader
        back={{ href: "/money", title: "Payments" }}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {purposeTitle[payment.purpose]} <MoneyText money={payment.amount} />{" "}
            <Badge state={state}>{title}</Badge>
          </span>
        }
        detail={payment.customerName}
        actions={<Actions payment={payment} />}
      />
      {payment.dispute ? <Disputed dispute={payment.dispute} /> : null}
      <Facts payment={payment} />
      <Refunds payment={payment} />
      <LedgerOfPayment paymentId={payment.id} />
    </>
  )
}

function Disputed({ dispute }: { dispute: NonNullable<PaymentDetail["dispute"]> }) {
  const { title, state } = disputeState[dispute.state]
  return (
    <p className="mb-6 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card bg-caution-soft px-4 py-3">
      The payer disputes this payment. <Badge state={state}>{title}</Badge>
      <Link href={`/money/disputes/${dispute.id}`} className="underline underline-offset-4">
        Open the dispute
      </Link>
    </p>
  )
}

function Actions({ payment }: { payment: PaymentDetail }) {
  const mayRefund = useMay("payments:refund")
  const mayWrite = useMay("payments:write")
  const isPaid = payment.status === "succeeded" || payment.status === "partially_refunded"
  return (
    <>
      {mayRefund && isPaid ? <RefundDialog payment={payment} /> : null}
      {mayWrite && payment.provider === "offline" && payment.status === "succeeded" ? (
        <VoidDialog payment={payment} />
      ) : null}
    </>
  )
}

function Facts({ payment }: { payment: PaymentDetail }) {
  return (
    <dl className="grid gap-x-10 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
      <Fact name="How">
        {methodTitle[payment.method]} {payment.description}
      </Fact>
      <Fact name={payment.receivedAt ? "Received" : "Started"}>
        <WhenText instant={payment.receivedAt ?? payment.createdAt} shape="date-time" />
      </Fact>
      {payment.bookingId ? (
        <Fact name="Booking">
          <Link href={`/bookings/${payment.bookingId}`} className="underline underline-offset-4">
            Open the booking
          </Link>
        </Fact>
      ) : null}
      {payment.providerReference ? (
        <Fact name={`Reference at ${payment.provider}`}>{payment.providerReference}</Fact>
      ) : null}
      {payment.recordedBy ? (
        <Fact name="Recorded by">
          <ActorText actor={payment.recordedBy} />
        </Fact>
      ) : null}
      {payment.note ? <Fact name="Note">{payment.note}</Fact> : null}
      {payment.failureMessage ? <Fact name="Why it failed">{payment.failureMessage}</Fact> : null}
      {payment.consent ? (
        <Fact name="Consent to keep the card">
          {payment.consent.text} (<WhenText instant={payment.consent.givenAt} />)
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

function Refunds({ payment }: { payment: PaymentDetail }) {
  if (payment.refunds.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="mb-2 text-xl font-semibold">Refunds</h2>
      <ul className="divide-y divide-line">
        {payment.refunds.map((refund) => (
          <li key={refund.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span>
              {refund.reason}{" "}
              <span className="text-sm text-ink-soft">
                <WhenText instant={refund.createdAt} /> {refund.pendingReason}
              </span>
            </span>
            <span className="flex items-baseline gap-3">
              <Badge state={refundState[refund.status].state}>{refundState[refund.status].title}</Badge>
              <MoneyText money={refund.amount} />
              {refund.status === "awaiting_approval" ? <RefundDecision refund={refund} /> : null}
              {refund.status === "requested" && payment.method !== "card" ? (
                <PaidBackButton refund={refund} />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
