import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { hoursBetween, type Temporal } from "#platform/time.ts"

export interface CancellationFacts {
  startsAt: Temporal.Instant
  now: Temporal.Instant
  by: "customer" | "company"
  depositCents: number
  /** Fees for moves that were made; they were earned. */
  feeCents: number
  /** Paid and not yet returned. */
  paidCents: number
}

export interface CancellationResult {
  hoursBefore: number
  refundCents: number
  keptCents: number
  isDepositRefunded: boolean
  explanation: string
}

/** @returns what goes back and what is kept when the party is cancelled now; the two add up to what was paid. */
export function decideCancellation(
  facts: CancellationFacts,
  parameters: PolicyParameters["cancellation"],
): CancellationResult {
  const hoursBefore = hoursBetween(facts.now, facts.startsAt)
  const isEarly = hoursBefore >= parameters.fullRefundHoursBefore
  const isDepositRefunded = facts.by === "company" || isEarly
  const owedFees = facts.by === "company" ? 0 : facts.feeCents
  const keptCents = Math.min(facts.paidCents, (isDepositRefunded ? 0 : facts.depositCents) + owedFees)
  const refundCents = facts.paidCents - keptCents
  return {
    hoursBefore,
    refundCents,
    keptCents,
    isDepositRefunded,
    explanation: explain(facts, parameters, isEarly, refundCents, keptCents),
  }
}

function explain(
  facts: CancellationFacts,
  parameters: PolicyParameters["cancellation"],
  isEarly: boolean,
  refundCents: number,
  keptCents: number,
): string {
  const refund = formatMoney(usd(refundCents))
  const within = `to the original means of payment within ${parameters.refundBusinessDays} business days`
  if (facts.by === "company") return `We cancel, so everything goes back: ${refund} ${within}.`
  const days = parameters.fullRefundHoursBefore / 24
  if (facts.paidCents === 0) return "Nothing has been paid, so nothing goes back."
  const kept = keptCents > 0 ? ` ${formatMoney(usd(keptCents))} is kept.` : ""
  if (isEarly)
    return `It is ${days} days or more before the start, so the deposit is refunded: ${refund} ${within}.${kept}`
  const back = refundCents > 0 ? ` The rest, ${refund}, goes back ${within}.` : ""
  return `It is less than ${days} days before the start, so the deposit is kept:${kept}${back}`
}
