import type Stripe from "stripe"
import type { Config } from "#app/config.ts"
import { Temporal } from "#platform/time.ts"
import type {
  DisputeEvidence,
  MerchantAccount,
  Movement,
  ProviderDispute,
  ProviderPayout,
} from "#providers/payments/account-port.ts"
import { answered, connectToStripe, seconds } from "#providers/payments/stripe-connection.ts"
import { idOf } from "#providers/payments/stripe-objects.ts"

// More than a business of this kind moves in days, and the most that the library gathers.
const MOVEMENT_LIMIT = 10_000

/** @returns our account at Stripe, or undefined when either of its two keys is missing. */
export function createStripeAccount(config: Config): MerchantAccount | undefined {
  const stripe = connectToStripe(config)
  return stripe ? stripeAccount(stripe) : undefined
}

function stripeAccount(stripe: Stripe): MerchantAccount {
  return {
    listMovements: (from, to) => listMovements(stripe, from, to),
    readDispute: (id) => answered(() => stripe.disputes.retrieve(id)).then(toDispute),
    submitEvidence: (id, evidence) => submitEvidence(stripe, id, evidence),
    concede: (id) => answered(() => stripe.disputes.close(id)).then(toDispute),
    readPayout: (id) => answered(() => stripe.payouts.retrieve(id)).then(toPayout),
  }
}

async function submitEvidence(
  stripe: Stripe,
  id: string,
  evidence: DisputeEvidence,
): Promise<ProviderDispute> {
  const file = { data: evidence.paper, name: "evidence.pdf", type: "application/pdf" }
  const upload = await answered(() => stripe.files.create({ purpose: "dispute_evidence", file }))
  const parameters = { ...evidenceParameters(evidence), uncategorized_file: upload.id }
  return answered(() => stripe.disputes.update(id, { evidence: parameters, submit: true })).then(toDispute)
}

async function listMovements(
  stripe: Stripe,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Movement[]> {
  const entries = await answered(() =>
    stripe.balanceTransactions
      .list({ created: { gte: seconds(from), lt: seconds(to) }, limit: 100, expand: ["data.source"] })
      .autoPagingToArray({ limit: MOVEMENT_LIMIT }),
  )
  return entries.map(toMovement).reverse()
}

function toMovement(entry: Stripe.BalanceTransaction): Movement {
  return {
    id: entry.id,
    at: instantOf(entry.created),
    kind: movementKind(entry),
    subjectId: subjectOf(entry.source),
    amountCents: entry.amount,
    feeCents: entry.fee,
    description: entry.description ?? entry.type.replaceAll("_", " "),
  }
}

function movementKind(entry: Stripe.BalanceTransaction): Movement["kind"] {
  switch (entry.reporting_category) {
    case "charge":
      return "payment"
    case "refund":
      return "refund"
    case "refund_failure":
      return "refund-failure"
    case "dispute":
    case "dispute_reversal":
      return "dispute"
    case "payout":
      return "payout"
    case "payout_reversal":
      return "payout-failure"
    default:
      return "other"
  }
}

/** A charge is known to us by the payment that it belongs to. */
function subjectOf(source: Stripe.BalanceTransaction["source"]): string | null {
  if (source && typeof source === "object" && source.object === "charge")
    return idOf(source.payment_intent) ?? source.id
  return idOf(source)
}

function toDispute(dispute: Stripe.Dispute): ProviderDispute {
  const { due_by } = dispute.evidence_details
  return {
    id: dispute.id,
    paymentId: idOf(dispute.payment_intent),
    amountCents: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    reason: dispute.reason,
    status: disputeStatus(dispute.status),
    answerBy: due_by ? instantOf(due_by) : null,
    movements: dispute.balance_transactions.map((entry) => ({
      ...toMovement(entry),
      kind: "dispute",
      subjectId: dispute.id,
    })),
  }
}

function disputeStatus(status: Stripe.Dispute.Status): ProviderDispute["status"] {
  switch (status) {
    case "won":
      return "won"
    case "lost":
      return "lost"
    case "warning_needs_response":
    case "warning_under_review":
      return "warning"
    case "warning_closed":
    case "prevented":
      return "closed"
    case "under_review":
    case "appeal_under_review":
      return "under_review"
    default:
      return "needs_response"
  }
}

function evidenceParameters(evidence: DisputeEvidence): Stripe.DisputeUpdateParams.Evidence {
  return {
    customer_name: evidence.customerName,
    product_description: evidence.productDescription,
    service_date: evidence.serviceDate,
    uncategorized_text: evidence.statement,
    ...(evidence.customerEmail ? { customer_email_address: evidence.customerEmail } : {}),
    ...(evidence.signedFromIp ? { customer_purchase_ip: evidence.signedFromIp } : {}),
    ...(evidence.cancellationTerms ? { cancellation_policy_disclosure: evidence.cancellationTerms } : {}),
  }
}

function toPayout(payout: Stripe.Payout): ProviderPayout {
  const isFailed = payout.status === "failed" || payout.status === "canceled"
  return {
    id: payout.id,
    amountCents: payout.amount,
    currency: payout.currency.toUpperCase(),
    status: isFailed ? "failed" : payout.status === "paid" ? "paid" : "on-its-way",
    arrivesAt: instantOf(payout.arrival_date),
  }
}

function instantOf(secondsSince1970: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(secondsSince1970 * 1000)
}
