import Stripe from "stripe"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type JsonObject, parseJson, toList, toObject, toText } from "../core/json.ts"
import { hasSpecs, openSpec, type Spec, schemaPointer } from "../testing/read-specs.ts"
import { type Exchange, type Recorder, recordTraffic } from "../testing/record-traffic.ts"
import { type StripeBench, startStripeBench } from "../testing/start-stripe-client.ts"
import { decodeForm } from "./decode-form.ts"

const specFile = "stripe/stripe-v1-2026-10-28.endive.derived.openapi.json.gz"

const schemaOf: Record<string, string> = {
  customer: "Customer",
  payment_method: "PaymentMethod",
  payment_intent: "PaymentIntent",
  setup_intent: "SetupIntent",
  charge: "Charge",
  refund: "Refund",
  dispute: "Dispute",
  file: "File",
  balance: "Balance",
  balance_transaction: "BalanceTransaction",
  payout: "Payout",
  event: "Event",
  webhook_endpoint: "WebhookEndpoint",
  "checkout.session": "Checkout.Session",
  item: "LineItem",
}

describe.skipIf(!hasSpecs)("Stripe's published types", () => {
  let bench: StripeBench
  let replies: Spec
  let requests: Spec
  let recorder: Recorder

  beforeAll(async () => {
    bench = await startStripeBench()
    replies = openSpec(specFile)
    requests = openSpec(specFile, { coerce: true })
    recorder = recordTraffic()
    const stripe = new Stripe("sk_test_x", {
      host: "127.0.0.1",
      port: Number(new URL(bench.sandbox.url).port),
      protocol: "http",
      maxNetworkRetries: 0,
      httpClient: Stripe.createFetchHttpClient(recorder.fetch),
    })
    await exercise(stripe)
    await bench.sandbox.stripe.webhooks.idle()
  }, 60_000)
  afterAll(() => bench.close())

  test("hold for every request that the SDK sends", () => {
    // The published types say nothing about the form of an upload.
    const sent = recorder.exchanges.filter(({ method, path }) => method === "POST" && path !== "/v1/files")
    expect(sent.length).toBeGreaterThan(20)
    for (const exchange of sent) {
      const form = decodeForm(Object.fromEntries(new URLSearchParams(exchange.request)))
      const pointer = requestPointer(requests, exchange)
      expect([exchange.path, requests.check(pointer, form)]).toEqual([exchange.path, []])
    }
  })

  test("hold for every object in a reply", () => {
    const seen = new Set<string>()
    for (const exchange of recorder.exchanges) {
      const body = toObject(parseJson(exchange.reply))
      for (const object of body.object === "list" ? toList(body.data).map(toObject) : [body]) {
        const name = schemaFor(object)
        if (name === undefined || object.deleted === true) continue
        seen.add(name)
        expect([object.object, replies.check(schemaPointer(name), object)]).toEqual([object.object, []])
      }
    }
    expect([...seen].sort()).toEqual([...Object.values(schemaOf), "EventBase"].sort())
  }, 30_000)

  test("hold for every event that is delivered", () => {
    expect(bench.received.length).toBeGreaterThan(20)
    for (const { event } of bench.received) {
      expect([event.type, replies.check(schemaPointer("EventBase"), event)]).toEqual([event.type, []])
      const object = toObject(parseJson(JSON.stringify(event.data.object)))
      expect([event.type, replies.check(schemaPointer(schemaOf[toText(object.object)]!), object)]).toEqual([
        event.type,
        [],
      ])
    }
  })

  test("hold for errors", () => {
    const refused = recorder.exchanges.filter((exchange) => exchange.status >= 400)
    expect(refused.map((exchange) => exchange.status).sort()).toEqual([400, 402, 404])
    const known = ["api_error", "card_error", "idempotency_error", "invalid_request_error"]
    for (const exchange of refused) {
      const { type, message } = toObject(toObject(parseJson(exchange.reply)).error)
      expect(known).toContain(type)
      expect(toText(message)).not.toBe("")
    }
  })

  test("would notice an object that lacks a field", () => {
    expect(replies.check(schemaPointer("Refund"), { id: "re_1", object: "refund" })).not.toEqual([])
  })

  async function exercise(stripe: Stripe): Promise<void> {
    const customer = await stripe.customers.create({
      email: "a@example.com",
      name: "Ana",
      phone: "+15105550100",
      metadata: { a: "1" },
    })
    await stripe.customers.update(customer.id, { description: "regular" })
    const session = await stripe.checkout.sessions.create({
      mode: "payment",
      success_url: "http://127.0.0.1:9/done",
      cancel_url: "http://127.0.0.1:9/back",
      customer: customer.id,
      client_reference_id: "b1",
      expires_at: bench.sandbox.ctx.clock.unix() + 4 * 3600,
      branding_settings: { display_name: "Canoes" },
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "usd", unit_amount: 10_000, product_data: { name: "Deposit" } },
        },
      ],
      payment_intent_data: {
        setup_future_usage: "off_session",
        metadata: { b: "1" },
        description: "Deposit",
      },
      metadata: { b: "1" },
    })
    await stripe.checkout.sessions.listLineItems(session.id)
    const { stripe: service } = bench.sandbox
    const { paySession } = await import("./pay-session.ts")
    const card = {
      number: "4242424242424242",
      expiry: "12/34",
      cvc: "123",
      email: "a@example.com",
      name: "Ana",
    }
    expect(paySession(service.store, session.id, card).state).toBe("paid")
    const paid = await stripe.checkout.sessions.retrieve(session.id)
    const intent = await stripe.paymentIntents.retrieve(String(paid.payment_intent))
    await stripe.charges.retrieve(String(intent.latest_charge))
    await stripe.paymentMethods.retrieve(String(intent.payment_method))
    const off = {
      customer: customer.id,
      payment_method: String(intent.payment_method),
      off_session: true,
      confirm: true,
    }
    await stripe.paymentIntents.create({ amount: 5000, currency: "usd", ...off }, { idempotencyKey: "k1" })
    await exerciseMore(stripe, intent.id, customer.id)
  }

  async function exerciseMore(stripe: Stripe, intentId: string, customer: string): Promise<void> {
    const pay = { amount: 5000, currency: "usd", confirm: true, return_url: "http://127.0.0.1:9/back" }
    const refund = await stripe.refunds.create({
      payment_intent: intentId,
      amount: 4000,
      reason: "requested_by_customer",
    })
    await stripe.refunds.update(refund.id, { metadata: { why: "rain" } })
    await stripe.refunds.create({ payment_intent: intentId, amount: 99_999 }).catch(() => undefined)
    await stripe.paymentIntents
      .create({ ...pay, payment_method: "pm_card_chargeDeclined" })
      .catch(() => undefined)
    await stripe.paymentIntents.retrieve("pi_none").catch(() => undefined)
    await stripe.paymentIntents.create({ ...pay, payment_method: "pm_card_threeDSecure2Required" })
    const held = await stripe.paymentIntents.create({
      ...pay,
      payment_method: "pm_card_visa",
      capture_method: "manual",
    })
    await stripe.paymentIntents.capture(held.id)
    const open = await stripe.paymentIntents.create({ amount: 5000, currency: "usd" })
    await stripe.paymentIntents.cancel(open.id, { cancellation_reason: "abandoned" })
    const disputed = await stripe.paymentIntents.create({ ...pay, payment_method: "pm_card_createDispute" })
    const [dispute] = (await stripe.disputes.list({ payment_intent: disputed.id })).data
    await stripe.disputes.update(dispute!.id, { evidence: { customer_name: "Ana" } })
    await stripe.disputes.close(dispute!.id)
    const winnable = await stripe.paymentIntents.create({ ...pay, payment_method: "pm_card_createDispute" })
    const [second] = (await stripe.disputes.list({ payment_intent: winnable.id })).data
    const file = { data: Buffer.from("%PDF-1.7"), name: "evidence.pdf", type: "application/pdf" }
    const upload = await stripe.files.create({ purpose: "dispute_evidence", file })
    await stripe.disputes.update(second!.id, {
      evidence: {
        uncategorized_file: upload.id,
        uncategorized_text: "winning_evidence",
        service_date: "December 12, 2026",
      },
      submit: true,
    })
    const method = await stripe.paymentMethods.create({
      type: "card",
      card: { number: "4242424242424242", exp_month: 12, exp_year: 2034, cvc: "123" },
    })
    const setup = await stripe.setupIntents.create({
      customer,
      payment_method: method.id,
      confirm: true,
      return_url: "http://127.0.0.1:9/back",
    })
    await stripe.setupIntents.retrieve(setup.id)
    await stripe.paymentMethods.detach(method.id)
    const lists = [
      stripe.events,
      stripe.balanceTransactions,
      stripe.charges,
      stripe.refunds,
      stripe.paymentIntents,
    ]
    for (const resource of lists) await resource.list({ limit: 100 })
    await stripe.balance.retrieve()
    bench.sandbox.ctx.clock.advance(3 * 24 * 3600_000)
    await stripe.payouts.create({ amount: 1000, currency: "usd" })
    await stripe.payouts.list()
    const endpoint = await stripe.webhookEndpoints.create({
      url: "http://127.0.0.1:9/hook",
      enabled_events: ["payout.paid"],
    })
    await stripe.webhookEndpoints.del(endpoint.id)
    await stripe.customers.del(customer)
  }
})

/** The schema of an object. The files made from types demand all old values of an event at once, so those with some use the base. */
function schemaFor(object: JsonObject): string | undefined {
  const hasOldValues = object.object === "event" && toObject(object.data).previous_attributes !== undefined
  return hasOldValues ? "EventBase" : schemaOf[toText(object.object)]
}

/** Where the specification describes the form of a request. */
function requestPointer(spec: Spec, exchange: Exchange): string {
  const wanted = exchange.path.split("/")
  const template = Object.keys(toObject(spec.document.paths)).find((path) => {
    const steps = path.split("/")
    return (
      steps.length === wanted.length &&
      steps.every((step, index) => step.startsWith("{") || step === wanted[index])
    )
  })
  const escaped = (template ?? exchange.path).replaceAll("~", "~0").replaceAll("/", "~1")
  return `/paths/${encodeURIComponent(escaped)}/post/requestBody/content/application~1x-www-form-urlencoded/schema`
}
