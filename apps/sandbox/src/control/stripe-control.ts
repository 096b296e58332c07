import type { FastifyInstance, FastifyReply } from "fastify"
import { toNumber, toObject, toText } from "../core/json.ts"
import { endDispute, openDispute } from "../stripe/disputes.ts"
import { StripeRefusal } from "../stripe/errors.ts"
import { continueSession, paySession } from "../stripe/pay-session.ts"
import { endRefund } from "../stripe/refunds.ts"
import type { StripeService } from "../stripe/start-stripe.ts"
import type { StripeStore } from "../stripe/store.ts"
import type { Webhooks } from "../stripe/webhooks.ts"

/** What happens at Stripe without our doing: a customer pays, a bank takes back, a delivery goes wrong. */
export async function stripeControl(
  app: FastifyInstance,
  { stripe }: { stripe: StripeService },
): Promise<void> {
  const { store, webhooks } = stripe
  app.setErrorHandler((error, _request, reply: FastifyReply) => {
    if (error instanceof StripeRefusal) return reply.code(error.status).send({ error: error.details })
    throw error
  })
  app.post("/checkout/:id/pay", async (request) => {
    const body = toObject(request.body)
    const id = toText(toObject(request.params).id)
    const session = store.get("checkout.session", id)
    const result = paySession(store, id, {
      number: toText(body.number, "4242424242424242"),
      expiry: toText(body.expiry, "12/34"),
      cvc: toText(body.cvc, "123"),
      email: toText(body.email) || toText(session.customer_email) || "customer@example.com",
      name: toText(body.name, "Sandbox Customer"),
    })
    if (result.state !== "challenge" || body.approve === undefined) return result
    return continueSession(store, id, body.approve === true)
  })
  addDisputes(app, store)
  app.post("/refunds/:id/end", async (request, reply) => {
    const { outcome, reason } = toObject(request.body)
    if (outcome !== "succeeded" && outcome !== "failed")
      return reply.code(400).send({ error: "outcome must be succeeded or failed" })
    return endRefund(store, toText(toObject(request.params).id), outcome, toText(reason, "unknown"))
  })
  addWebhooks(app, webhooks)
}

function addDisputes(app: FastifyInstance, store: StripeStore): void {
  app.post("/disputes", async (request) => {
    const { charge, payment_intent: intent, reason } = toObject(request.body)
    const id = toText(charge) || toText(store.get("payment_intent", toText(intent)).latest_charge)
    return openDispute(store, id, toText(reason, "fraudulent"))
  })
  app.post("/disputes/:id/end", async (request, reply) => {
    const { outcome } = toObject(request.body)
    if (outcome !== "won" && outcome !== "lost")
      return reply.code(400).send({ error: "outcome must be won or lost" })
    return endDispute(store, toText(toObject(request.params).id), outcome)
  })
}

function addWebhooks(app: FastifyInstance, webhooks: Webhooks): void {
  app.post("/events/:id/redeliver", async (request) => ({
    statuses: await webhooks.redeliver(toText(toObject(request.params).id)),
  }))
  app.get("/webhooks", async () => ({ ...webhooks.trouble, pending: webhooks.pending() }))
  app.post("/webhooks", async (request) => {
    const { drop, duplicate, hold } = toObject(request.body)
    if (drop !== undefined) webhooks.trouble.drop = toNumber(drop) ?? 0
    if (duplicate !== undefined) webhooks.trouble.duplicate = toNumber(duplicate) ?? 0
    if (hold === true) webhooks.trouble.isHolding = true
    if (hold === false) await webhooks.release()
    await webhooks.idle()
    return { ...webhooks.trouble, pending: webhooks.pending() }
  })
}
