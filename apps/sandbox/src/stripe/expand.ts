import { isObject, type Json, type JsonObject, toList, toText } from "../core/json.ts"
import { invalidRequest } from "./errors.ts"
import { type Kind, kinds, type StripeStore } from "./store.ts"

const referenced: Record<string, Kind> = {
  customer: "customer",
  payment_intent: "payment_intent",
  payment_method: "payment_method",
  default_payment_method: "payment_method",
  latest_charge: "charge",
  charge: "charge",
  balance_transaction: "balance_transaction",
  setup_intent: "setup_intent",
}

/** The object with the references named by `expand[]` replaced by what they name. @throws StripeRefusal */
export function expand(store: StripeStore, object: JsonObject, paths: Json | undefined): JsonObject {
  return toList(paths).reduce(
    (result: JsonObject, path) => expandPath(store, result, toText(path).split(".")),
    object,
  )
}

function expandPath(store: StripeStore, object: JsonObject, path: string[]): JsonObject {
  const [name = "", ...rest] = path
  const value = object[name]
  if (object.object === "list" && name === "data") {
    return {
      ...object,
      data: toList(value).map((entry) => (isObject(entry) ? expandPath(store, entry, rest) : entry)),
    }
  }
  const expanded = isObject(value) ? value : lookUp(store, object, name)
  if (!isObject(expanded) || rest.length === 0) return { ...object, [name]: expanded ?? null }
  return { ...object, [name]: expandPath(store, expanded, rest) }
}

function lookUp(store: StripeStore, object: JsonObject, name: string): Json | undefined {
  const hidden = hiddenLists[`${object.object}.${name}`]
  if (hidden) return hidden(store, object)
  const kind = name === "source" ? kindOfId(toText(object.source)) : referenced[name]
  if (!kind || !(name in object)) {
    throw invalidRequest(`This property cannot be expanded (${name}).`, { param: "expand" })
  }
  const id = object[name]
  return typeof id === "string" ? store.get(kind, id, "expand") : null
}

/** What a movement of money came from tells its kind only by how its id begins. */
function kindOfId(id: string): Kind | undefined {
  const [found] = Object.entries(kinds).find(([, beginning]) => id.startsWith(beginning)) ?? []
  return found as Kind | undefined // safe: a key of `kinds`
}

/** Lists that Stripe leaves out unless they are asked for. */
const hiddenLists: Record<string, (store: StripeStore, object: JsonObject) => JsonObject> = {
  "checkout.session.line_items": (store, session) => lineItemsOf(store, toText(session.id)),
  "charge.refunds": (store, charge) => ({
    object: "list",
    data: store
      .of("refund")
      .all()
      .filter((refund) => refund.charge === charge.id)
      .reverse(),
    has_more: false,
    url: `/v1/charges/${charge.id}/refunds`,
  }),
}

/** The line items of a checkout session as a list. */
export function lineItemsOf(store: StripeStore, sessionId: string): JsonObject {
  const stored = store.ctx.records.collection("stripe.line_items").get(sessionId)
  return {
    object: "list",
    data: toList(stored?.data),
    has_more: false,
    url: `/v1/checkout/sessions/${sessionId}/line_items`,
  }
}
