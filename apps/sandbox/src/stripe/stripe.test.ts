import Stripe from "stripe"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type StripeBench, startStripeBench } from "../testing/start-stripe-client.ts"

let bench: StripeBench
let stripe: Stripe

beforeAll(async () => {
  bench = await startStripeBench()
  stripe = bench.stripe
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.sandbox.stripe.webhooks.idle()
  bench.received.length = 0
})

const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Stripe.errors.StripeError))
    throw new Error(`expected a refusal, got ${String(error)}`)
  return error
}

const pay = (amount: number, method = "pm_card_visa", more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({ amount, currency: "usd", payment_method: method, confirm: true, ...more })

test("takes a payment, books the fee and tells the endpoint with a signature", async () => {
  const intent = await pay(10_000, "pm_card_visa", {
    metadata: { booking: "b1" },
    expand: ["latest_charge.balance_transaction"],
  })
  expect(intent.status).toBe("succeeded")
  const charge = intent.latest_charge as Stripe.Charge
  const entry = charge.balance_transaction as Stripe.BalanceTransaction
  expect([entry.amount, entry.fee, entry.net]).toEqual([10_000, 320, 9680])
  await bench.sandbox.stripe.webhooks.idle()
  expect(bench.types().sort()).toEqual([
    "charge.succeeded",
    "payment_intent.created",
    "payment_intent.succeeded",
  ])
  const told = bench.received.find((entry) => entry.event.type === "payment_intent.succeeded")!
  expect((told.event.data.object as Stripe.PaymentIntent).metadata).toEqual({ booking: "b1" })
})

test.each([
  ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
  ["pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
])("refuses %s with Stripe's codes and leaves the intent open", async (method, code, declineCode) => {
  const error = await refusalOf(pay(5000, method))
  expect(error).toBeInstanceOf(Stripe.errors.StripeCardError)
  expect([error.statusCode, error.code, error.decline_code]).toEqual([402, code, declineCode])
  const intent = await stripe.paymentIntents.retrieve(error.payment_intent!.id)
  expect(intent.status).toBe("requires_payment_method")
  expect(intent.last_payment_error?.decline_code).toBe(declineCode)
  await bench.sandbox.stripe.webhooks.idle()
  expect(bench.types()).toContain("payment_intent.payment_failed")
})

test("a saved card pays later without the customer; one of its kind fails then", async () => {
  const customer = await stripe.customers.create({ email: "ana@example.com" })
  const first = await pay(5000, "pm_card_chargeCustomerFail", {
    customer: customer.id,
    setup_future_usage: "off_session",
  })
  const later = { customer: customer.id, off_session: true }
  const error = await refusalOf(pay(7000, String(first.payment_method), later))
  expect(error.code).toBe("card_declined")
  const good = await pay(5000, "pm_card_visa", { customer: customer.id, setup_future_usage: "off_session" })
  expect((await pay(7000, String(good.payment_method), later)).status).toBe("succeeded")
  const methods = await stripe.customers.listPaymentMethods(customer.id)
  expect(methods.data).toHaveLength(2)
  expect((await refusalOf(pay(7000, String(good.payment_method)))).code).toBeUndefined()
})

test("a card that asks for proof waits for it on the page and is refused off session", async () => {
  const customer = await stripe.customers.create({})
  const method = await stripe.paymentMethods.attach("pm_card_authenticationRequired", {
    customer: customer.id,
  })
  const off = await refusalOf(pay(5000, method.id, { customer: customer.id, off_session: true }))
  expect(off.code).toBe("authentication_required")
  const on = await pay(5000, method.id, { customer: customer.id, return_url: "http://127.0.0.1:9/back" })
  expect(on.status).toBe("requires_action")
  const page = on.next_action!.redirect_to_url!.url!
  expect(await (await fetch(page)).text()).toContain("$50.00")
  const answer = await fetch(page, {
    method: "POST",
    body: new URLSearchParams({ answer: "approve" }),
    redirect: "manual",
  })
  expect(answer.headers.get("location")).toBe("http://127.0.0.1:9/back")
  expect((await stripe.paymentIntents.retrieve(on.id)).status).toBe("succeeded")
  expect((await pay(900, method.id, { customer: customer.id, off_session: true })).status).toBe("succeeded")
})

test("holds an amount and takes a part of it", async () => {
  const held = await pay(5000, "pm_card_visa", { capture_method: "manual" })
  expect([held.status, held.amount_capturable]).toEqual(["requires_capture", 5000])
  const taken = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 3000 })
  expect([taken.status, taken.amount_received]).toEqual(["succeeded", 3000])
  expect((await refusalOf(stripe.paymentIntents.cancel(held.id))).code).toBe(
    "payment_intent_unexpected_state",
  )
})

test("never gives back more than was taken", async () => {
  const intent = await pay(5000)
  await stripe.refunds.create({ payment_intent: intent.id, amount: 2000 })
  const above = await refusalOf(stripe.refunds.create({ payment_intent: intent.id, amount: 3001 }))
  expect([above.statusCode, above.param]).toEqual([400, "amount"])
  const rest = await stripe.refunds.create({ payment_intent: intent.id })
  expect(rest.amount).toBe(3000)
  expect((await refusalOf(stripe.refunds.create({ payment_intent: intent.id }))).code).toBe(
    "charge_already_refunded",
  )
  const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ["refunds"] })
  expect([charge.refunded, charge.amount_refunded, charge.refunds?.data.length]).toEqual([true, 5000, 2])
  const open = await stripe.paymentIntents.create({ amount: 5000, currency: "usd" })
  expect((await refusalOf(stripe.refunds.create({ payment_intent: open.id }))).statusCode).toBe(400)
})

test("the same key gives the same reply once, and other parameters are refused", async () => {
  const key = { idempotencyKey: "key-1" }
  const params = { amount: 5000, currency: "usd", payment_method: "pm_card_visa", confirm: true }
  const first = await stripe.paymentIntents.create(params, key)
  const again = await stripe.paymentIntents.create(params, key)
  expect(again.id).toBe(first.id)
  expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true")
  const error = await refusalOf(stripe.paymentIntents.create({ ...params, amount: 6000 }, key))
  expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  const declined = { ...params, payment_method: "pm_card_chargeDeclined" }
  const once = await refusalOf(stripe.paymentIntents.create(declined, { idempotencyKey: "key-2" }))
  const twice = await refusalOf(stripe.paymentIntents.create(declined, { idempotencyKey: "key-2" }))
  expect(twice.payment_intent!.id).toBe(once.payment_intent!.id)
})

test("a refund under one key happens once", async () => {
  const intent = await pay(5000)
  const refund = () =>
    stripe.refunds.create({ payment_intent: intent.id, amount: 5000 }, { idempotencyKey: "refund-1" })
  const [one, two] = await Promise.all([refund(), refund()])
  expect(one.id).toBe(two.id)
})

test("a refund may wait for the bank, and fail after it was taken; then the charge holds the money again", async () => {
  const end = async (id: string, body: object) => {
    const headers = { "content-type": "application/json" }
    const url = `${bench.sandbox.url}/_control/stripe/refunds/${id}/end`
    return fetch(url, { method: "POST", headers, body: JSON.stringify(body) })
  }
  for (const [method, first] of [
    ["pm_card_pendingRefund", "pending"],
    ["pm_card_refundFail", "succeeded"],
  ] as const) {
    const intent = await pay(5000, method)
    const refund = await stripe.refunds.create({ payment_intent: intent.id })
    expect(refund.status).toBe(first)
    await end(refund.id, { outcome: "failed", reason: "insufficient_funds" })
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: "failed",
      failure_reason: "insufficient_funds",
    })
    expect((await end(refund.id, { outcome: "succeeded" })).status).toBe(400)
    expect((await stripe.refunds.create({ payment_intent: intent.id })).amount).toBe(5000)
  }
  await bench.sandbox.stripe.webhooks.idle()
  expect(bench.types()).toContain("refund.failed")
})

test("lists page by cursor, newest first, and filter", async () => {
  const customer = await stripe.customers.create({})
  for (const amount of [100, 200, 300])
    await stripe.paymentIntents.create({ amount, currency: "usd", customer: customer.id })
  const amounts: number[] = []
  for await (const intent of stripe.paymentIntents.list({ customer: customer.id, limit: 2 }))
    amounts.push(intent.amount)
  expect(amounts).toEqual([300, 200, 100])
})

test("says what is wrong with a request", async () => {
  expect((await refusalOf(stripe.paymentIntents.retrieve("pi_none"))).statusCode).toBe(404)
  expect((await refusalOf(stripe.paymentIntents.retrieve("pi_none"))).code).toBe("resource_missing")
  expect((await refusalOf(stripe.paymentIntents.create({ amount: 10, currency: "usd" }))).code).toBe(
    "amount_too_small",
  )
  expect((await refusalOf(stripe.paymentIntents.create({ amount: 10.5, currency: "usd" }))).code).toBe(
    "parameter_invalid_integer",
  )
  const expanded = stripe.customers.create({ expand: ["nothing"] })
  expect((await refusalOf(expanded)).message).toContain("cannot be expanded")
  const keyless = await fetch(`${bench.sandbox.url}/v1/customers`)
  expect(keyless.status).toBe(401)
})

test("a dispute freezes refunds; won, the money comes back", async () => {
  const intent = await pay(5000, "pm_card_createDispute")
  const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data
  expect(dispute?.status).toBe("needs_response")
  expect((await refusalOf(stripe.refunds.create({ payment_intent: intent.id }))).code).toBe("charge_disputed")
  const answered = await stripe.disputes.update(dispute!.id, { evidence: { customer_name: "Ana" } })
  expect([answered.status, answered.evidence.customer_name]).toEqual(["under_review", "Ana"])
  const won = await stripe.disputes.update(dispute!.id, {
    evidence: { uncategorized_text: "winning_evidence" },
  })
  expect([won.status, won.balance_transactions.map(({ net }) => net)]).toEqual(["won", [-6500, 5000]])
  const { data } = await stripe.balanceTransactions.list({ expand: ["data.source"] })
  expect(data.map(({ source }) => typeof source === "object" && source?.object)).toEqual(
    expect.arrayContaining(["dispute", "charge"]),
  )
})

test("delivers again until the endpoint takes it, with the same event id", async () => {
  bench.replies.push(500, 503)
  const customer = await stripe.customers.create({ email: "retry@example.com" })
  await bench.receives(3)
  expect(new Set(bench.received.map((entry) => entry.event.id)).size).toBe(1)
  expect(bench.received).toHaveLength(3)
  expect((bench.received[2]!.event.data.object as Stripe.Customer).id).toBe(customer.id)
  await bench.sandbox.stripe.webhooks.idle()
  expect(bench.sandbox.stripe.webhooks.pending()).toEqual([])
})

test("signs with the endpoint's secret: another secret does not verify", async () => {
  await stripe.customers.create({})
  await bench.sandbox.stripe.webhooks.idle()
  const { payload, signature } = bench.received[0]!
  expect(() => Stripe.webhooks.constructEvent(payload, signature, "whsec_other")).toThrow(/signature/i)
  expect(Stripe.webhooks.constructEvent(payload, signature, bench.secret).type).toBe("customer.created")
})

test("deliveries can be lost, doubled, or held back and turned round", async () => {
  const { webhooks } = bench.sandbox.stripe
  webhooks.trouble.drop = 1
  webhooks.trouble.duplicate = 1
  await stripe.customers.create({ email: "lost@example.com" })
  await stripe.customers.create({ email: "twice@example.com" })
  await webhooks.idle()
  const emails = () => bench.received.map((entry) => (entry.event.data.object as Stripe.Customer).email)
  expect(emails()).toEqual(["twice@example.com", "twice@example.com"])
  webhooks.trouble.isHolding = true
  await stripe.customers.create({ email: "one@example.com" })
  await stripe.customers.create({ email: "two@example.com" })
  await webhooks.idle()
  expect(emails()).toHaveLength(2)
  await webhooks.release()
  expect(emails().slice(2)).toEqual(["two@example.com", "one@example.com"])
})
