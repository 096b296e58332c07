import { isObject, type JsonObject, toText } from "../core/json.ts"
import { mergeMetadata } from "./metadata.ts"
import type { StripeStore } from "./store.ts"

const textFields = ["email", "name", "phone", "description"] as const

/** `POST /v1/customers`. */
export function createCustomer(store: StripeStore, params: JsonObject): JsonObject {
  const customer = store.save(applied(blankCustomer(store), params))
  store.emit("customer.created", customer)
  return customer
}

/** `POST /v1/customers/:id`. */
export function updateCustomer(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const before = store.get("customer", id)
  const customer = store.save(applied(before, params))
  store.emit("customer.updated", customer, changedFields(before, customer))
  return customer
}

/** `DELETE /v1/customers/:id`. */
export function deleteCustomer(store: StripeStore, id: string): JsonObject {
  const customer = store.get("customer", id)
  store.of("customer").remove(id)
  store.emit("customer.deleted", customer)
  return { id, object: "customer", deleted: true }
}

/** The old values of the fields that changed. */
export function changedFields(before: JsonObject, after: JsonObject): JsonObject {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  return Object.fromEntries(names.map((name) => [name, before[name] ?? null]))
}

function applied(customer: JsonObject, params: JsonObject): JsonObject {
  const texts = textFields.flatMap((name) =>
    params[name] === undefined ? [] : [[name, toText(params[name]) || null]],
  )
  const settings = isObject(params.invoice_settings) ? params.invoice_settings : {}
  return {
    ...customer,
    ...Object.fromEntries(texts),
    ...(isObject(params.address) ? { address: { ...blankAddress, ...params.address } } : {}),
    invoice_settings: {
      ...(isObject(customer.invoice_settings) ? customer.invoice_settings : {}),
      ...settings,
    },
    metadata: mergeMetadata(customer.metadata, params.metadata),
  }
}

const blankAddress = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}

function blankCustomer(store: StripeStore): JsonObject {
  return {
    id: store.newId("customer"),
    object: "customer",
    address: null,
    balance: 0,
    created: store.ctx.clock.unix(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: store.ctx.ids.next("", 8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  }
}
