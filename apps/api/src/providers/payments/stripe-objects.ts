import type Stripe from "stripe"
import { z } from "zod"
import { AppError } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import type {
  ProviderCheckout,
  ProviderEvent,
  ProviderPayment,
  ProviderRefund,
} from "#providers/payments/port.ts"

/** @returns the checkout in our words. */
export function toCheckout(session: Stripe.Checkout.Session): ProviderCheckout {
  return {
    id: session.id,
    checkoutId: session.client_reference_id,
    status: checkoutStatus(session.status),
    url: session.url,
    paymentId: idOf(session.payment_intent),
    expiresAt: Temporal.Instant.fromEpochMilliseconds(session.expires_at * 1000),
  }
}

function checkoutStatus(status: string | null): ProviderCheckout["status"] {
  return status === "complete" || status === "expired" ? status : "open"
}

/** @returns the payment in our words; `intent` must have `latest_charge.balance_transaction` expanded. */
export function toPayment(intent: Stripe.PaymentIntent, refunds: Stripe.Refund[]): ProviderPayment {
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null
  const balance = typeof charge?.balance_transaction === "object" ? charge.balance_transaction : null
  const card = charge?.payment_method_details?.card
  return {
    id: intent.id,
    checkoutId: intent.metadata.checkoutId ?? null,
    paymentId: intent.metadata.paymentId ?? null,
    status: paymentStatus(intent),
    amountCents: intent.status === "succeeded" ? intent.amount_received : intent.amount,
    currency: intent.currency.toUpperCase(),
    failureMessage: intent.last_payment_error?.message ?? null,
    method: "card",
    isProofNeeded: intent.last_payment_error?.code === "authentication_required",
    card: card ? toCard(card) : null,
    customerId: idOf(intent.customer),
    methodId: idOf(intent.payment_method),
    feeCents: balance ? balance.fee : null,
    refunds: refunds.map(toRefund),
  }
}

function toCard(card: Stripe.Charge.PaymentMethodDetails.Card): NonNullable<ProviderPayment["card"]> {
  return {
    brand: card.brand ?? "card",
    last4: card.last4 ?? "????",
    expiryMonth: card.exp_month,
    expiryYear: card.exp_year,
  }
}

function paymentStatus(intent: Stripe.PaymentIntent): ProviderPayment["status"] {
  switch (intent.status) {
    case "succeeded":
      return "succeeded"
    case "canceled":
      return "cancelled"
    case "processing":
    case "requires_capture":
      return "processing"
    default:
      return intent.last_payment_error ? "failed" : "requires_payment"
  }
}

/** @returns the refund in our words. */
export function toRefund(refund: Stripe.Refund): ProviderRefund {
  return {
    id: refund.id,
    refundId: refund.metadata?.refundId ?? null,
    amountCents: refund.amount,
    status: refundStatus(refund.status),
    reason: refund.failure_reason ?? refund.pending_reason ?? null,
  }
}

function refundStatus(status: string | null): ProviderRefund["status"] {
  if (status === "succeeded") return "succeeded"
  return status === "failed" || status === "canceled" ? "failed" : "pending"
}

/** @returns where the event says to look; null for what is none of a payment's matters. @throws AppError "webhook-unreadable". */
export function toEvent(event: Stripe.Event, isLive: boolean): ProviderEvent {
  const parsed = SignedEvent.safeParse(event)
  if (!parsed.success) {
    throw new AppError(
      "invalid",
      "webhook-unreadable",
      "This message is signed but is no event; its body has no id, type and object.",
      {},
      { cause: parsed.error },
    )
  }
  const { id, type, data } = parsed.data
  const subject = subjectOf(data.object as EventObject) // safe: every Stripe object has these members or lacks them
  return { id, type, subject, foreign: foreignReason(parsed.data, isLive) }
}

function foreignReason({ account, livemode }: z.infer<typeof SignedEvent>, isLive: boolean): string | null {
  if (account) return `It is about the account ${account}, which is not ours.`
  if (livemode === undefined || livemode === isLive) return null
  return livemode
    ? "It is about real money, and this installation is in test mode."
    : "It comes from the provider's test mode, and this installation takes real money."
}

const SignedEvent = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  account: z.string().optional(),
  livemode: z.boolean().optional(),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
})

interface EventObject {
  object?: string
  id?: string
  status?: string
  payment_intent?: string | { id: string } | null
}

function subjectOf(object: EventObject): ProviderEvent["subject"] {
  const paymentId = idOf(object.payment_intent ?? null)
  // A page on which somebody paid is about that payment, like the messages of the payment itself.
  const isPaidPage = object.status === "complete" && paymentId
  if (object.object === "checkout.session" && object.id && !isPaidPage)
    return { kind: "checkout", id: object.id }
  if (object.object === "payment_intent" && object.id) return { kind: "payment", id: object.id }
  if (object.object === "dispute" && object.id) return { kind: "dispute", id: object.id }
  if (object.object === "payout" && object.id) return { kind: "payout", id: object.id }
  return paymentId ? { kind: "payment", id: paymentId } : null
}

/** @returns the id of what is either named or written out. */
export function idOf(reference: string | { id: string } | null): string | null {
  return typeof reference === "object" ? (reference?.id ?? null) : reference
}
