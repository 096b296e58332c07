"use client"

import type { Booking } from "@myhibachi/contract/booking"
import { formatMoney } from "@myhibachi/contract/money"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { TimeText } from "@myhibachi/ui/time-text"
import { Timeline, type TimelineItem } from "@myhibachi/ui/timeline"
import { BookingTasks } from "@/features/tasks/booking-tasks.tsx"
import { plannedSteps } from "./planned-steps.ts"

/** What is still to come for this party, and the tasks that somebody must do for it. */
export function NextSteps({ booking }: { booking: Booking }) {
  const steps = plannedSteps(booking, new Date().toISOString())
  const items: TimelineItem[] = steps.map((step) => ({
    key: step.kind,
    title:
      step.kind === "balance"
        ? `${step.title}: ${formatMoney(booking.nextDue?.amount ?? booking.owed)}`
        : step.title,
    at: <TimeText instant={step.at} timeZone={booking.timeZone} />,
    state: step.state,
  }))
  return (
    <Card>
      <CardHeader title="What happens next" />
      {items.length > 0 ? <Timeline items={items} /> : <p className="text-ink-soft">{restText(booking)}</p>}
      <BookingTasks bookingId={booking.id} />
    </Card>
  )
}

function restText(booking: Booking): string {
  if (booking.status === "cancelled")
    return booking.cancelReason ? `Cancelled: ${booking.cancelReason}` : "Cancelled."
  return "Nothing more is planned for this party."
}
