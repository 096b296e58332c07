import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { hoursBetween, type Temporal } from "#platform/time.ts"

export interface RescheduleFacts {
  startsAt: Temporal.Instant
  /** The regular start that the present start belongs to. */
  slotStartsAt: Temporal.Instant
  /** Null to ask what a move to another slot would cost. */
  newStartsAt: Temporal.Instant | null
  now: Temporal.Instant
  reschedulesUsed: number
  because: "customer" | "weather" | "company"
  /** Staff, and whoever decides about a party that waits for the weather. */
  mayMoveLate: boolean
}

export interface RescheduleDecision {
  isAllowed: boolean
  feeCents: number
  /** Whether it uses up a move. */
  isCounted: boolean
  explanation: string
}

/** @returns whether the party may be moved, what it costs and whether it counts as a move. */
export function decideReschedule(
  facts: RescheduleFacts,
  parameters: Pick<PolicyParameters, "reschedule" | "weather">,
): RescheduleDecision {
  const { reschedule } = parameters
  const hours = hoursBetween(facts.now, facts.startsAt)
  if (!facts.mayMoveLate && hours < reschedule.selfServiceHoursBefore) {
    const explanation = `Inside ${reschedule.selfServiceHoursBefore} hours before the start only a person can move the party: call or write to us.`
    return { isAllowed: false, feeCents: 0, isCounted: false, explanation }
  }
  if (isSameSlot(facts, reschedule.sameSlotMinutes)) {
    return free(
      `Moving the start by up to ${reschedule.sameSlotMinutes} minutes within the same slot is free.`,
    )
  }
  if (facts.because === "company") return free("We move the party, so it costs nothing.")
  if (facts.because === "weather" && parameters.weather.isMoveFree) {
    return free("A move because of the weather is free and does not use up the free move.")
  }
  const isFree = facts.reschedulesUsed < reschedule.freeMoves && hours >= reschedule.selfServiceHoursBefore
  const fee = formatMoney(usd(reschedule.feeCents))
  const explanation = isFree
    ? `The first move is free when it is made ${reschedule.selfServiceHoursBefore} hours or more before the start.`
    : `The free move is used or it is late, so this move costs ${fee}.`
  return { isAllowed: true, feeCents: isFree ? 0 : reschedule.feeCents, isCounted: true, explanation }
}

function isSameSlot(facts: RescheduleFacts, sameSlotMinutes: number): boolean {
  if (!facts.newStartsAt) return false
  return Math.abs(hoursBetween(facts.slotStartsAt, facts.newStartsAt)) * 60 <= sameSlotMinutes
}

function free(explanation: string): RescheduleDecision {
  return { isAllowed: true, feeCents: 0, isCounted: false, explanation }
}
