import type { Hold } from "@myhibachi/contract/hold"
import type { HoldPayment } from "@myhibachi/contract/payments"
import type { Quote } from "@myhibachi/contract/quote"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { aContact } from "#modules/booking/testing/booked-party.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { createSmtpEmail } from "#providers/email/smtp.ts"
import type { Delivery } from "#providers/payments/testing/start-card-bench.ts"
import { WEBHOOK_SECRET } from "#providers/payments/testing/start-card-bench.ts"
import { signEvent } from "./testing/sign-event.ts"
import { type Product, type Refused, startProduct } from "./testing/start-product.ts"

let product: Product
let owner: StaffClient
let before: Record<string, number> = {}
let heard = 0

beforeAll(async () => {
  product = await startProduct()
  owner = await signInAs(product.app, "owner")
})
beforeEach(async () => {
  product.mend()
  product.sandbox.mailbox.clear()
  before = await product.bench.balances()
  heard = (await product.bench.cards.deliveries()).length
})
afterAll(() => product.close())

const news = async () => (await product.bench.cards.deliveries()).slice(heard)
const stateOf = (hold: Hold) =>
  product.call<HoldPayment>("GET", `/v1/public/holds/${hold.token}/payment`).then(({ body }) => body)
const kept = async (type: string) =>
  (await owner("GET", `/v1/webhooks/events?type=${type}&limit=100`)).json.items as object[]

async function settle(): Promise<void> {
  for (let round = 1; round <= 2; round += 1) {
    await product.bench.deliver(await news())
    // A job about something unknown may fail beside ours.
    await product.app.drain(false)
  }
}

test("a hold that expired before its money came: all of it goes back by itself and the customer is told", async () => {
  const { bench, app } = product
  const hold = await bench.payableHold("2026-12-05")
  const page = await bench.openPage(hold)
  expect(await bench.cards.pay(page)).toBe(303)
  app.clock.set(hold.payBy ?? "")
  app.clock.advance({ minutes: 1 })
  await app.drain(false)
  expect((await product.call<Hold>("GET", `/v1/public/holds/${hold.token}`)).body.status).toBe("expired")
  await takeEveryChef("2026-12-05")
  // What was signed hours ago is too old by now; the provider tells it again, signed anew.
  await bench.deliver((await news()).map((message) => signEvent(message, WEBHOOK_SECRET, app.clock.now())))
  await app.drain(false)
  await settle()

  const state = await stateOf(hold)
  expect(state).toMatchObject({
    state: "too-late",
    refund: { amount: { amount: 10_000 }, state: "succeeded" },
  })
  expect(state.message).toMatch(/after the hold had ended/)
  const [mail] = product.sandbox.mailbox.list({ to: "ana@example.com", subject: "way back" })
  expect(mail?.text).toContain("$100.00")
  expect(product.sandbox.mailbox.list({ to: "ana@example.com", subject: "booked" })).toEqual([])
  const after = await bench.balances()
  expect((after.customer_deposits ?? 0) - (before.customer_deposits ?? 0)).toBe(0)
  const bookings = await owner("GET", "/v1/bookings?search=ana@example.com&order=newest")
  expect(bookings.json.items).toEqual([])
})

/** Holds the evening until nobody is left. */
async function takeEveryChef(date: string): Promise<void> {
  const quoteOf = () =>
    product.call<Quote>("POST", "/v1/public/quotes", {
      guests: { adults: 20 },
      address: { text: "2000 Broadway, Oakland, CA 94612" },
      date,
      time: "18:00",
    })
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    const { body } = await quoteOf()
    const contact = aContact(`Bea Taker ${attempt}`)
    const taken = await product.call("POST", "/v1/public/holds", { quoteToken: body.token, contact })
    if (taken.status === 409) return
  }
  throw new Error("There was always another chef.")
}

test("a message with a wrong, old, foreign or no signature is refused and kept nowhere", async () => {
  const { bench, app } = product
  const hold = await bench.payableHold("2026-12-06")
  await bench.cards.pay(await bench.openPage(hold))
  const [message] = await news()
  if (!message) throw new Error("The provider said nothing.")
  const now = app.clock.now()
  const forged: Delivery[] = [
    { ...message, body: message.body.replace(message.id, "evt_of_nobody") },
    { ...message, signature: "" },
    { ...message, signature: "t=abc,v1=" },
    { ...message, signature: message.signature.replace(/v1=\w{8}/, "v1=00000000") },
    signEvent(message, "whsec_of_somebody_else", now),
    signEvent(message, WEBHOOK_SECRET, now.subtract({ minutes: 6 })),
  ]
  expect(await bench.deliver(forged)).toEqual([400, 400, 400, 400, 400, 400])
  await app.drain(false)
  expect(await bench.balances()).toEqual(before)
  expect((await stateOf(hold)).state).toBe("open")
  expect(await kept(message.type)).not.toContainEqual(expect.objectContaining({ id: message.id }))
  await settle()
  expect((await stateOf(hold)).state).toBe("confirmed")
})

test("a message told ten times, at once and later, moves money once", async () => {
  const { bench, app } = product
  const hold = await bench.payableHold("2026-12-08")
  await bench.cards.pay(await bench.openPage(hold))
  const all = await news()
  const copies = Array.from({ length: 5 }, () => bench.deliver(all))
  expect(new Set((await Promise.all(copies)).flat())).toEqual(new Set([200]))
  await app.drain(false)
  for (let time = 1; time <= 5; time += 1) await bench.deliver(all)
  await app.drain(false)
  const after = await bench.balances()
  expect((after.customer_deposits ?? 0) - (before.customer_deposits ?? 0)).toBe(-10_000)
  expect(product.sandbox.mailbox.list({ to: "ana@example.com", subject: "booked" })).toHaveLength(1)
})

test.each([
  ["a kind of message that we do not know", "capybara.created", { id: "cap_1", object: "capybara" }],
  [
    "a payment that is none of ours",
    "payment_intent.succeeded",
    { id: "pi_of_nobody", object: "payment_intent" },
  ],
  [
    "a checkout that is none of ours",
    "checkout.session.completed",
    { id: "cs_of_nobody", object: "checkout.session" },
  ],
  ["a message about nothing", "balance.available", {}],
])("%s is kept for staff and changes nothing", async (_, type, object) => {
  const { bench, app } = product
  const id = `evt_unknown_${type.replaceAll(".", "_")}`
  const body = JSON.stringify({ id, object: "event", type, created: 1, data: { object } })
  const message = signEvent({ id, type, body, signature: "" }, WEBHOOK_SECRET, app.clock.now())
  expect(await bench.deliver([message])).toEqual([200])
  await app.drain(false)
  expect(await kept(type)).toContainEqual(expect.objectContaining({ id, outcome: expect.any(String) }))
  expect(await bench.balances()).toEqual(before)
})

test.each(["", "{", "[]", "null", '{"id":5}', '{"id":"evt_x","type":"a","data":null}'])(
  "a signed body that is no message (%j) is refused without harm",
  async (body) => {
    const message = signEvent(
      { id: "", type: "", body, signature: "" },
      WEBHOOK_SECRET,
      product.app.clock.now(),
    )
    const [status] = await product.bench.deliver([message])
    expect(status).toBe(400)
  },
)

test("while the card provider is away the customer reads so, the hold stays, and paying works later", async () => {
  const { bench } = product
  const hold = await bench.payableHold("2026-12-11")
  const { body: config } = await product.call<{ saveCardConsent: { id: string } }>(
    "GET",
    "/v1/payments/config",
  )
  const checkout = () =>
    product.call<Refused & { url: string }>("POST", `/v1/public/holds/${hold.token}/checkout`, {
      consentId: config.saveCardConsent.id,
    })
  for (const kind of ["down", "garbage", "rate_limited", "lost"] as const) {
    product.sandbox.ctx.faults.set({ vendor: "stripe", kind })
    const refused = await checkout()
    product.mend()
    expect([kind, refused.status]).toEqual([kind, 503])
    expect(refused.body).toMatchObject({ code: "payments-down", detail: expect.stringMatching(/[.]$/) })
    expect(refused.body.detail).not.toMatch(/stripe|ECONN|JSON|undefined/i)
    expect((await product.call<Hold>("GET", `/v1/public/holds/${hold.token}`)).body.status).toBe(
      "awaiting_deposit",
    )
  }
  const opened = await checkout()
  expect(opened.status).toBe(200)
  await bench.cards.pay(opened.body.url)
  await settle()
  expect((await stateOf(hold)).state).toBe("confirmed")
  const after = await bench.balances()
  expect((after.customer_deposits ?? 0) - (before.customer_deposits ?? 0)).toBe(-10_000)
})

/** Faults of the line strike new connections; the pool of earlier tests keeps old ones. */
function hangUp(): void {
  const { config, providers } = product.app.services
  providers.email?.close()
  const email = createSmtpEmail(config)
  if (email) providers.email = email
}

test("while mail is away the party is booked all the same, and its mail leaves later, once", async () => {
  const { bench, app } = product
  const hold = await bench.payableHold("2026-12-13")
  await bench.cards.pay(await bench.openPage(hold))
  product.sandbox.ctx.faults.set({ vendor: "smtp", kind: "down" })
  hangUp()
  await bench.deliver(await news())
  await app.drain(false)
  expect((await stateOf(hold)).state).toBe("confirmed")
  expect(product.sandbox.mailbox.list({ to: "ana@example.com" })).toEqual([])
  product.mend()
  await vi.waitUntil(
    async () => {
      await app.drain(false)
      return product.sandbox.mailbox.list({ to: "ana@example.com", subject: "booked" }).length > 0
    },
    { timeout: 25_000, interval: 200 },
  )
  await app.drain(false)
  expect(product.sandbox.mailbox.list({ to: "ana@example.com", subject: "booked" })).toHaveLength(1)
})
