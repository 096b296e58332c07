import { type JsonObject, toNumber, toText } from "../core/json.ts"
import { blankIntent } from "./blank-intent.ts"
import { bookCapture } from "./charge-card.ts"
import { confirmIntent } from "./confirm-intent.ts"
import { changedFields } from "./customers.ts"
import { invalidRequest, missingParameter, unexpectedState } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import { findPaymentMethod } from "./payment-methods.ts"
import type { StripeStore } from "./store.ts"

const leastAmount = 50
const mostAmount = 99_999_999

/** `POST /v1/payment_intents`. @throws StripeRefusal, with `confirm` also for a declined card */
export function createPaymentIntent(store: StripeStore, params: JsonObject): JsonObject {
  const amount = checkAmount(params.amount)
  if (toText(params.currency) === "") throw missingParameter("currency")
  const customer = toText(params.customer) || null
  if (customer !== null) store.get("customer", customer, "customer")
  const wanted = toText(params.payment_method)
  const method = wanted === "" ? null : toText(findPaymentMethod(store, wanted, "payment_method").id)
  const intent = store.save(blankIntent(store, params, { amount, customer, method }))
  store.emit("payment_intent.created", intent)
  if (params.confirm !== "true") return intent
  return confirmIntent(store, intent, {
    isOffSession: params.off_session === "true",
    returnUrl: toText(params.return_url) || null,
  })
}

/** `POST /v1/payment_intents/:id`. */
export function updatePaymentIntent(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const intent = store.get("payment_intent", id)
  const amount = params.amount === undefined ? intent.amount : checkAmount(params.amount)
  if (intent.status === "succeeded" && amount !== intent.amount)
    throw stateError(intent, "update the amount of")
  const texts = ["description", "receipt_email", "setup_future_usage", "payment_method", "customer"].flatMap(
    (name) => (params[name] === undefined ? [] : [[name, toText(params[name]) || null]]),
  )
  const metadata = mergeMetadata(intent.metadata, params.metadata)
  return store.save({ ...intent, ...Object.fromEntries(texts), amount: amount ?? 0, metadata })
}

/** `POST /v1/payment_intents/:id/confirm`. */
export function confirmPaymentIntent(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const stored = store.get("payment_intent", id)
  const wanted = toText(params.payment_method)
  const method =
    wanted === ""
      ? (stored.payment_method ?? null)
      : toText(findPaymentMethod(store, wanted, "payment_method").id)
  const intent = { ...stored, payment_method: method }
  return confirmIntent(store, intent, {
    isOffSession: params.off_session === "true",
    returnUrl: toText(params.return_url) || null,
  })
}

/** `POST /v1/payment_intents/:id/cancel`. */
export function cancelPaymentIntent(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const intent = store.get("payment_intent", id)
  if (intent.status === "succeeded" || intent.status === "canceled") throw stateError(intent, "cancel")
  const canceled = store.save({
    ...intent,
    status: "canceled",
    amount_capturable: 0,
    canceled_at: store.ctx.clock.unix(),
    cancellation_reason: toText(params.cancellation_reason) || null,
    next_action: null,
  })
  store.emit("payment_intent.canceled", canceled)
  return canceled
}

/** `POST /v1/payment_intents/:id/capture`. */
export function capturePaymentIntent(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const intent = store.get("payment_intent", id)
  if (intent.status !== "requires_capture") throw stateError(intent, "capture")
  const capturable = toNumber(intent.amount_capturable) ?? 0
  const amount = toNumber(params.amount_to_capture) ?? capturable
  if (amount < 1 || amount > capturable) {
    throw unexpectedState("amount_too_large", `You can capture at most ${capturable}.`, {
      param: "amount_to_capture",
    })
  }
  const charge = store.get("charge", toText(intent.latest_charge))
  const entry = bookCapture(store, charge, amount)
  const captured = { captured: true, amount_captured: amount, balance_transaction: toText(entry.id) }
  store.emit("charge.captured", store.save({ ...charge, ...captured }))
  const done = store.save({ ...intent, status: "succeeded", amount_received: amount, amount_capturable: 0 })
  store.emit("payment_intent.succeeded", done, changedFields(intent, done))
  return done
}

/** The refusal of a step that the intent's status forbids. */
export function stateError(intent: JsonObject, step: string) {
  return unexpectedState(
    "payment_intent_unexpected_state",
    `You cannot ${step} this PaymentIntent because it has a status of ${intent.status}.`,
    { payment_intent: intent },
  )
}

function checkAmount(value: unknown): number {
  const amount = toNumber(value)
  if (amount === undefined && (value === undefined || value === "")) throw missingParameter("amount")
  if (amount === undefined || !Number.isInteger(amount)) {
    throw invalidRequest(`Invalid integer: ${value}`, { param: "amount", code: "parameter_invalid_integer" })
  }
  if (amount < leastAmount) {
    throw invalidRequest("Amount must be at least $0.50 usd", { param: "amount", code: "amount_too_small" })
  }
  if (amount > mostAmount) {
    throw invalidRequest("Amount must be no more than $999,999.99", {
      param: "amount",
      code: "amount_too_large",
    })
  }
  return amount
}
