"use client"

import type { Booking } from "@myhibachi/contract/booking"
import { PaymentPage, PaymentsConfig, SavedCards } from "@myhibachi/contract/payments"
import { Badge } from "@myhibachi/ui/badge"
import { Breakdown } from "@myhibachi/ui/breakdown"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { BookingInvoices } from "@/features/payments/booking-invoices.tsx"
import { CollectDialog } from "@/features/payments/collect-dialog.tsx"
import { PaymentScheduleList } from "@/features/payments/payment-schedule.tsx"
import { paymentState, purposeTitle } from "@/features/payments/payment-words.ts"
import { PlanDialog } from "@/features/payments/plan-dialog.tsx"
import { RecordPaymentDialog } from "@/features/payments/record-payment-dialog.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** What came in, what went back, what is owed and until when. */
export function BookingMoney({ booking }: { booking: Booking }) {
  const mayRead = useMay("payments:read")
  const mayWrite = useMay("payments:write")
  const { data: config } = useQuery({
    queryKey: ["/v1/payments/config"],
    queryFn: () => request(PaymentsConfig, "/v1/payments/config"),
  })
  const isPageOffered = config?.isPageOffered ?? false
  const isOwed = booking.owed.amount > 0
  return (
    <Card>
      <CardHeader
        title="What is paid"
        detail={
          isOwed ? (
            <>
              Balance due <TimeText instant={booking.balanceDueAt} timeZone={booking.timeZone} />
            </>
          ) : (
            "Nothing is owed."
          )
        }
        actions={
          mayWrite ? (
            <>
              {isOwed && isPlanned(booking) ? <PlanDialog booking={booking} /> : null}
              {isOwed && isPageOffered ? <Collect booking={booking} /> : null}
              <RecordPaymentDialog bookingId={booking.id} owed={booking.owed} />
            </>
          ) : null
        }
      />
      {mayRead && isPageOffered ? <PaymentScheduleList booking={booking} /> : null}
      {mayRead ? <Payments bookingId={booking.id} /> : null}
      <Breakdown
        lines={[]}
        totals={[
          { key: "paid", label: "Paid", amount: booking.paid },
          ...(booking.refunded.amount > 0
            ? [{ key: "refunded", label: "Gone back", amount: booking.refunded }]
            : []),
          { key: "owed", label: "Owed", amount: booking.owed },
        ]}
      />
      {mayRead ? (
        <BookingInvoices bookingId={booking.id} mayIssue={mayWrite && isInvoiceable(booking)} />
      ) : null}
    </Card>
  )
}

function isPlanned({ status }: Booking): boolean {
  return status === "confirmed" || status === "assigned" || status === "locked"
}

function isInvoiceable({ status }: Booking): boolean {
  return status !== "cancelled" && status !== "no_show" && status !== "cancel_requested"
}

function Collect({ booking }: { booking: Booking }) {
  const path = `/v1/customers/${booking.customer.id}/payment-methods`
  const cards = useQuery({ queryKey: [path], queryFn: () => request(SavedCards, path) })
  if (!cards.data) return null
  return <CollectDialog bookingId={booking.id} owed={booking.owed} card={cards.data.items[0] ?? null} />
}

function Payments({ bookingId }: { bookingId: string }) {
  const payments = useQuery({
    queryKey: ["/v1/payments", "booking", bookingId],
    queryFn: () => request(PaymentPage, "/v1/payments", { query: { bookingId, limit: 100 } }),
  })
  return (
    <Loaded query={payments} lines={2}>
      {({ items }) => (
        <ul className="mb-2 divide-y divide-line">
          {items.map((payment) => (
            <li
              key={payment.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3"
            >
              <span className="min-w-0">
                <Link
                  href={`/money/${payment.id}`}
                  className="font-medium underline-offset-4 hover:underline"
                >
                  {purposeTitle[payment.purpose]}
                </Link>{" "}
                <span className="text-sm text-ink-soft">{payment.description}</span>
              </span>
              <span className="flex items-baseline gap-3">
                <span className="text-sm text-ink-soft">
                  <WhenText instant={payment.receivedAt ?? payment.createdAt} />
                </span>
                <Badge state={paymentState[payment.status].state}>{paymentState[payment.status].title}</Badge>
                <MoneyText money={payment.amount} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
