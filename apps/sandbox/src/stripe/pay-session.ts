import { type JsonObject, toNumber, toObject, toText } from "../core/json.ts"
import { type Card, readCard } from "./cards.ts"
import { blankDetails, expireOverdueSessions } from "./checkout-sessions.ts"
import { answerChallenge, confirmIntent } from "./confirm-intent.ts"
import { createCustomer } from "./customers.ts"
import { StripeRefusal } from "./errors.ts"
import { createPaymentIntent } from "./payment-intents.ts"
import { addCard } from "./payment-methods.ts"
import type { StripeStore } from "./store.ts"

export type TypedCard = { number: string; expiry: string; cvc: string; email: string; name: string }

export type PayResult =
  | { state: "paid"; url: string }
  | { state: "challenge"; url: string }
  | { state: "declined"; message: string; field: string }
  | { state: "closed" }

/** A customer pays a session on the hosted page. */
export function paySession(store: StripeStore, sessionId: string, typed: TypedCard): PayResult {
  expireOverdueSessions(store)
  const session = store.get("checkout.session", sessionId)
  if (session.status === "complete") return { state: "paid", url: successUrl(session) }
  if (session.status !== "open") return { state: "closed" }
  try {
    const card = readTypedCard(store, typed)
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email)) {
      return { state: "declined", message: "Please enter your e-mail address.", field: "email" }
    }
    return charge(store, session, card, typed)
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error
    return { state: "declined", message: error.message, field: toText(error.details.param, "number") }
  }
}

/** The customer comes back from the challenge page of a session. */
export function continueSession(store: StripeStore, sessionId: string, isApproved: boolean): PayResult {
  expireOverdueSessions(store)
  const session = store.get("checkout.session", sessionId)
  if (session.status === "complete") return { state: "paid", url: successUrl(session) }
  if (session.status !== "open") return { state: "closed" }
  const intent = answerChallenge(store, pendingIntentOf(store, sessionId), isApproved)
  if (intent.status === "succeeded" || intent.status === "requires_capture") {
    return { state: "paid", url: successUrl(completeSession(store, session, intent)) }
  }
  return { state: "declined", message: toText(toObject(intent.last_payment_error).message), field: "number" }
}

/** Where a paid session sends the customer. */
export function successUrl(session: JsonObject): string {
  return toText(session.success_url).replaceAll("{CHECKOUT_SESSION_ID}", toText(session.id))
}

function charge(store: StripeStore, session: JsonObject, card: Card, typed: TypedCard): PayResult {
  const id = toText(session.id)
  const method = addCard(store, card, { email: typed.email, name: typed.name || null })
  const intent = { ...intentOf(store, session, typed), payment_method: toText(method.id) }
  const after = confirmIntent(store, intent, {
    isOffSession: false,
    returnUrl: null,
    challengeUrl: `${store.ctx.publicUrl()}/checkout/${id}/challenge`,
  })
  if (after.status === "requires_action") {
    return { state: "challenge", url: `${store.ctx.publicUrl()}/checkout/${id}/challenge` }
  }
  return { state: "paid", url: successUrl(completeSession(store, session, after)) }
}

/** One intent serves all attempts of a session, as with Stripe. */
function intentOf(store: StripeStore, session: JsonObject, typed: TypedCard): JsonObject {
  const pending = pendingIntentOf(store, toText(session.id))
  const existing = pending === "" ? undefined : store.of("payment_intent").get(pending)
  if (existing) return existing
  const { display_name: _, ...data } = toObject(
    store.ctx.records.collection("stripe.intent_data").get(toText(session.id)),
  )
  const created = createPaymentIntent(store, {
    ...data,
    amount: toNumber(session.amount_total) ?? 0,
    currency: toText(session.currency),
    payment_method_types: ["card"],
    ...(customerOf(store, session, data, typed) ?? {}),
  })
  store.ctx.records
    .collection("stripe.pending_intents")
    .put(toText(session.id), { intent: toText(created.id) })
  return created
}

function pendingIntentOf(store: StripeStore, sessionId: string): string {
  return toText(store.ctx.records.collection("stripe.pending_intents").get(sessionId)?.intent)
}

function customerOf(
  store: StripeStore,
  session: JsonObject,
  data: JsonObject,
  typed: TypedCard,
): JsonObject | undefined {
  if (typeof session.customer === "string") return { customer: session.customer }
  const isNeeded = session.customer_creation === "always" || data.setup_future_usage !== undefined
  if (!isNeeded) return undefined
  return { customer: toText(createCustomer(store, { email: typed.email, name: typed.name }).id) }
}

function completeSession(store: StripeStore, session: JsonObject, intent: JsonObject): JsonObject {
  const billing = toObject(toObject(store.of("charge").get(toText(intent.latest_charge))).billing_details)
  const complete = store.save({
    ...session,
    customer: intent.customer ?? null,
    customer_details: { ...blankDetails, email: billing.email ?? null, name: billing.name ?? null },
    payment_intent: toText(intent.id),
    payment_status: intent.status === "succeeded" ? "paid" : "unpaid",
    status: "complete",
    url: null,
  })
  store.emit("checkout.session.completed", complete)
  return complete
}

function readTypedCard(store: StripeStore, typed: TypedCard): Card {
  const [month = "", year = ""] = typed.expiry.split(/[/\s-]+/).filter((part) => part !== "")
  return readCard(typed.number, Number(month), Number(year), typed.cvc.trim(), store.ctx.clock.now())
}
