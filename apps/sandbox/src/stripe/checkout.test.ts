import type Stripe from "stripe"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type StripeBench, startStripeBench } from "../testing/start-stripe-client.ts"

let bench: StripeBench

beforeAll(async () => {
  bench = await startStripeBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.sandbox.stripe.webhooks.idle()
  bench.received.length = 0
})

const openSession = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  bench.stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://127.0.0.1:9/done?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://127.0.0.1:9/back",
    customer_email: "ana@example.com",
    branding_settings: { display_name: "Canoes <& Co>" },
    line_items: [
      {
        quantity: 2,
        price_data: {
          currency: "usd",
          unit_amount: 2550,
          product_data: { name: "Canoe", description: "Two hours" },
        },
      },
    ],
    payment_intent_data: { setup_future_usage: "off_session", metadata: { booking: "b7" } },
    metadata: { booking: "b7" },
    ...more,
  })

const submit = (url: string, number: string, more: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      email: "ana@example.com",
      number,
      expiry: "12 / 34",
      cvc: "123",
      name: "Ana",
      ...more,
    }),
  })

test("shows what is paid for, escaped, and says that no real money moves", async () => {
  const session = await openSession()
  expect([session.amount_total, session.payment_intent, session.status]).toEqual([5100, null, "open"])
  const page = await (await fetch(session.url!)).text()
  for (const text of [
    "Sandbox – no real money",
    "Canoes &lt;&amp; Co&gt;",
    "$51.00",
    "Two hours",
    "ana@example.com",
  ]) {
    expect(page).toContain(text)
  }
  for (const label of ["E-mail", "Card number", "Expiry", "Security code"])
    expect(page).toContain(`>${label}`)
})

test("a paid session goes to the success page, saves the card and tells the endpoint", async () => {
  const session = await openSession()
  const reply = await submit(session.url!, "4242 4242 4242 4242")
  expect([reply.status, reply.headers.get("location")]).toEqual([
    303,
    `http://127.0.0.1:9/done?session=${session.id}`,
  ])
  const paid = await bench.stripe.checkout.sessions.retrieve(session.id, {
    expand: ["payment_intent.payment_method", "line_items"],
  })
  expect([paid.status, paid.payment_status, paid.line_items?.data.length]).toEqual(["complete", "paid", 1])
  const intent = paid.payment_intent as Stripe.PaymentIntent
  expect([intent.metadata.booking, intent.amount_received]).toEqual(["b7", 5100])
  expect((intent.payment_method as Stripe.PaymentMethod).customer).toBe(paid.customer)
  await bench.sandbox.stripe.webhooks.idle()
  expect(bench.types()).toEqual(
    expect.arrayContaining([
      "payment_method.attached",
      "charge.succeeded",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ]),
  )
})

test("a declined card is said plainly, and another one may be tried", async () => {
  const session = await openSession()
  const declined = await submit(session.url!, "4000000000009995")
  expect(declined.status).toBe(402)
  const page = await declined.text()
  expect(page).toContain("Your card has insufficient funds. Nothing was charged; you can try again.")
  expect(page).toContain('role="alert"')
  expect((await submit(session.url!, "4242424242424242")).status).toBe(303)
  const paid = await bench.stripe.checkout.sessions.retrieve(session.id)
  const charges = await bench.stripe.charges.list({ payment_intent: String(paid.payment_intent) })
  expect(charges.data.map((charge) => charge.status)).toEqual(["succeeded", "failed"])
})

test.each([
  ["4242424242424241", {}, "Your card number is incorrect."],
  ["4242424242424242", { expiry: "01/20" }, "expiration year is invalid"],
  ["4242424242424242", { cvc: "1" }, "security code is invalid"],
  ["4242424242424242", { email: "nobody" }, "Please enter your e-mail address."],
])("refuses a mistyped form: %s %o", async (number, more, message) => {
  const session = await openSession()
  const reply = await submit(session.url!, number, more)
  expect(reply.status).toBe(402)
  expect((await reply.text()).replaceAll("&#39;", "'")).toContain(message)
  expect((await bench.stripe.checkout.sessions.retrieve(session.id)).status).toBe("open")
})

test("pays once however often the form is sent", async () => {
  const session = await openSession()
  const replies = await Promise.all([1, 2, 3].map(() => submit(session.url!, "4242424242424242")))
  expect(replies.map((reply) => reply.status)).toEqual([303, 303, 303])
  const paid = await bench.stripe.checkout.sessions.retrieve(session.id)
  const charges = await bench.stripe.charges.list({ payment_intent: String(paid.payment_intent) })
  expect(charges.data).toHaveLength(1)
})

test("the bank's page approves or refuses", async () => {
  const session = await openSession()
  const first = await submit(session.url!, "4000002500003155")
  const challenge = first.headers.get("location")!
  expect(challenge).toBe(`${session.url}/challenge`)
  expect(await (await fetch(challenge)).text()).toContain("Canoes &lt;&amp; Co&gt; wants to take $51.00.")
  const answer = (value: string) =>
    fetch(challenge, { method: "POST", redirect: "manual", body: new URLSearchParams({ answer: value }) })
  const refused = await answer("refuse")
  expect(refused.status).toBe(402)
  expect(await refused.text()).toContain("unable to authenticate")
  await submit(session.url!, "4000002500003155")
  expect((await answer("approve")).status).toBe(303)
  expect((await bench.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("paid")
})

test("an expired session says so, takes no money and tells the endpoint", async () => {
  const session = await openSession()
  await bench.stripe.checkout.sessions.expire(session.id)
  expect((await fetch(session.url!)).status).toBe(410)
  const reply = await submit(session.url!, "4242424242424242")
  expect([reply.status, await reply.text()]).toEqual([410, expect.stringContaining("Nothing was charged")])
  await bench.sandbox.stripe.webhooks.idle()
  expect(bench.types()).toEqual(["checkout.session.expired"])
  await expect(bench.stripe.checkout.sessions.expire(session.id)).rejects.toThrow(/"open"/)
})

test("a session ends by itself when its time is over", async () => {
  const { clock } = bench.sandbox.ctx
  const session = await openSession({ expires_at: clock.unix() + 3600 })
  await expect(openSession({ expires_at: clock.unix() + 60 })).rejects.toThrow(/30 minutes/)
  clock.advance(3601_000)
  await bench.sandbox.stripe.webhooks.idle()
  expect(bench.types()).toEqual(["checkout.session.expired"])
  expect((await bench.stripe.checkout.sessions.retrieve(session.id)).status).toBe("expired")
})
