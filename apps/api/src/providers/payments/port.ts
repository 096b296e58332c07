import type { Temporal } from "#platform/time.ts"
import type { MerchantAccount } from "#providers/payments/account-port.ts"
import type { ManualDesk } from "#providers/payments/manual.ts"

/** What the hosted payment page must know. */
export interface CheckoutRequest {
  /** Ours; comes back with everything that the provider tells about this checkout. */
  checkoutId: string
  amountCents: number
  currency: "USD"
  title: string
  description: string
  /** Null lets the customer type it on the page. */
  customerEmail: string | null
  /** Shown beside the pay button; null where no card is kept. */
  saveCardConsent: string | null
  /** As far ahead as the provider's `pageLife` says. */
  expiresAt: Temporal.Instant
  successUrl: string
  cancelUrl: string
}

/** The hosted page as the provider knows it. */
export interface ProviderCheckout {
  id: string
  /** Ours, or null when somebody made it elsewhere. */
  checkoutId: string | null
  status: "open" | "complete" | "expired"
  url: string | null
  paymentId: string | null
  expiresAt: Temporal.Instant
}

export interface ProviderRefund {
  id: string
  /** Ours, or null when it was made in the provider's own dashboard. */
  refundId: string | null
  amountCents: number
  /** `requested`: no money has left yet, somebody must send it first. `pending`: it has left and is on its way. */
  status: "requested" | "pending" | "succeeded" | "failed"
  /** The provider's word for why it waits or failed. */
  reason: string | null
}

/** One charge with everything that happened to it, as the provider knows it now. */
export interface ProviderPayment {
  id: string
  /** Ours when it came from a hosted page. */
  checkoutId: string | null
  /** Ours when we charged a kept card. */
  paymentId: string | null
  status: "requires_payment" | "processing" | "succeeded" | "failed" | "cancelled"
  amountCents: number
  currency: string
  failureMessage: string | null
  /** By what it came. */
  method: "card" | "bank_transfer" | "zelle" | "venmo" | "check" | "cash"
  /** The card's holder must prove themselves, which only they can do. */
  isProofNeeded: boolean
  card: { brand: string; last4: string; expiryMonth: number; expiryYear: number } | null
  customerId: string | null
  methodId: string | null
  /** Null until the provider has settled it. */
  feeCents: number | null
  refunds: ProviderRefund[]
}

/** A verified message of the provider: it says where to look, never what is true. */
export interface ProviderEvent {
  id: string
  type: string
  subject: { kind: "checkout" | "payment" | "dispute" | "payout"; id: string } | null
  /** Why it is none of our business whatever it says, in a sentence: another account, or the other mode. */
  foreign: string | null
}

/** A charge without the customer present, under the consent that they gave when the card was kept. */
export interface ChargeRequest {
  /** Ours; the same id never charges twice. */
  paymentId: string
  customerId: string
  methodId: string
  amountCents: number
  currency: "USD"
  description: string
}

export interface RefundRequest {
  refundId: string
  paymentId: string
  amountCents: number
}

/** Cards that their holders let us keep and charge later. */
export interface KeptCards {
  /** A declined card is an answer, not an error: the payment comes back failed. */
  charge(request: ChargeRequest): Promise<ProviderPayment>
  /** @returns what became of a charge whose answer was lost; null when none was made. */
  findCharge(charge: Pick<ChargeRequest, "paymentId" | "customerId">): Promise<ProviderPayment | null>
  /** Makes a kept card useless to us; does nothing when it is gone already. */
  remove(methodId: string): Promise<void>
}

/**
 * Payments on a hosted page. Every call repeats safely with the same ids.
 * All throw AppError "payments-down" when the provider does not answer and "payment-refused" when it says no.
 */
export interface Payments {
  /** As it stands in our books beside each payment, for example `stripe`. */
  readonly name: string
  /** How long a page may be open. */
  readonly pageLife: { shortestMinutes: number; longestHours: number }
  /** Null where the provider keeps none: then customers always pay by themselves, on a page. */
  readonly keptCards: KeptCards | null
  createCheckout(request: CheckoutRequest): Promise<ProviderCheckout>
  readCheckout(id: string): Promise<ProviderCheckout>
  /** Checkouts made at or after the instant, for the sweep. */
  listCheckouts(since: Temporal.Instant): Promise<ProviderCheckout[]>
  /** Does nothing when it is not open any more. */
  expireCheckout(id: string): Promise<void>
  readPayment(id: string): Promise<ProviderPayment>
  refund(request: RefundRequest): Promise<ProviderRefund>
  /**
   * Null where nobody sends us messages.
   * @throws AppError "webhook-signature-invalid" for altered bytes and for signatures older than 300 s.
   */
  readonly verifyWebhook: ((body: Buffer, signature: string, now: Temporal.Instant) => ProviderEvent) | null
}

declare module "#platform/context.ts" {
  interface Providers {
    /** Absent without a key: then only staff can record payments. */
    payments?: Payments
    /** There whenever `payments` is a card provider. */
    merchantAccount?: MerchantAccount
    /** There whenever `payments` is our own people. */
    manualDesk?: ManualDesk
  }
}
