"use client"

import type { BookingSummary } from "@myhibachi/contract/booking"
import type { HoldSummary } from "@myhibachi/contract/hold"
import type { Today } from "@myhibachi/contract/today"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import Link from "next/link"
import type { ReactNode } from "react"
import { WhenText } from "@/time/when-text.tsx"
import { holdState } from "./booking-states.ts"

/** Balances that are due soon or were. */
export function MoneyDue({ today }: { today: Today }) {
  return (
    <Part title="Money due" empty="No balance is due." count={today.balancesDue.length}>
      {today.balancesDue.map((booking) => (
        <BookingLine key={booking.id} booking={booking} amount={<MoneyText money={booking.owed} />} />
      ))}
    </Part>
  )
}

/** Holds that run: chefs kept while a customer signs and pays. */
export function RunningHolds({ today }: { today: Today }) {
  return (
    <Part title="Being booked now" empty="No chef is being held." count={today.holds.length}>
      {today.holds.map((hold) => (
        <HoldLine key={hold.id} hold={hold} />
      ))}
    </Part>
  )
}

/** Bookings that came in lately. */
export function NewBookings({ today }: { today: Today }) {
  return (
    <Part title="New bookings" empty="None in the last day." count={today.newBookings.length}>
      {today.newBookings.map((booking) => (
        <BookingLine key={booking.id} booking={booking} amount={<MoneyText money={booking.total} />} />
      ))}
    </Part>
  )
}

interface PartProps {
  title: string
  empty: string
  count: number
  children: ReactNode
}

function Part({ title, empty, count, children }: PartProps) {
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {count === 0 ? (
        <p className="text-ink-soft">{empty}</p>
      ) : (
        <ul className="divide-y divide-line">{children}</ul>
      )}
    </section>
  )
}

function BookingLine({ booking, amount }: { booking: BookingSummary; amount: ReactNode }) {
  return (
    <li>
      <Link
        href={`/bookings/${booking.id}`}
        className="flex items-baseline justify-between gap-4 py-2 hover:bg-sunken"
      >
        <span className="min-w-0">
          <span className="font-medium">{booking.customerName}</span>{" "}
          <span className="text-sm text-ink-soft">
            {booking.reference} ·{" "}
            <TimeText instant={booking.startsAt} timeZone={booking.timeZone} shape="short" />
          </span>
        </span>
        {amount}
      </Link>
    </li>
  )
}

function HoldLine({ hold }: { hold: HoldSummary }) {
  const { title, state } = holdState[hold.status]
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0">
        <Link
          href={`/customers/${hold.customerId}`}
          className="font-medium underline-offset-4 hover:underline"
        >
          {hold.customerName}
        </Link>{" "}
        <span className="text-sm text-ink-soft">
          {hold.guestTotal} guests ·{" "}
          <TimeText instant={hold.startsAt} timeZone={hold.timeZone} shape="short" />
        </span>
      </span>
      <span className="flex items-baseline gap-2 text-sm text-ink-soft">
        <Badge state={state}>{title}</Badge>
        {hold.deadlineAt ? (
          <>
            until <WhenText instant={hold.deadlineAt} shape="time" />
          </>
        ) : null}
      </span>
    </li>
  )
}
