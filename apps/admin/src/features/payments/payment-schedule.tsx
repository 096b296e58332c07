"use client"

import type { Booking } from "@myhibachi/contract/booking"
import { PaymentSchedule, type ScheduledPayment } from "@myhibachi/contract/payment-schedule"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { purposeTitle } from "./payment-words.ts"

const STATES: Record<ScheduledPayment["state"], { title: string; state: BadgeState }> = {
  paid: { title: "paid", state: "good" },
  due: { title: "due", state: "bad" },
  upcoming: { title: "to come", state: "neutral" },
  waived: { title: "not owed", state: "neutral" },
}

/** What is paid when, and how it is collected. */
export function PaymentScheduleList({ booking }: { booking: Booking }) {
  const path = `/v1/bookings/${booking.id}/payment-schedule`
  const schedule = useQuery({ queryKey: [path], queryFn: () => request(PaymentSchedule, path) })
  return (
    <Loaded query={schedule} lines={2}>
      {({ items }) => (
        <ol aria-label="Payment schedule" className="mb-4 divide-y divide-line">
          {items.map((item) => (
            <li
              key={`${item.purpose} ${item.dueAt}`}
              className="flex items-baseline justify-between gap-x-4 py-2"
            >
              <span className="min-w-0">
                {purposeTitle[item.purpose]}{" "}
                <Badge state={STATES[item.state].state}>{STATES[item.state].title}</Badge>
                <span className="block text-sm text-ink-soft">
                  {item.dueAt ? (
                    <>
                      <TimeText instant={item.dueAt} timeZone={booking.timeZone} shape="short" />.{" "}
                    </>
                  ) : null}
                  {item.how}
                </span>
              </span>
              <MoneyText money={item.amount} />
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  )
}
