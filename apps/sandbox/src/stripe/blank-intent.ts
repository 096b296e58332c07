import { type JsonObject, toList, toObject, toText } from "../core/json.ts"
import { mergeMetadata } from "./metadata.ts"
import type { StripeStore } from "./store.ts"

/** What was checked of the parameters before. */
export type IntentBasis = { amount: number; customer: string | null; method: string | null }

/** A payment intent as it is before anything was tried. */
export function blankIntent(store: StripeStore, params: JsonObject, basis: IntentBasis): JsonObject {
  const id = store.newId("payment_intent")
  const types = toList(params.payment_method_types)
  const isAutomatic = types.length === 0
  return {
    ...unusedFields,
    id,
    object: "payment_intent",
    amount: basis.amount,
    automatic_payment_methods: isAutomatic ? { allow_redirects: "always", enabled: true } : null,
    capture_method: toText(params.capture_method) || "automatic_async",
    client_secret: `${id}_secret_${store.ctx.ids.next("", 24)}`,
    confirmation_method: toText(params.confirmation_method) || "automatic",
    created: store.ctx.clock.unix(),
    currency: toText(params.currency).toLowerCase(),
    customer: basis.customer,
    description: toText(params.description) || null,
    metadata: mergeMetadata({}, params.metadata),
    payment_method: basis.method,
    payment_method_options: { card: cardOptions(toObject(toObject(params.payment_method_options).card)) },
    payment_method_types: isAutomatic ? ["card"] : types,
    receipt_email: toText(params.receipt_email) || null,
    setup_future_usage: toText(params.setup_future_usage) || null,
    statement_descriptor: toText(params.statement_descriptor) || null,
    statement_descriptor_suffix: toText(params.statement_descriptor_suffix) || null,
    status: basis.method === null ? "requires_payment_method" : "requires_confirmation",
    transfer_group: toText(params.transfer_group) || null,
  }
}

function cardOptions(given: JsonObject): JsonObject {
  return {
    installments: null,
    mandate_options: null,
    network: null,
    request_three_d_secure: "automatic",
    ...given,
  }
}

const unusedFields: JsonObject = {
  allowed_payment_method_types: null,
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  canceled_at: null,
  cancellation_reason: null,
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  shipping: null,
  source: null,
  transfer_data: null,
}
