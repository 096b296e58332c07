import { type JsonObject, toNumber, toObject, toText } from "../core/json.ts"
import { addBalanceTransaction, cardFee } from "./balance.ts"
import { type CardBehaviour, declineOf } from "./cards.ts"
import { openDispute } from "./disputes.ts"
import { cardFileOf } from "./payment-methods.ts"
import type { StripeStore } from "./store.ts"

export type Failure = { code: string; declineCode: string; message: string }

export type ChargeResult = { charge: JsonObject; failure?: Failure }

/** Tries to take the intent's amount from its payment method and books the result. */
export function chargeCard(store: StripeStore, intent: JsonObject, isOffSession: boolean): ChargeResult {
  const { behaviour, wasAuthenticated } = cardFileOf(store, toText(intent.payment_method))
  const failure = failureOf(behaviour, isOffSession, wasAuthenticated)
  const isCaptured = failure === undefined && intent.capture_method !== "manual"
  const blank = blankCharge(store, intent, failure, isCaptured)
  const entry = isCaptured ? bookCapture(store, blank, toNumber(blank.amount) ?? 0) : undefined
  const charge = store.save({ ...blank, balance_transaction: entry ? toText(entry.id) : null })
  store.emit(failure ? "charge.failed" : "charge.succeeded", charge)
  if (!failure && behaviour === "is_disputed") openDispute(store, toText(charge.id), "fraudulent")
  return failure ? { charge, failure } : { charge }
}

/** Books the money that a charge brought in. */
export function bookCapture(store: StripeStore, charge: JsonObject, amount: number): JsonObject {
  return addBalanceTransaction(store, {
    amount,
    fee: cardFee(amount),
    currency: toText(charge.currency),
    type: "charge",
    category: "charge",
    source: toText(charge.id),
    description: toText(charge.description) || null,
  })
}

/** Whether the holder must prove themselves before this card may be charged. */
export function asksForProof(behaviour: CardBehaviour, wasAuthenticated: boolean): boolean {
  return behaviour === "asks_always" || (behaviour === "asks_once" && !wasAuthenticated)
}

function failureOf(
  behaviour: CardBehaviour,
  isOffSession: boolean,
  wasAuthenticated: boolean,
): Failure | undefined {
  if (isOffSession && asksForProof(behaviour, wasAuthenticated)) {
    const message = "Your card was declined. This transaction requires authentication."
    return { code: "authentication_required", declineCode: "authentication_required", message }
  }
  const decline = declineOf(behaviour, isOffSession)
  return (
    decline && {
      code: decline.code,
      declineCode: decline.declineCode ?? decline.code,
      message: decline.message,
    }
  )
}

function blankCharge(
  store: StripeStore,
  intent: JsonObject,
  failure: Failure | undefined,
  isCaptured: boolean,
): JsonObject {
  const amount = toNumber(intent.amount) ?? 0
  const method = store.get("payment_method", toText(intent.payment_method))
  const id = store.newId("charge")
  return {
    ...unusedFields,
    id,
    object: "charge",
    amount,
    amount_captured: isCaptured ? amount : 0,
    billing_details: { ...blankBilling, ...toObject(method.billing_details) },
    captured: isCaptured,
    created: store.ctx.clock.unix(),
    currency: toText(intent.currency),
    customer: intent.customer ?? null,
    description: intent.description ?? null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    metadata: toObject(intent.metadata),
    outcome: outcomeOf(failure),
    paid: failure === undefined,
    payment_intent: toText(intent.id),
    payment_method: toText(method.id),
    payment_method_details: { card: cardDetails(method, amount, failure), type: "card" },
    receipt_email: intent.receipt_email ?? null,
    receipt_url: failure ? null : `${store.ctx.publicUrl()}/receipts/${id}`,
    statement_descriptor_suffix: intent.statement_descriptor_suffix ?? null,
    status: failure ? "failed" : "succeeded",
  }
}

const blankBilling: JsonObject = { address: null, email: null, name: null, phone: null, tax_id: null }

const unusedFields: JsonObject = {
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  calculated_statement_descriptor: "SANDBOX",
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  radar_options: {},
  receipt_number: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  transfer_data: null,
  transfer_group: null,
}

function outcomeOf(failure: Failure | undefined): JsonObject {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: failure ? "declined_by_network" : "approved_by_network",
    reason: failure?.declineCode ?? null,
    risk_level: "normal",
    risk_score: 1,
    seller_message: failure
      ? "The bank did not return any further details with this decline."
      : "Payment complete.",
    type: failure ? "issuer_declined" : "authorized",
  }
}

function cardDetails(method: JsonObject, amount: number, failure: Failure | undefined): JsonObject {
  const card = toObject(method.card)
  return {
    amount_authorized: failure ? null : amount,
    authorization_code: failure ? null : "000000",
    brand: card.brand ?? null,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: failure?.code === "incorrect_cvc" ? "fail" : "pass",
    },
    country: card.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card.exp_month ?? 0,
    exp_year: card.exp_year ?? 0,
    fingerprint: card.fingerprint ?? null,
    funding: card.funding ?? null,
    installments: null,
    last4: card.last4 ?? null,
    mandate: null,
    network: card.brand ?? null,
    network_token: { used: false },
    network_transaction_id: null,
    regulated_status: "unregulated",
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  }
}
