import type { BookingStatus } from "@myhibachi/contract/booking"
import { Badge } from "@myhibachi/ui/badge"
import { bookingState } from "./booking-states.ts"

export function BookingBadge({ status }: { status: BookingStatus }) {
  const { title, state } = bookingState[status]
  return <Badge state={state}>{title}</Badge>
}
