import type { FastifyInstance, FastifyReply } from "fastify"
import { type JsonObject, toNumber, toObject, toText } from "../core/json.ts"
import { sendPage } from "../pages/page.ts"
import { expireOverdueSessions } from "./checkout-sessions.ts"
import {
  challengeBody,
  checkoutBody,
  formatMoney,
  messageBody,
  objectsOf,
  type Problem,
} from "./checkout-view.ts"
import { answerChallenge } from "./confirm-intent.ts"
import { lineItemsOf } from "./expand.ts"
import { continueSession, type PayResult, paySession, successUrl, type TypedCard } from "./pay-session.ts"
import { answerSetupChallenge } from "./setup-intents.ts"
import type { StripeStore } from "./store.ts"

/** The pages that a customer's browser sees: checkout, the bank's challenge, the receipt. */
export async function checkoutPages(app: FastifyInstance, { store }: { store: StripeStore }): Promise<void> {
  app.get("/checkout/:id", async (request, reply) => {
    const session = findSession(store, request.params)
    const number = toText(toObject(request.query).card)
    const filled =
      number === "" ? {} : { number: number.replaceAll(/(.{4})(?=.)/g, "$1 "), expiry: "12/34", cvc: "123" }
    return showSession(store, reply, session, {
      ...typedFrom({}),
      email: toText(session?.customer_email),
      ...filled,
    })
  })
  app.post("/checkout/:id", async (request, reply) => {
    const session = findSession(store, request.params)
    if (!session) return showSession(store, reply, undefined, typedFrom({}))
    const typed = typedFrom(toObject(request.body))
    return follow(store, reply, toText(session.id), typed, paySession(store, toText(session.id), typed))
  })
  addChallengePages(app, store)
  addIntentPages(app, store)
  addReceipts(app, store)
}

function addChallengePages(app: FastifyInstance, store: StripeStore): void {
  app.get("/checkout/:id/challenge", async (request, reply) => {
    const session = findSession(store, request.params)
    if (session?.status !== "open") return showSession(store, reply, session, typedFrom({}))
    const amount = formatMoney(toNumber(session.amount_total) ?? 0, toText(session.currency))
    const body = challengeBody(
      `/checkout/${session.id}/challenge`,
      `${businessNameOf(store, session)} wants to take ${amount}.`,
    )
    return sendPage(reply, 200, { title: "Approve the payment", style: "checkout", body })
  })
  app.post("/checkout/:id/challenge", async (request, reply) => {
    const session = findSession(store, request.params)
    if (!session) return showSession(store, reply, undefined, typedFrom({}))
    const isApproved = toObject(request.body).answer === "approve"
    const typed = typedFrom({ email: session.customer_email ?? "" })
    return follow(
      store,
      reply,
      toText(session.id),
      typed,
      continueSession(store, toText(session.id), isApproved),
    )
  })
}

function addReceipts(app: FastifyInstance, store: StripeStore): void {
  app.get("/receipts/:id", async (request, reply) => {
    const charge = store.of("charge").get(toText(toObject(request.params).id))
    if (!charge) return sendMessage(reply, 404, "Unknown receipt", "There is no such charge in this sandbox.")
    const amount = formatMoney(toNumber(charge.amount) ?? 0, toText(charge.currency))
    const back = formatMoney(toNumber(charge.amount_refunded) ?? 0, toText(charge.currency))
    return sendMessage(
      reply,
      200,
      `Receipt: ${amount}`,
      `Charge ${charge.id}, status ${charge.status}, refunded ${back}.`,
    )
  })
}

function addIntentPages(app: FastifyInstance, store: StripeStore): void {
  app.get("/challenge/:id", async (request, reply) => {
    const id = toText(toObject(request.params).id)
    const intent = store.of("payment_intent").get(id) ?? store.of("setup_intent").get(id)
    if (!intent)
      return sendMessage(reply, 404, "Unknown payment", "There is no such payment in this sandbox.")
    const amount = toNumber(intent.amount)
    const what =
      amount === undefined
        ? "A card is to be saved."
        : `${formatMoney(amount, toText(intent.currency))} is to be taken.`
    return sendPage(reply, 200, {
      title: "Approve",
      style: "checkout",
      body: challengeBody(`/challenge/${id}`, what),
    })
  })
  app.post("/challenge/:id", async (request, reply) => {
    const id = toText(toObject(request.params).id)
    const before = store.of("payment_intent").get(id) ?? store.of("setup_intent").get(id)
    if (!before)
      return sendMessage(reply, 404, "Unknown payment", "There is no such payment in this sandbox.")
    const isApproved = toObject(request.body).answer === "approve"
    if (before.object === "setup_intent") answerSetupChallenge(store, id, isApproved)
    else answerChallenge(store, id, isApproved)
    const back = toText(toObject(toObject(before.next_action).redirect_to_url).return_url)
    return back === ""
      ? sendMessage(reply, 200, "Thank you", "You may close this page.")
      : reply.redirect(back, 303)
  })
}

function follow(store: StripeStore, reply: FastifyReply, id: string, typed: TypedCard, result: PayResult) {
  switch (result.state) {
    case "paid":
    case "challenge":
      return reply.redirect(result.url, 303)
    case "closed":
      return showSession(store, reply, store.of("checkout.session").get(id), typed)
    case "declined":
      return showSession(store, reply, store.of("checkout.session").get(id), typed, result)
    default:
      return result satisfies never
  }
}

function showSession(
  store: StripeStore,
  reply: FastifyReply,
  session: JsonObject | undefined,
  typed: TypedCard,
  problem?: Problem,
) {
  if (!session)
    return sendMessage(reply, 404, "Unknown checkout", "There is no such checkout in this sandbox.")
  if (session.status === "expired") {
    const back = session.cancel_url ? { url: toText(session.cancel_url), text: "Go back" } : undefined
    const text =
      "The time for this payment is over. Nothing was charged. Please start again where you came from."
    return sendMessage(reply, 410, "This checkout has expired", text, back)
  }
  if (session.status === "complete") {
    return sendMessage(reply, 200, "Already paid", "This payment is complete. You were charged once.", {
      url: successUrl(session),
      text: "Continue",
    })
  }
  const items = objectsOf(lineItemsOf(store, toText(session.id)))
  const businessName = businessNameOf(store, session)
  const body = checkoutBody({ session, items, businessName, typed, ...(problem ? { problem } : {}) })
  return sendPage(reply, problem ? 402 : 200, { title: `Pay ${businessName}`, style: "checkout", body })
}

function sendMessage(
  reply: FastifyReply,
  status: number,
  title: string,
  text: string,
  link?: { url: string; text: string },
) {
  return sendPage(reply, status, { title, style: "checkout", body: messageBody(title, text, link) })
}

function findSession(store: StripeStore, params: unknown): JsonObject | undefined {
  expireOverdueSessions(store)
  return store.of("checkout.session").get(toText(toObject(params).id))
}

function businessNameOf(store: StripeStore, session: JsonObject): string {
  const data = store.ctx.records.collection("stripe.intent_data").get(toText(session.id))
  return toText(data?.display_name) || "Checkout"
}

function typedFrom(form: JsonObject): TypedCard {
  const { number, expiry, cvc, email, name } = form
  return {
    number: toText(number),
    expiry: toText(expiry),
    cvc: toText(cvc),
    email: toText(email).trim(),
    name: toText(name).trim(),
  }
}
