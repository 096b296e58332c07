import { type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { invalidRequest, missingParameter } from "./errors.ts"
import type { StripeStore } from "./store.ts"

/** The line items of a new checkout session; all in one currency. @throws StripeRefusal naming the parameter */
export function readLineItems(store: StripeStore, given: unknown): JsonObject[] {
  const items = toList(given).map((entry, index) => readItem(store, toObject(entry), `line_items[${index}]`))
  if (items.length === 0) throw missingParameter("line_items")
  const currencies = new Set(items.map((item) => item.currency))
  if (currencies.size > 1) {
    throw invalidRequest("All line items must have the same currency.", { param: "line_items" })
  }
  return items
}

function readItem(store: StripeStore, item: JsonObject, param: string): JsonObject {
  const data = toObject(item.price_data)
  const product = toObject(data.product_data)
  if (item.price !== undefined) {
    throw invalidRequest(`No such price: '${item.price}'`, {
      param: `${param}[price]`,
      code: "resource_missing",
    })
  }
  const currency = toText(data.currency).toLowerCase()
  const name = toText(product.name)
  if (currency === "") throw missingParameter(`${param}[price_data][currency]`)
  if (name === "") throw missingParameter(`${param}[price_data][product_data][name]`)
  const unitAmount = toNumber(data.unit_amount)
  if (unitAmount === undefined || !Number.isInteger(unitAmount) || unitAmount < 0) {
    throw invalidRequest("Invalid non-negative integer", {
      param: `${param}[price_data][unit_amount]`,
      code: "parameter_invalid_integer",
    })
  }
  const quantity = toNumber(item.quantity) ?? 1
  const total = unitAmount * quantity
  return {
    id: store.ctx.ids.next("li_"),
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency,
    description: name,
    metadata: {},
    price: priceOf(store, currency, unitAmount, toText(product.description)),
    quantity,
  }
}

function priceOf(store: StripeStore, currency: string, unitAmount: number, nickname: string): JsonObject {
  return {
    id: store.ctx.ids.next("price_"),
    object: "price",
    active: false,
    billing_scheme: "per_unit",
    created: store.ctx.clock.unix(),
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: nickname === "" ? null : nickname,
    product: store.ctx.ids.next("prod_", 14),
    recurring: null,
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "one_time",
    unit_amount: unitAmount,
    unit_amount_decimal: String(unitAmount),
  }
}
