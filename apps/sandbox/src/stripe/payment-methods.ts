import { isObject, type JsonObject, toNumber, toObject, toText } from "../core/json.ts"
import { type Card, type CardBehaviour, readCard, readyMethods } from "./cards.ts"
import { invalidRequest, missingParameter, noSuch, unexpectedState } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import type { StripeStore } from "./store.ts"

/** What the sandbox knows of a payment method beside the object that it shows. */
type CardFile = { behaviour: CardBehaviour; wasAuthenticated: boolean }

/** `POST /v1/payment_methods`, for cards. */
export function createPaymentMethod(store: StripeStore, params: JsonObject): JsonObject {
  if (params.type !== "card") throw invalidRequest("The sandbox takes cards only.", { param: "type" })
  const card = toObject(params.card)
  if (typeof card.token === "string")
    throw invalidRequest("The sandbox takes card numbers, no tokens.", { param: "card[token]" })
  const read = readCard(
    toText(card.number),
    toNumber(card.exp_month) ?? 0,
    toNumber(card.exp_year) ?? 0,
    toText(card.cvc, "123"),
    store.ctx.clock.now(),
  )
  return addCard(store, read, toObject(params.billing_details), params.metadata)
}

/** Stores a card as a payment method of nobody yet. */
export function addCard(store: StripeStore, card: Card, billing: JsonObject, metadata?: unknown): JsonObject {
  const method = store.save({
    id: store.newId("payment_method"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null, ...billing },
    card: cardObject(card),
    created: store.ctx.clock.unix(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: mergeMetadata({}, metadata),
    type: "card",
  })
  cardFiles(store).put(toText(method.id), { behaviour: card.behaviour, wasAuthenticated: false })
  return method
}

/** A payment method by id; one of Stripe's ready-made names makes a fresh one. @throws StripeRefusal */
export function findPaymentMethod(store: StripeStore, id: string, param?: string): JsonObject {
  const number = readyMethods[id]
  if (number === undefined) {
    const found = store.of("payment_method").get(id)
    if (!found) throw noSuch("PaymentMethod", id, param)
    return found
  }
  const year = store.ctx.clock.now().getUTCFullYear() + 1
  return addCard(store, readCard(number, 12, year, "123", store.ctx.clock.now()), {})
}

/** How the method's card behaves. */
export function cardFileOf(store: StripeStore, methodId: string): CardFile {
  const file = toObject(cardFiles(store).get(methodId))
  return {
    // safe: written by addCard from a CardBehaviour
    behaviour: (toText(file.behaviour) || "succeeds") as CardBehaviour,
    wasAuthenticated: file.wasAuthenticated === true,
  }
}

/** Remembers that the holder has proven themselves once with this card. */
export function markAuthenticated(store: StripeStore, methodId: string): void {
  cardFiles(store).put(methodId, { ...cardFileOf(store, methodId), wasAuthenticated: true })
}

/** Ties the method to a customer for later charges. @throws StripeRefusal when it is another's */
export function attachPaymentMethod(store: StripeStore, id: string, customerId: string): JsonObject {
  if (customerId === "") throw missingParameter("customer")
  const method = findPaymentMethod(store, id)
  store.get("customer", customerId, "customer")
  if (method.customer === customerId) return method
  if (method.customer !== null) {
    throw unexpectedState(
      "payment_method_unexpected_state",
      "The payment method is attached to another customer.",
    )
  }
  const attached = store.save({ ...method, customer: customerId })
  store.emit("payment_method.attached", attached)
  return attached
}

/** `POST /v1/payment_methods/:id/detach`. */
export function detachPaymentMethod(store: StripeStore, id: string): JsonObject {
  const method = findPaymentMethod(store, id)
  if (method.customer === null) {
    throw invalidRequest(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
    )
  }
  const detached = store.save({ ...method, customer: null })
  store.emit("payment_method.detached", detached, { customer: method.customer ?? null })
  return detached
}

/** `POST /v1/payment_methods/:id`. */
export function updatePaymentMethod(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const method = findPaymentMethod(store, id)
  const billing = isObject(params.billing_details) ? params.billing_details : {}
  const updated = store.save({
    ...method,
    billing_details: { ...toObject(method.billing_details), ...billing },
    metadata: mergeMetadata(method.metadata, params.metadata),
  })
  store.emit("payment_method.updated", updated)
  return updated
}

function cardFiles(store: StripeStore) {
  return store.ctx.records.collection("stripe.card_files")
}

function cardObject(card: Card): JsonObject {
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "US",
    display_brand: card.brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: `sandbox${card.brand}${card.last4}`,
    funding: "credit",
    generated_from: null,
    last4: card.last4,
    networks: { available: [card.brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}
