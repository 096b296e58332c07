import type { Booking } from "@myhibachi/contract/booking"
import { isOpen } from "./booking-states.ts"

export interface PlannedStep {
  kind: "balance" | "arrival" | "start" | "end"
  title: string
  at: string
  state: "done" | "now" | "ahead" | "bad"
}

/** @returns what is planned for the party, in the order of its time; nothing when it is over or cancelled. */
export function plannedSteps(
  booking: Pick<Booking, "status" | "owed" | "balanceDueAt" | "arrivesAt" | "startsAt" | "endsAt">,
  now: string,
): PlannedStep[] {
  if (!isOpen(booking.status)) return []
  const passed = (at: string) => Date.parse(at) <= Date.parse(now)
  const step = (kind: PlannedStep["kind"], title: string, at: string): PlannedStep => ({
    kind,
    title,
    at,
    state: passed(at) ? "done" : "ahead",
  })
  const steps = [
    step("arrival", "Chef arrives and sets up", booking.arrivesAt),
    step("start", "Cooking begins", booking.startsAt),
    step("end", "Packed down", booking.endsAt),
  ]
  if (booking.owed.amount > 0) {
    const isLate = passed(booking.balanceDueAt)
    steps.push({
      kind: "balance",
      title: isLate ? "Balance was due" : "Balance is due",
      at: booking.balanceDueAt,
      state: isLate ? "bad" : "ahead",
    })
  }
  steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const next = steps.find((candidate) => candidate.state === "ahead")
  return steps.map((candidate) => (candidate === next ? { ...candidate, state: "now" } : candidate))
}
