import type { BookingStatus } from "@myhibachi/contract/booking"
import type { HoldStatus } from "@myhibachi/contract/hold"
import type { BadgeState } from "@myhibachi/ui/badge"

/** The states of a booking as people say them. */
export const bookingState: Record<BookingStatus, { title: string; state: BadgeState }> = {
  confirmed: { title: "Confirmed", state: "good" },
  assigned: { title: "Assigned", state: "good" },
  locked: { title: "Locked", state: "good" },
  in_progress: { title: "In progress", state: "caution" },
  completed: { title: "Done", state: "neutral" },
  settled: { title: "Settled", state: "neutral" },
  weather_hold: { title: "Weather hold", state: "caution" },
  cancel_requested: { title: "Cancellation asked", state: "caution" },
  cancelled: { title: "Cancelled", state: "bad" },
  no_show: { title: "No show", state: "bad" },
}

export const holdState: Record<HoldStatus, { title: string; state: BadgeState }> = {
  held: { title: "Waits for signature", state: "caution" },
  awaiting_deposit: { title: "Waits for payment", state: "caution" },
  confirmed: { title: "Confirmed", state: "good" },
  expired: { title: "Expired", state: "neutral" },
  released: { title: "Released", state: "neutral" },
}

/** @returns whether the booking can still be moved or cancelled. */
export function isOpen(status: BookingStatus): boolean {
  return !["completed", "settled", "cancelled", "no_show"].includes(status)
}

/** @returns the state's words, also for one that this site does not know yet. */
export function stateTitle(state: string): string {
  const known: Record<string, { title: string }> = { ...holdState, ...bookingState }
  return known[state]?.title ?? state.replaceAll("_", " ")
}
