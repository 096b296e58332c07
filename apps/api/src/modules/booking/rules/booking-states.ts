import type { BookingStatus } from "@myhibachi/contract/booking"
import { hoursBetween, Temporal } from "#platform/time.ts"

/** On whose word a booking changes its state. A manager may also do what staff may. */
export type Mover = "customer" | "staff" | "manager" | "chef" | "system"

export type MoveGuard =
  | "ahead"
  | "crew-complete"
  | "head-count-closed"
  | "head-count-open"
  | "arrival-near"
  | "begun"
  | "paid-in-full"

export interface BookingMove {
  from: BookingStatus
  to: BookingStatus
  who: readonly Mover[]
  guard: MoveGuard | null
}

const STAFF: readonly Mover[] = ["staff", "system"]
const ON_SITE: readonly Mover[] = ["chef", "staff", "system"]
const ANYBODY: readonly Mover[] = ["customer", "staff", "system"]

const move = (
  from: BookingStatus,
  to: BookingStatus,
  who: readonly Mover[],
  guard: MoveGuard | null = null,
): BookingMove => ({ from, to, who, guard })

/** Booked, and neither stopped nor begun. */
export const PLANNED = ["confirmed", "assigned", "locked"] as const satisfies BookingStatus[]
export type PlannedStatus = (typeof PLANNED)[number]

/** No way leads on, except to settle what was completed. */
export const CLOSED = ["completed", "settled", "cancelled", "no_show"] as const satisfies BookingStatus[]

/** The whole life of a booking. What is not listed does not happen. */
export const BOOKING_MOVES: readonly BookingMove[] = [
  move("confirmed", "assigned", STAFF, "crew-complete"),
  move("assigned", "confirmed", STAFF),
  move("confirmed", "locked", STAFF, "head-count-closed"),
  move("assigned", "locked", STAFF, "head-count-closed"),
  move("locked", "confirmed", STAFF, "head-count-open"),
  move("locked", "assigned", STAFF, "head-count-open"),
  ...PLANNED.flatMap((planned) => [
    move(planned, "in_progress", ON_SITE, "arrival-near"),
    move(planned, "weather_hold", ANYBODY, "ahead"),
    move("weather_hold", planned, ANYBODY),
    move(planned, "cancel_requested", ANYBODY, "ahead"),
    move("cancel_requested", planned, ["customer", "manager", "system"]),
  ]),
  move("in_progress", "completed", ON_SITE, "begun"),
  move("locked", "completed", STAFF, "begun"),
  move("assigned", "completed", STAFF, "begun"),
  move("completed", "settled", STAFF, "paid-in-full"),
  move("confirmed", "cancelled", ANYBODY, "ahead"),
  move("assigned", "cancelled", ANYBODY, "ahead"),
  move("locked", "cancelled", STAFF, "ahead"),
  move("weather_hold", "cancelled", ANYBODY),
  move("cancel_requested", "cancelled", ["manager", "system"]),
  move("in_progress", "no_show", ["manager"], "begun"),
  move("locked", "no_show", ["manager"], "begun"),
  move("assigned", "no_show", ["manager"], "begun"),
]

/** What the guards look at. */
export interface MoveFacts {
  startsAt: Temporal.Instant
  /** When the chefs are to arrive. */
  arrivesAt: Temporal.Instant
  now: Temporal.Instant
  headCountClosesHoursBefore: number
  chefsNeeded: number
  chefsAssigned: number
  owedCents: number
}

/** @returns the move, or null when the states are not joined. */
export function findMove(from: BookingStatus, to: BookingStatus): BookingMove | null {
  return BOOKING_MOVES.find((candidate) => candidate.from === from && candidate.to === to) ?? null
}

/** @returns whether one of the capacities in which somebody acts may make the move. */
export function mayMove(found: BookingMove, capacities: readonly Mover[]): boolean {
  return capacities.some((capacity) => found.who.includes(capacity))
}

/** @returns why the guard refuses the move now, as a sentence for people, or null. */
export function refuseByGuard(guard: MoveGuard | null, facts: MoveFacts): string | null {
  const hasBegun = Temporal.Instant.compare(facts.now, facts.startsAt) >= 0
  switch (guard) {
    case null:
      return null
    case "ahead":
      return hasBegun ? "The party has begun." : null
    case "begun":
      return hasBegun ? null : "The party has not begun."
    case "crew-complete": {
      const missing = facts.chefsNeeded - facts.chefsAssigned
      return missing > 0 ? `The party still lacks ${missing} of ${facts.chefsNeeded} chefs.` : null
    }
    case "head-count-closed":
      return isHeadCountClosed(facts) ? null : "The head count is still open."
    case "head-count-open":
      return isHeadCountClosed(facts) ? "The head count has closed." : null
    case "arrival-near":
      return isArrivalNear(facts) ? null : "It is too early: the chefs arrive later."
    case "paid-in-full":
      return facts.owedCents > 0 ? "A part of the price is still unpaid." : null
    default:
      return guard satisfies never
  }
}

/** The head count is open at the very hour of the cut-off, and closed a moment later. */
function isHeadCountClosed({ now, startsAt, headCountClosesHoursBefore }: MoveFacts): boolean {
  return hoursBetween(now, startsAt) < headCountClosesHoursBefore
}

/** A chef may come earlier than planned by as much as the set-up takes. */
function isArrivalNear({ now, startsAt, arrivesAt }: MoveFacts): boolean {
  return hoursBetween(now, arrivesAt) <= hoursBetween(arrivesAt, startsAt)
}
