import type { ProviderPayment, ProviderRefund } from "#providers/payments/port.ts"
import type { PaymentStatus, RefundStatus } from "./tables.ts"

/**
 * The payment's next state. What the provider says may be old by the time it is applied, so money that was
 * received is never taken back by a status: only refunds do that.
 */
export function nextPaymentStatus(current: PaymentStatus, told: ProviderPayment["status"]): PaymentStatus {
  if (["succeeded", "partially_refunded", "refunded", "voided"].includes(current)) return current
  if (current === "cancelled" && told !== "succeeded") return current
  if (current === "processing" && told === "requires_payment") return current
  return told
}

/** @returns the state that follows from how much went back. */
export function statusAfterRefund(amountCents: number, refundedCents: number): PaymentStatus {
  if (refundedCents === 0) return "succeeded"
  return refundedCents < amountCents ? "partially_refunded" : "refunded"
}

/** The refund's next state; a failure is final, a success can still fail at the customer's bank. */
export function nextRefundStatus(current: RefundStatus, told: ProviderRefund["status"]): RefundStatus {
  if (current === "failed" || current === "cancelled") return current
  if (current === "succeeded" && told !== "failed") return current
  if (current === "pending" && told === "requested") return current
  return told
}

export interface Refundable {
  id: string
  /** What has not gone back and is not asked back yet. */
  leftCents: number
}

/**
 * Spreads a refund over payments, in the order given (newest first), never above what a payment holds.
 * @returns the parts, and what could not be placed.
 */
export function spreadRefund(
  payments: readonly Refundable[],
  amountCents: number,
): { parts: Refundable[]; unplacedCents: number } {
  const parts: Refundable[] = []
  let unplacedCents = amountCents
  for (const payment of payments) {
    const leftCents = Math.min(payment.leftCents, unplacedCents)
    if (leftCents > 0) parts.push({ id: payment.id, leftCents })
    unplacedCents -= leftCents
  }
  return { parts, unplacedCents }
}
