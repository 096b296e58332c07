import { isObject, type JsonObject, toNumber, toObject, toText } from "../core/json.ts"
import { addBalanceTransaction } from "./balance.ts"
import { changedFields } from "./customers.ts"
import { invalidRequest, unexpectedState } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import type { StripeStore } from "./store.ts"

const disputeFee = 1500
const secondsToAnswer = 9 * 24 * 3600

/** The card holder takes the money back: a dispute over the whole charge. @throws StripeRefusal */
export function openDispute(store: StripeStore, chargeId: string, reason: string): JsonObject {
  const charge = store.get("charge", chargeId)
  if (charge.disputed === true)
    throw unexpectedState("charge_disputed", `Charge ${chargeId} is already disputed.`)
  const blank = blankDispute(store, charge, reason)
  const taken = addBalanceTransaction(store, {
    amount: -(toNumber(blank.amount) ?? 0),
    fee: disputeFee,
    currency: toText(charge.currency),
    type: "adjustment",
    category: "dispute",
    source: toText(blank.id),
    description: `Chargeback withdrawal for ${chargeId}`,
  })
  const dispute = store.save({ ...blank, balance_transactions: [taken] })
  store.save({ ...charge, disputed: true })
  store.emit("charge.dispute.created", dispute)
  store.emit("charge.dispute.funds_withdrawn", dispute)
  return dispute
}

/**
 * `POST /v1/disputes/:id`: evidence, sent in unless `submit` is false. As in Stripe's test mode, the words
 * `winning_evidence` and `losing_evidence` in `uncategorized_text` decide it at once.
 */
export function updateDispute(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const before = store.get("dispute", id)
  checkOpen(before)
  const given = isObject(params.evidence) ? params.evidence : {}
  for (const name of fileFields) checkFile(store, name, given[name])
  const isSubmitted = params.submit !== "false" && Object.keys(given).length > 0
  const details = toObject(before.evidence_details)
  const count = (toNumber(details.submission_count) ?? 0) + (isSubmitted ? 1 : 0)
  const dispute = store.save({
    ...before,
    evidence: { ...toObject(before.evidence), ...given },
    evidence_details: {
      ...details,
      has_evidence: Object.keys(given).length > 0,
      submission_count: count,
      ...(isSubmitted ? { submission_method: "manual" } : {}),
    },
    metadata: mergeMetadata(before.metadata, params.metadata),
    status: isSubmitted ? "under_review" : (before.status ?? null),
  })
  store.emit("charge.dispute.updated", dispute, changedFields(before, dispute))
  const outcome = isSubmitted ? outcomeOf(toText(toObject(dispute.evidence).uncategorized_text)) : undefined
  return outcome ? endDispute(store, id, outcome) : dispute
}

const fileFields = [
  "cancellation_policy",
  "customer_communication",
  "customer_signature",
  "receipt",
  "refund_policy",
  "service_documentation",
  "uncategorized_file",
]

function checkFile(store: StripeStore, name: string, id: unknown): void {
  if (id === undefined || id === "") return
  const file = store.get("file", toText(id), `evidence[${name}]`)
  if (file.purpose === "dispute_evidence") return
  throw invalidRequest(`The file ${file.id} must have the purpose dispute_evidence.`, {
    param: `evidence[${name}]`,
  })
}

function outcomeOf(evidence: string): "won" | "lost" | undefined {
  if (evidence.includes("winning_evidence")) return "won"
  return evidence.includes("losing_evidence") ? "lost" : undefined
}

/** Ends the dispute; when won, the money comes back. */
export function endDispute(store: StripeStore, id: string, outcome: "won" | "lost"): JsonObject {
  const before = store.get("dispute", id)
  checkOpen(before)
  const isWon = outcome === "won"
  const returned = isWon
    ? [
        addBalanceTransaction(store, {
          amount: toNumber(before.amount) ?? 0,
          fee: 0,
          currency: toText(before.currency),
          type: "adjustment",
          category: "dispute_reversal",
          source: id,
          description: `Chargeback reversal for ${before.charge}`,
        }),
      ]
    : []
  const earlier = Array.isArray(before.balance_transactions) ? before.balance_transactions : []
  const dispute = store.save({ ...before, status: outcome, balance_transactions: [...earlier, ...returned] })
  store.emit("charge.dispute.closed", dispute, { status: before.status ?? null })
  if (isWon) store.emit("charge.dispute.funds_reinstated", dispute)
  return dispute
}

function checkOpen(dispute: JsonObject): void {
  if (dispute.status === "won" || dispute.status === "lost") {
    throw unexpectedState("dispute_closed", `Dispute ${dispute.id} is already closed.`)
  }
}

const evidenceFields = `access_activity_log billing_address cancellation_policy cancellation_policy_disclosure
  cancellation_rebuttal customer_communication customer_email_address customer_name customer_purchase_ip
  customer_signature duplicate_charge_documentation duplicate_charge_explanation duplicate_charge_id
  product_description receipt refund_policy refund_policy_disclosure refund_refusal_explanation service_date
  service_documentation shipping_address shipping_carrier shipping_date shipping_documentation
  shipping_tracking_number uncategorized_file uncategorized_text`.split(/\s+/)

function blankDispute(store: StripeStore, charge: JsonObject, reason: string): JsonObject {
  const now = store.ctx.clock.unix()
  const card = toObject(toObject(charge.payment_method_details).card)
  return {
    id: store.newId("dispute"),
    object: "dispute",
    amount: (toNumber(charge.amount) ?? 0) - (toNumber(charge.amount_refunded) ?? 0),
    balance_transactions: [],
    charge: toText(charge.id),
    created: now,
    currency: toText(charge.currency),
    enhanced_eligibility_types: [],
    evidence: { ...Object.fromEntries(evidenceFields.map((name) => [name, null])), enhanced_evidence: {} },
    evidence_details: {
      due_by: now + secondsToAnswer,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent ?? null,
    payment_method_details: {
      card: {
        brand: card.brand ?? "visa",
        network: card.brand ?? "visa",
        case_type: "chargeback",
        network_reason_code: "10.4",
      },
      type: "card",
    },
    reason,
    status: "needs_response",
  }
}
