import { type JsonObject, toNumber, toText } from "../core/json.ts"
import { addBalanceTransaction } from "./balance.ts"
import { changedFields } from "./customers.ts"
import { invalidRequest, missingParameter, unexpectedState } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import { cardFileOf } from "./payment-methods.ts"
import type { StripeStore } from "./store.ts"

const reasons = ["duplicate", "fraudulent", "requested_by_customer"]

/** `POST /v1/refunds`. @throws StripeRefusal above what is left of the charge, or on a disputed one */
export function createRefund(store: StripeStore, params: JsonObject): JsonObject {
  const charge = findCharge(store, params)
  const left = (toNumber(charge.amount_captured) ?? 0) - (toNumber(charge.amount_refunded) ?? 0)
  const amount = params.amount === undefined ? left : toNumber(params.amount)
  checkRefund(charge, amount, left, params.reason)
  const refund = store.save(blankRefund(store, charge, amount ?? 0, params))
  const refunded = (toNumber(charge.amount_refunded) ?? 0) + (amount ?? 0)
  const after = store.save({
    ...charge,
    amount_refunded: refunded,
    refunded: refunded === charge.amount_captured,
  })
  store.emit("refund.created", refund)
  store.emit("charge.refunded", after, changedFields(charge, after))
  return refund
}

/** `POST /v1/refunds/:id`: metadata only. */
export function updateRefund(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const before = store.get("refund", id)
  const refund = store.save({ ...before, metadata: mergeMetadata(before.metadata, params.metadata) })
  store.emit("refund.updated", refund, changedFields(before, refund))
  store.emit("charge.refund.updated", refund, changedFields(before, refund))
  return refund
}

/** A bank's late answer to a refund; money that it does not take is the charge's again. @throws StripeRefusal */
export function endRefund(
  store: StripeStore,
  id: string,
  outcome: "succeeded" | "failed",
  failureReason = "unknown",
): JsonObject {
  const before = store.get("refund", id)
  if (before.status === "failed") throw unexpectedState("refund_failed", `Refund ${id} has already failed.`)
  const { pending_reason: _, ...known } = before
  if (outcome === "succeeded") return announce(store, before, { ...known, status: outcome })
  const amount = toNumber(before.amount) ?? 0
  const charge = store.get("charge", toText(before.charge))
  const left = (toNumber(charge.amount_refunded) ?? 0) - amount
  store.save({ ...charge, amount_refunded: left, refunded: false })
  const entry = addBalanceTransaction(store, {
    amount,
    fee: 0,
    currency: toText(before.currency),
    type: "refund_failure",
    category: "refund_failure",
    source: id,
    description: "REFUND FAILED",
  })
  const failure = { failure_reason: failureReason, failure_balance_transaction: toText(entry.id) }
  const refund = announce(store, before, { ...known, ...failure, status: outcome })
  store.emit("refund.failed", refund)
  return refund
}

function announce(store: StripeStore, before: JsonObject, changed: JsonObject): JsonObject {
  const refund = store.save(changed)
  store.emit("refund.updated", refund, changedFields(before, refund))
  store.emit("charge.refund.updated", refund, changedFields(before, refund))
  return refund
}

/** Most refunds are taken at once; Stripe has a test number whose refund waits for the bank. */
function statusFor(store: StripeStore, charge: JsonObject): JsonObject {
  const { behaviour } = cardFileOf(store, toText(charge.payment_method))
  return behaviour === "refund_waits"
    ? { status: "pending", pending_reason: "processing" }
    : { status: "succeeded" }
}

function findCharge(store: StripeStore, params: JsonObject): JsonObject {
  if (typeof params.charge === "string") return store.get("charge", params.charge, "charge")
  if (typeof params.payment_intent !== "string") throw missingParameter("charge or payment_intent")
  const intent = store.get("payment_intent", params.payment_intent, "payment_intent")
  if (intent.status !== "succeeded" || typeof intent.latest_charge !== "string") {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: "payment_intent",
      code: "resource_missing",
    })
  }
  return store.get("charge", intent.latest_charge, "charge")
}

function checkRefund(charge: JsonObject, amount: number | undefined, left: number, reason: unknown): void {
  if (reason !== undefined && !reasons.includes(toText(reason))) {
    throw invalidRequest(`Invalid reason: must be one of ${reasons.join(", ")}`, { param: "reason" })
  }
  if (charge.status !== "succeeded")
    throw invalidRequest(`Charge ${charge.id} did not succeed.`, { param: "charge" })
  if (charge.disputed === true) {
    throw unexpectedState(
      "charge_disputed",
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
    )
  }
  if (left <= 0)
    throw unexpectedState("charge_already_refunded", `Charge ${charge.id} has already been refunded.`)
  if (amount === undefined || !Number.isInteger(amount) || amount < 1) {
    throw invalidRequest("Invalid positive integer", { param: "amount", code: "parameter_invalid_integer" })
  }
  if (amount > left) {
    const message = `Refund amount (${dollars(amount)}) is greater than unrefunded amount on charge (${dollars(left)})`
    throw invalidRequest(message, { param: "amount" })
  }
}

function blankRefund(store: StripeStore, charge: JsonObject, amount: number, params: JsonObject): JsonObject {
  const id = store.newId("refund")
  const entry = addBalanceTransaction(store, {
    amount: -amount,
    fee: 0,
    currency: toText(charge.currency),
    type: "refund",
    category: "refund",
    source: id,
    description: "REFUND FOR CHARGE",
  })
  const card = { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" }
  return {
    id,
    object: "refund",
    amount,
    balance_transaction: toText(entry.id),
    charge: toText(charge.id),
    created: store.ctx.clock.unix(),
    currency: toText(charge.currency),
    customer: charge.customer ?? null,
    customer_account: null,
    destination_details: { card, type: "card" },
    metadata: mergeMetadata({}, params.metadata),
    payment_intent: charge.payment_intent ?? null,
    payment_method: charge.payment_method ?? null,
    reason: toText(params.reason) || null,
    receipt_number: null,
    source_transfer_reversal: null,
    ...statusFor(store, charge),
    transfer_reversal: null,
  }
}

function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`
}
