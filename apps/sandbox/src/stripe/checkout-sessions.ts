import { type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { invalidRequest, missingParameter } from "./errors.ts"
import { readLineItems } from "./line-items.ts"
import { mergeMetadata } from "./metadata.ts"
import type { StripeStore } from "./store.ts"

const halfHour = 30 * 60
const day = 24 * 3600

/** `POST /v1/checkout/sessions` in mode `payment`, hosted page. @throws StripeRefusal */
export function createCheckoutSession(store: StripeStore, params: JsonObject): JsonObject {
  if (params.mode === undefined) throw missingParameter("mode")
  if (params.mode !== "payment")
    throw invalidRequest("The sandbox offers mode payment only.", { param: "mode" })
  if (toText(params.success_url) === "") throw missingParameter("success_url")
  for (const name of ["success_url", "cancel_url"]) checkUrl(params, name)
  const items = readLineItems(store, params.line_items)
  const total = items.reduce((sum, item) => sum + (toNumber(item.amount_total) ?? 0), 0)
  if (total < 50) {
    throw invalidRequest("The Checkout Session's total amount due must add up to at least $0.50 usd", {
      code: "amount_too_small",
    })
  }
  if (typeof params.customer === "string") store.get("customer", params.customer, "customer")
  if (params.customer !== undefined && params.customer_email !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: customer, customer_email.")
  }
  const session = blankSession(store, params, toText(items[0]?.currency), total)
  store.ctx.records.collection("stripe.line_items").put(toText(session.id), { data: items })
  const intentData = toObject(params.payment_intent_data)
  store.ctx.records.collection("stripe.intent_data").put(toText(session.id), {
    ...intentData,
    metadata: mergeMetadata({}, intentData.metadata),
    display_name: toText(toObject(params.branding_settings).display_name),
  })
  return store.save(session)
}

/** `POST /v1/checkout/sessions/:id`: metadata only. */
export function updateCheckoutSession(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const session = store.get("checkout.session", id)
  return store.save({ ...session, metadata: mergeMetadata(session.metadata, params.metadata) })
}

/** `POST /v1/checkout/sessions/:id/expire`. @throws StripeRefusal when it is not open any more */
export function expireCheckoutSession(store: StripeStore, id: string): JsonObject {
  const session = store.get("checkout.session", id)
  if (session.status !== "open") {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
    )
  }
  return expire(store, session)
}

/** Ends the open sessions whose time is over. */
export function expireOverdueSessions(store: StripeStore): void {
  const now = store.ctx.clock.unix()
  for (const session of store.of("checkout.session").all()) {
    if (session.status === "open" && (toNumber(session.expires_at) ?? 0) <= now) expire(store, session)
  }
}

function expire(store: StripeStore, session: JsonObject): JsonObject {
  const expired = store.save({ ...session, status: "expired", url: null })
  store.emit("checkout.session.expired", expired)
  return expired
}

function checkUrl(params: JsonObject, name: string): void {
  const url = toText(params[name])
  if (url !== "" && !URL.canParse(url.replaceAll(/[{}]/g, ""))) {
    throw invalidRequest("Not a valid URL", { param: name, code: "url_invalid" })
  }
}

function expiryOf(store: StripeStore, given: unknown): number {
  const now = store.ctx.clock.unix()
  if (given === undefined) return now + day
  const expiry = toNumber(given) ?? 0
  // A second of grace: the caller counted from its own clock before the request travelled.
  if (expiry < now + halfHour - 1 || expiry > now + day + 1) {
    throw invalidRequest("The `expires_at` timestamp must be between 30 minutes and 24 hours from now.", {
      param: "expires_at",
    })
  }
  return expiry
}

function blankSession(store: StripeStore, params: JsonObject, currency: string, total: number): JsonObject {
  const id = store.newId("checkout.session")
  const customer = toText(params.customer) || null
  const email = toText(params.customer_email) || null
  const types = toList(params.payment_method_types)
  return {
    ...unusedFields,
    id,
    object: "checkout.session",
    amount_subtotal: total,
    amount_total: total,
    ...brandingOf(params),
    cancel_url: toText(params.cancel_url) || null,
    client_reference_id: toText(params.client_reference_id) || null,
    created: store.ctx.clock.unix(),
    currency,
    customer,
    customer_creation: customer ? null : toText(params.customer_creation) || "if_required",
    customer_details: email ? { ...blankDetails, email } : null,
    customer_email: email,
    expires_at: expiryOf(store, params.expires_at),
    locale: toText(params.locale) || null,
    metadata: mergeMetadata({}, params.metadata),
    mode: "payment",
    payment_method_types: types.length > 0 ? types : ["card"],
    payment_status: "unpaid",
    status: "open",
    submit_type: toText(params.submit_type) || null,
    success_url: toText(params.success_url),
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url: `${store.ctx.publicUrl()}/checkout/${id}`,
  }
}

function brandingOf(params: JsonObject): JsonObject {
  const given = toObject(params.branding_settings)
  if (toText(given.display_name) === "") return {}
  const looks = {
    background_color: "#ffffff",
    border_style: "rounded",
    button_color: "#2b2825",
    font_family: "default",
  }
  return { branding_settings: { ...looks, icon: null, logo: null, ...given } }
}

/** What a customer is known by before they type anything. */
export const blankDetails: JsonObject = {
  address: null,
  business_name: null,
  email: null,
  individual_name: null,
  name: null,
  phone: null,
  tax_exempt: "none",
  tax_ids: null,
}

const unusedFields: JsonObject = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: { business_name: null, individual_name: null, shipping_details: null },
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: "if_required",
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: "automatic" } },
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  subscription: null,
  ui_mode: "hosted_page",
  wallet_options: null,
}
