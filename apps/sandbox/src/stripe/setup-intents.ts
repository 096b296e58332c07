import { type JsonObject, toText } from "../core/json.ts"
import { cardRefusal, declineOf } from "./cards.ts"
import { asksForProof } from "./charge-card.ts"
import { unexpectedState } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import { attachPaymentMethod, cardFileOf, findPaymentMethod, markAuthenticated } from "./payment-methods.ts"
import type { StripeStore } from "./store.ts"

/** `POST /v1/setup_intents`: saves a card without charging it. */
export function createSetupIntent(store: StripeStore, params: JsonObject): JsonObject {
  const customer = toText(params.customer) || null
  if (customer !== null) store.get("customer", customer, "customer")
  const wanted = toText(params.payment_method)
  const method = wanted === "" ? null : toText(findPaymentMethod(store, wanted, "payment_method").id)
  const intent = store.save(blankSetupIntent(store, params, customer, method))
  store.emit("setup_intent.created", intent)
  return params.confirm === "true" ? confirm(store, intent, toText(params.return_url) || null) : intent
}

/** `POST /v1/setup_intents/:id/confirm`. */
export function confirmSetupIntent(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const stored = store.get("setup_intent", id)
  const wanted = toText(params.payment_method)
  const method =
    wanted === ""
      ? (stored.payment_method ?? null)
      : toText(findPaymentMethod(store, wanted, "payment_method").id)
  return confirm(store, { ...stored, payment_method: method }, toText(params.return_url) || null)
}

/** `POST /v1/setup_intents/:id/cancel`. */
export function cancelSetupIntent(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const intent = store.get("setup_intent", id)
  if (intent.status === "succeeded" || intent.status === "canceled") throw stateError(intent, "cancel")
  const reason = toText(params.cancellation_reason) || null
  const canceled = store.save({
    ...intent,
    status: "canceled",
    cancellation_reason: reason,
    next_action: null,
  })
  store.emit("setup_intent.canceled", canceled)
  return canceled
}

/** Continues after the challenge page. */
export function answerSetupChallenge(store: StripeStore, id: string, isApproved: boolean): JsonObject {
  const intent = store.get("setup_intent", id)
  if (intent.status !== "requires_action") return intent
  if (isApproved) {
    markAuthenticated(store, toText(intent.payment_method))
    return succeed(store, intent)
  }
  const error = {
    type: "invalid_request_error",
    code: "setup_intent_authentication_failure",
    message: "Not approved.",
  }
  const failed = {
    status: "requires_payment_method",
    next_action: null,
    payment_method: null,
    last_setup_error: error,
  }
  const saved = store.save({ ...intent, ...failed })
  store.emit("setup_intent.setup_failed", saved)
  return saved
}

function confirm(store: StripeStore, intent: JsonObject, returnUrl: string | null): JsonObject {
  if (intent.status === "succeeded" || intent.status === "canceled") throw stateError(intent, "confirm")
  if (typeof intent.payment_method !== "string") throw stateError(intent, "confirm")
  const { behaviour, wasAuthenticated } = cardFileOf(store, intent.payment_method)
  const decline = declineOf(behaviour, false)
  if (decline) {
    store.emit("setup_intent.setup_failed", store.save({ ...intent, status: "requires_payment_method" }))
    throw cardRefusal(decline.code, decline.message, undefined, { decline_code: decline.declineCode })
  }
  if (!asksForProof(behaviour, wasAuthenticated)) return succeed(store, intent)
  const url = `${store.ctx.publicUrl()}/challenge/${intent.id}`
  const waiting = store.save({
    ...intent,
    status: "requires_action",
    next_action: { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } },
  })
  store.emit("setup_intent.requires_action", waiting)
  return waiting
}

function succeed(store: StripeStore, intent: JsonObject): JsonObject {
  if (typeof intent.customer === "string")
    attachPaymentMethod(store, toText(intent.payment_method), intent.customer)
  const done = store.save({ ...intent, status: "succeeded", next_action: null, last_setup_error: null })
  store.emit("setup_intent.succeeded", done)
  return done
}

function stateError(intent: JsonObject, step: string) {
  const message = `You cannot ${step} this SetupIntent because it has a status of ${intent.status}.`
  return unexpectedState("setup_intent_unexpected_state", message, { setup_intent: intent })
}

function blankSetupIntent(
  store: StripeStore,
  params: JsonObject,
  customer: string | null,
  method: string | null,
): JsonObject {
  const id = store.newId("setup_intent")
  return {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${store.ctx.ids.next("", 24)}`,
    created: store.ctx.clock.unix(),
    customer,
    customer_account: null,
    description: toText(params.description) || null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ["card"],
    single_use_mandate: null,
    status: method === null ? "requires_payment_method" : "requires_confirmation",
    usage: toText(params.usage) || "off_session",
  }
}
