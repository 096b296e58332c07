import { type JsonObject, toText } from "../core/json.ts"
import { readBalance, settleBalance } from "./balance.ts"
import {
  createCheckoutSession,
  expireCheckoutSession,
  expireOverdueSessions,
  updateCheckoutSession,
} from "./checkout-sessions.ts"
import { createCustomer, deleteCustomer, updateCustomer } from "./customers.ts"
import { endDispute, updateDispute } from "./disputes.ts"
import { lineItemsOf } from "./expand.ts"
import { createFile } from "./files.ts"
import { pageOf } from "./list.ts"
import {
  cancelPaymentIntent,
  capturePaymentIntent,
  confirmPaymentIntent,
  createPaymentIntent,
  updatePaymentIntent,
} from "./payment-intents.ts"
import {
  attachPaymentMethod,
  createPaymentMethod,
  detachPaymentMethod,
  findPaymentMethod,
  updatePaymentMethod,
} from "./payment-methods.ts"
import { createPayout } from "./payouts.ts"
import { createRefund, updateRefund } from "./refunds.ts"
import { cancelSetupIntent, confirmSetupIntent, createSetupIntent } from "./setup-intents.ts"
import type { Kind, StripeStore } from "./store.ts"
import { createWebhookEndpoint, deleteWebhookEndpoint, updateWebhookEndpoint } from "./webhook-endpoints.ts"

/** A request in Stripe's terms: path parameters, and the query or form decoded, without `expand`. */
export type StripeRequest = { params: JsonObject; query: JsonObject; path: string }

type Handler = (store: StripeStore, request: StripeRequest) => JsonObject

const id = (request: StripeRequest) => toText(request.params.id)

const create =
  (verb: (store: StripeStore, params: JsonObject) => JsonObject): Handler =>
  (store, request) =>
    verb(store, request.query)

const change =
  (verb: (store: StripeStore, id: string, params: JsonObject) => JsonObject): Handler =>
  (store, request) =>
    verb(store, id(request), request.query)

const list =
  (kind: Kind): Handler =>
  (store, request) =>
    pageOf(store.of(kind).all(), request.query, request.path.replace(/^\/stripe/, ""))

const read =
  (kind: Kind): Handler =>
  (store, request) =>
    store.get(kind, id(request))

const fresh =
  (update: (store: StripeStore) => void, handler: Handler): Handler =>
  (store, request) => {
    update(store)
    return handler(store, request)
  }

const methodsOfCustomer: Handler = (store, request) => {
  const customer = id(request)
  store.get("customer", customer)
  return pageOf(
    store.of("payment_method").all(),
    { ...request.query, customer },
    `/v1/customers/${customer}/payment_methods`,
  )
}

/** Every route that the sandbox serves of Stripe's, by method and path below `/v1`. */
export const endpoints: Record<string, Handler> = {
  "POST /customers": create(createCustomer),
  "GET /customers": list("customer"),
  "GET /customers/:id": read("customer"),
  "POST /customers/:id": change(updateCustomer),
  "DELETE /customers/:id": change(deleteCustomer),
  "GET /customers/:id/payment_methods": methodsOfCustomer,
  "POST /checkout/sessions": create(createCheckoutSession),
  "GET /checkout/sessions": fresh(expireOverdueSessions, list("checkout.session")),
  "GET /checkout/sessions/:id": fresh(expireOverdueSessions, read("checkout.session")),
  "POST /checkout/sessions/:id": change(updateCheckoutSession),
  "POST /checkout/sessions/:id/expire": fresh(expireOverdueSessions, change(expireCheckoutSession)),
  "GET /checkout/sessions/:id/line_items": (store, request) => lineItemsOf(store, id(request)),
  "POST /payment_intents": create(createPaymentIntent),
  "GET /payment_intents": list("payment_intent"),
  "GET /payment_intents/:id": read("payment_intent"),
  "POST /payment_intents/:id": change(updatePaymentIntent),
  "POST /payment_intents/:id/confirm": change(confirmPaymentIntent),
  "POST /payment_intents/:id/cancel": change(cancelPaymentIntent),
  "POST /payment_intents/:id/capture": change(capturePaymentIntent),
  "POST /setup_intents": create(createSetupIntent),
  "GET /setup_intents": list("setup_intent"),
  "GET /setup_intents/:id": read("setup_intent"),
  "POST /setup_intents/:id/confirm": change(confirmSetupIntent),
  "POST /setup_intents/:id/cancel": change(cancelSetupIntent),
  "POST /payment_methods": create(createPaymentMethod),
  "GET /payment_methods": list("payment_method"),
  "GET /payment_methods/:id": (store, request) => findPaymentMethod(store, id(request)),
  "POST /payment_methods/:id": change(updatePaymentMethod),
  "POST /payment_methods/:id/attach": (store, request) =>
    attachPaymentMethod(store, id(request), toText(request.query.customer)),
  "POST /payment_methods/:id/detach": change(detachPaymentMethod),
  "GET /charges": list("charge"),
  "GET /charges/:id": read("charge"),
  "POST /refunds": create(createRefund),
  "GET /refunds": list("refund"),
  "GET /refunds/:id": read("refund"),
  "POST /refunds/:id": change(updateRefund),
  "GET /disputes": list("dispute"),
  "GET /disputes/:id": read("dispute"),
  "POST /disputes/:id": change(updateDispute),
  "POST /disputes/:id/close": (store, request) => endDispute(store, id(request), "lost"),
  "POST /files": create(createFile),
  "GET /files/:id": read("file"),
  "GET /balance": (store) => readBalance(store),
  "GET /balance_transactions": fresh(settleBalance, list("balance_transaction")),
  "GET /balance_transactions/:id": fresh(settleBalance, read("balance_transaction")),
  "POST /payouts": create(createPayout),
  "GET /payouts": list("payout"),
  "GET /payouts/:id": read("payout"),
  "GET /events": list("event"),
  "GET /events/:id": read("event"),
  "POST /webhook_endpoints": (store, request) => createWebhookEndpoint(store, request.query),
  "GET /webhook_endpoints": list("webhook_endpoint"),
  "GET /webhook_endpoints/:id": read("webhook_endpoint"),
  "POST /webhook_endpoints/:id": change(updateWebhookEndpoint),
  "DELETE /webhook_endpoints/:id": change(deleteWebhookEndpoint),
}
