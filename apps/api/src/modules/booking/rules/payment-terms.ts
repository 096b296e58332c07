import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { hoursBetween, type Temporal } from "#platform/time.ts"

export interface PaymentTerms {
  depositCents: number
  dueAtBookingCents: number
  balanceCents: number
  /** True close to the start: then all of it is paid to book. */
  isFullPaymentDue: boolean
  balanceDueAt: Temporal.Instant | null
}

/** @returns what is paid to book and what later. A start that is not known yet counts as far away. */
export function paymentTerms(
  totalCents: number,
  startsAt: Temporal.Instant | null,
  now: Temporal.Instant,
  parameters: Pick<PolicyParameters, "deposit" | "balance">,
): PaymentTerms {
  const depositCents = Math.min(parameters.deposit.amountCents, totalCents)
  const isFullPaymentDue =
    startsAt !== null && hoursBetween(now, startsAt) < parameters.deposit.fullPaymentUnderHours
  const dueAtBookingCents = isFullPaymentDue ? totalCents : depositCents
  return {
    depositCents,
    dueAtBookingCents,
    balanceCents: totalCents - dueAtBookingCents,
    isFullPaymentDue,
    balanceDueAt: startsAt ? startsAt.subtract({ hours: parameters.balance.dueHoursBefore }) : null,
  }
}
