import { type JsonObject, toText } from "../core/json.ts"
import { cardRefusal } from "./cards.ts"
import { asksForProof, type ChargeResult, chargeCard, type Failure } from "./charge-card.ts"
import { invalidRequest, unexpectedState } from "./errors.ts"
import { attachPaymentMethod, cardFileOf, markAuthenticated } from "./payment-methods.ts"
import type { StripeStore } from "./store.ts"

type Confirmation = {
  /** Without the customer present. */
  isOffSession: boolean
  /** Where the challenge page sends the customer back to. */
  returnUrl: string | null
  /** Instead of the intent's own challenge page. */
  challengeUrl?: string
}

const confirmable = ["requires_payment_method", "requires_confirmation", "requires_action"]

/** Charges the intent's payment method, or asks the customer for proof first. @throws StripeRefusal when declined */
export function confirmIntent(store: StripeStore, intent: JsonObject, how: Confirmation): JsonObject {
  checkConfirmable(store, intent)
  const { behaviour, wasAuthenticated } = cardFileOf(store, toText(intent.payment_method))
  if (!how.isOffSession && asksForProof(behaviour, wasAuthenticated)) return askForProof(store, intent, how)
  return finish(store, intent, chargeCard(store, intent, how.isOffSession))
}

/** Continues after the challenge page: charged when the customer approved, else back to choosing a card. */
export function answerChallenge(store: StripeStore, intentId: string, isApproved: boolean): JsonObject {
  const intent = store.get("payment_intent", intentId)
  if (intent.status !== "requires_action") return intent
  const answered = { ...intent, next_action: null }
  if (!isApproved) {
    const message =
      "We are unable to authenticate your payment method. Please choose a different payment method and try again."
    return fail(store, answered, { code: "payment_intent_authentication_failure", declineCode: "", message })
  }
  markAuthenticated(store, toText(intent.payment_method))
  const result = chargeCard(store, answered, false)
  return result.failure
    ? fail(store, answered, result.failure, result.charge)
    : succeed(store, answered, result.charge)
}

function checkConfirmable(store: StripeStore, intent: JsonObject): void {
  if (!confirmable.includes(toText(intent.status))) {
    throw unexpectedState(
      "payment_intent_unexpected_state",
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
      { payment_intent: intent },
    )
  }
  if (typeof intent.payment_method !== "string") {
    throw unexpectedState(
      "payment_intent_unexpected_state",
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
      { payment_intent: intent },
    )
  }
  const method = store.get("payment_method", intent.payment_method, "payment_method")
  if (method.customer !== null && method.customer !== intent.customer) {
    throw invalidRequest(
      `The payment method ${method.id} belongs to a customer. Please include the customer in the \`customer\` parameter on the PaymentIntent.`,
      { param: "payment_method" },
    )
  }
}

function askForProof(store: StripeStore, intent: JsonObject, how: Confirmation): JsonObject {
  const url = how.challengeUrl ?? `${store.ctx.publicUrl()}/challenge/${intent.id}`
  const waiting = store.save({
    ...intent,
    status: "requires_action",
    next_action: { type: "redirect_to_url", redirect_to_url: { return_url: how.returnUrl, url } },
  })
  store.emit("payment_intent.requires_action", waiting)
  return waiting
}

function finish(store: StripeStore, intent: JsonObject, result: ChargeResult): JsonObject {
  if (!result.failure) return succeed(store, intent, result.charge)
  const failed = fail(store, intent, result.failure, result.charge)
  const { code, declineCode, message } = result.failure
  throw cardRefusal(code, message, undefined, {
    charge: toText(result.charge.id),
    decline_code: declineCode,
    payment_intent: failed,
    payment_method: store.get("payment_method", toText(intent.payment_method)),
  })
}

function succeed(store: StripeStore, intent: JsonObject, charge: JsonObject): JsonObject {
  const isCaptured = charge.captured === true
  const done = store.save({
    ...intent,
    status: isCaptured ? "succeeded" : "requires_capture",
    amount_received: isCaptured ? (intent.amount ?? 0) : 0,
    amount_capturable: isCaptured ? 0 : (intent.amount ?? 0),
    latest_charge: toText(charge.id),
    last_payment_error: null,
    next_action: null,
  })
  if (intent.setup_future_usage !== null && typeof intent.customer === "string") {
    attachPaymentMethod(store, toText(intent.payment_method), intent.customer)
  }
  store.emit(isCaptured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated", done)
  return done
}

function fail(store: StripeStore, intent: JsonObject, failure: Failure, charge?: JsonObject): JsonObject {
  const method = store.get("payment_method", toText(intent.payment_method))
  const failed = store.save({
    ...intent,
    status: "requires_payment_method",
    latest_charge: charge ? toText(charge.id) : (intent.latest_charge ?? null),
    next_action: null,
    payment_method: null,
    last_payment_error: {
      ...(charge ? { charge: toText(charge.id) } : {}),
      code: failure.code,
      ...(failure.declineCode === "" ? {} : { decline_code: failure.declineCode }),
      doc_url: `https://stripe.com/docs/error-codes/${failure.code.replaceAll("_", "-")}`,
      message: failure.message,
      payment_method: method,
      type: "card_error",
    },
  })
  store.emit("payment_intent.payment_failed", failed)
  return failed
}
