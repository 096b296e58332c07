"use client"

import type { Booking } from "@myhibachi/contract/booking"
import { CancelDialog } from "./cancel-dialog.tsx"
import { CompleteButton } from "./complete-button.tsx"
import { MoveDialog } from "./move-dialog.tsx"
import { WeatherDialog } from "./weather-dialog.tsx"

/** What can be done with a booking in its present state. */
export function BookingActions({ booking }: { booking: Booking }) {
  switch (booking.status) {
    case "confirmed":
    case "assigned":
    case "locked":
      return (
        <>
          {booking.status === "confirmed" ? null : <CompleteButton booking={booking} />}
          <MoveDialog booking={booking} />
          <WeatherDialog booking={booking} />
          <CancelDialog booking={booking} />
        </>
      )
    case "weather_hold":
      return (
        <>
          <MoveDialog booking={booking} />
          <CancelDialog booking={booking} />
        </>
      )
    case "in_progress":
      return <CompleteButton booking={booking} />
    case "cancel_requested":
    case "completed":
    case "settled":
    case "cancelled":
    case "no_show":
      return null
    default:
      return booking.status satisfies never
  }
}
