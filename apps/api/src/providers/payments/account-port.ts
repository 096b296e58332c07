import type { Temporal } from "#platform/time.ts"

/** Money that came to our account at the provider or left it; a movement never changes. */
export interface Movement {
  id: string
  at: Temporal.Instant
  kind: "payment" | "refund" | "refund-failure" | "dispute" | "payout" | "payout-failure" | "other"
  /** The provider's id of the payment, refund, dispute or payout; null for what has none. */
  subjectId: string | null
  /** Above zero for what came, before the fee. */
  amountCents: number
  feeCents: number
  description: string
}

/** A payment that its payer takes back through their bank. */
export interface ProviderDispute {
  id: string
  paymentId: string | null
  amountCents: number
  currency: string
  /** The bank's word: `fraudulent`, `product_not_received` and the like. */
  reason: string
  /** A `warning` took no money yet; `closed` is a warning that came to nothing. */
  status: "warning" | "needs_response" | "under_review" | "won" | "lost" | "closed"
  /** Null when there is nothing to answer. */
  answerBy: Temporal.Instant | null
  /** What was taken for it and given back. */
  movements: Movement[]
}

/** What we have to say against a dispute; absent is what we do not know. */
export interface DisputeEvidence {
  customerName: string
  customerEmail: string | null
  /** From where the agreement was signed. */
  signedFromIp: string | null
  productDescription: string
  /** A date for people. */
  serviceDate: string
  cancellationTerms: string | null
  /** Everything else, in order. */
  statement: string
  /** The same as a PDF with all that our records hold; at most 5 MB. */
  paper: Buffer
}

/** Money on its way from the provider to our bank account. */
export interface ProviderPayout {
  id: string
  amountCents: number
  currency: string
  status: "on-its-way" | "paid" | "failed"
  arrivesAt: Temporal.Instant
}

/**
 * Our account at the card provider: what moved on it, what is disputed, what was paid out.
 * All throw AppError "payments-down" when the provider does not answer and "payment-refused" when it says no.
 */
export interface MerchantAccount {
  /** Movements in `[from, to)`, the oldest first. */
  listMovements(from: Temporal.Instant, to: Temporal.Instant): Promise<Movement[]>
  readDispute(id: string): Promise<ProviderDispute>
  /** Hands the evidence to the bank; it can be done once. */
  submitEvidence(disputeId: string, evidence: DisputeEvidence): Promise<ProviderDispute>
  /** Gives the money up for good. */
  concede(disputeId: string): Promise<ProviderDispute>
  readPayout(id: string): Promise<ProviderPayout>
}
