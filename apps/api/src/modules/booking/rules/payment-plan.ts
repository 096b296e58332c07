import { Temporal } from "#platform/time.ts"

/** A part of the price, and when it is due. */
export interface PaymentLeg {
  amountCents: number
  dueAt: Temporal.Instant
}

export interface PlanFrame {
  owedCents: number
  /** When the balance is due where nobody planned otherwise. */
  byRule: Temporal.Instant
  startsAt: Temporal.Instant
}

/**
 * What is still open, the earliest first, together exactly what is owed: what was paid, or came off the price, is
 * taken from the earliest part; what came onto the price goes onto the last. Nothing is due later than the start.
 * @param plan in the order of its days; empty where the rule holds.
 */
export function openLegs(plan: readonly PaymentLeg[], frame: PlanFrame): PaymentLeg[] {
  if (frame.owedCents <= 0) return []
  if (plan.length === 0) return [{ amountCents: frame.owedCents, dueAt: frame.byRule }]
  const plannedCents = plan.reduce((sum, leg) => sum + leg.amountCents, 0)
  let leftCents = frame.owedCents
  return plan
    .map((leg, index) => {
      const riseCents = index === plan.length - 1 ? Math.max(0, frame.owedCents - plannedCents) : 0
      return { amountCents: leg.amountCents + riseCents, dueAt: earlier(leg.dueAt, frame.startsAt) }
    })
    .reverse()
    .map((leg) => {
      const amountCents = Math.min(leg.amountCents, leftCents)
      leftCents -= amountCents
      return { ...leg, amountCents }
    })
    .reverse()
    .filter((leg) => leg.amountCents > 0)
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) <= 0 ? one : other
}

/** @returns what is to be paid next: all that is due, with the day of the latest of it; else the earliest part. */
export function nextDue(legs: readonly PaymentLeg[], now: Temporal.Instant): PaymentLeg | null {
  const due = legs.filter((leg) => Temporal.Instant.compare(leg.dueAt, now) <= 0)
  const last = due.at(-1)
  if (!last) return legs[0] ?? null
  return { amountCents: due.reduce((sum, leg) => sum + leg.amountCents, 0), dueAt: last.dueAt }
}

export interface PlanProblem {
  pointer: string
  detail: string
}

/** @returns what is wrong with a plan, and how to mend it; null for one that may stand. */
export function checkPlan(
  plan: readonly PaymentLeg[],
  frame: Pick<PlanFrame, "owedCents" | "startsAt"> & {
    now: Temporal.Instant
    money: (cents: number) => string
  },
): PlanProblem | null {
  const sumCents = plan.reduce((sum, leg) => sum + leg.amountCents, 0)
  for (const [index, { dueAt }] of plan.entries()) {
    const at = `/items/${index}/dueAt`
    const before = plan[index - 1]
    if (Temporal.Instant.compare(dueAt, frame.now) <= 0)
      return { pointer: at, detail: "This is over already; take a time to come." }
    if (Temporal.Instant.compare(dueAt, frame.startsAt) > 0)
      return { pointer: at, detail: "This is after the party begins; it must be paid by then." }
    if (before && Temporal.Instant.compare(dueAt, before.dueAt) <= 0)
      return { pointer: at, detail: "Each part must be due after the one before it." }
  }
  if (plan.length === 0 || sumCents === frame.owedCents) return null
  return {
    pointer: "/items",
    detail: `The parts come to ${frame.money(sumCents)}, but ${frame.money(frame.owedCents)} are owed; make them the same.`,
  }
}
