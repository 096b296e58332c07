import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { expireHold, findBookings, placeHold, quoteParty } from "#modules/booking/index.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import type { Delivery } from "#providers/payments/testing/start-card-bench.ts"
import { applyTold, readSubject } from "./read-subject.ts"
import { sweepProvider } from "./sweep-provider.ts"
import { type PaymentBench, startPaymentBench } from "./testing/payment-bench.ts"
import { findWebhooks } from "./webhooks/find-webhooks.ts"
import { webhookEvents } from "./webhooks/tables.ts"

let bench: PaymentBench
let before: Record<string, number> = {}
let heard = 0
const week = { days: 0 }

beforeAll(async () => {
  bench = await startPaymentBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  before = await bench.balances()
  heard = (await bench.cards.deliveries()).length
  week.days += 1
})

const date = () => `2026-12-${String(week.days + 1).padStart(2, "0")}`
const messages = async () => (await bench.cards.deliveries()).slice(heard)
const ctx = () => bench.app.ctx()

async function change(): Promise<Record<string, number>> {
  const now = await bench.balances()
  const accounts = new Set([...Object.keys(now), ...Object.keys(before)])
  const differences = [...accounts].map(
    (account) => [account, (now[account] ?? 0) - (before[account] ?? 0)] as const,
  )
  return Object.fromEntries(differences.filter(([, cents]) => cents !== 0))
}

const RECEIVED = { customer_deposits: -10_000, stripe_clearing: 9_680, fees: 320 }

function shuffled(list: Delivery[]): Delivery[] {
  // A fixed walk through the list: as mixed as chance, and the same in every run.
  return list
    .map((_, index) => list[(index * 7 + 3) % list.length] ?? list[0])
    .filter((item) => item !== undefined)
}

test("a paid deposit books the party, the money and its fee, and writes to the customer", async () => {
  const hold = await bench.payableHold(date())
  const page = await bench.openPage(hold)
  expect(await bench.openPage(hold)).toBe(page)
  expect((await bench.readState(hold)).state).toBe("open")
  expect(await bench.cards.pay(page)).toBe(303)
  expect(await bench.deliver(await messages())).not.toContain(400)
  await bench.app.drain()

  const state = await bench.readState(hold)
  expect(state).toMatchObject({ state: "confirmed", amount: { amount: 10_000 } })
  expect(await change()).toEqual(RECEIVED)
  const party = await bench.app.http.inject({ url: `/v1/public/bookings/${state.bookingToken}` })
  expect(party.json()).toMatchObject({ status: "confirmed", paid: { amount: 10_000 } })
  const [mail] = bench.cards.sandbox.mailbox.list({ to: "ana@example.com", subject: "booked" })
  expect(mail?.text).toContain(`/party/${state.bookingToken}`)
  expect(mail?.text).toMatch(/6:00 PM PST/)
  expect(mail?.attachments).toMatchObject([{ name: "hibachi-party.ics" }])
})

test("every message five times and in any order changes nothing", async () => {
  const hold = await bench.payableHold(date())
  await bench.cards.pay(await bench.openPage(hold))
  const all = await messages()
  const storm = shuffled([...all, ...all, ...all, ...all, ...all])
  expect(new Set(await bench.deliver(storm))).toEqual(new Set([200]))
  await bench.app.drain()
  await bench.deliver(storm.reverse())
  await bench.app.drain()
  expect(await change()).toEqual(RECEIVED)
  const bookings = await findBookings(ctx(), {
    from: `${date()}T00:00:00Z`,
    to: `${date()}T23:59:59Z`,
    order: "newest",
  })
  expect(bookings.items.length).toBeLessThanOrEqual(1)
  const inbox = await bench.app
    .ctx()
    .db.execute(
      "select state, count(*) from payments_webhook_events where state not in ('processed', 'ignored') group by 1",
    )
  expect(inbox.rows).toEqual([])
})

test("refuses messages that are altered, unsigned or old, and keeps none of them", async () => {
  const hold = await bench.payableHold(date())
  await bench.cards.pay(await bench.openPage(hold))
  const [message] = await messages()
  if (!message) throw new Error("The provider said nothing.")
  const altered = { ...message, body: `${message.body} ` }
  expect(await bench.deliver([altered, { ...message, signature: "" }])).toEqual([400, 400])
  bench.app.clock.advance({ seconds: 301 })
  expect(await bench.deliver([message])).toEqual([400])
  await bench.app.drain()
  expect((await bench.readState(hold)).state).toBe("open")
  expect(await change()).toEqual({})
  await sweepProvider.run(ctx(), {})
  expect(await change()).toEqual(RECEIVED)
})

test("killed before the end of the booking's transaction, nothing is booked; the next run books all", async () => {
  const hold = await bench.payableHold(date())
  await bench.cards.pay(await bench.openPage(hold))
  const paid = (await messages()).filter(({ type }) => type === "checkout.session.completed")
  await bench.deliver(paid)
  const [event] = await ctx()
    .db.select()
    .from(webhookEvents)
    .where(eq(webhookEvents.id, paid[0]?.id ?? ""))
  if (!event) throw new Error("The message was not kept.")
  const told = await readSubject(ctx(), event)
  const killed = inTransaction(ctx(), async (ctx) => {
    await applyTold(ctx, told)
    throw new Error("killed")
  })
  await expect(killed).rejects.toThrow("killed")
  expect(await change()).toEqual({})
  await bench.app.drain()
  await bench.app.drain()
  expect((await bench.readState(hold)).state).toBe("confirmed")
  expect(await change()).toEqual(RECEIVED)
})

test("while the provider is down the message waits as failed, and the sweep sees to it later", async () => {
  const hold = await bench.payableHold(date())
  await bench.cards.pay(await bench.openPage(hold))
  await bench.deliver((await messages()).filter(({ type }) => type === "checkout.session.completed"))
  bench.cards.sandbox.ctx.faults.set({ vendor: "stripe", kind: "down" })
  await bench.app.drain(false)
  bench.cards.sandbox.ctx.faults.clear()
  const failed = await findWebhooks(ctx(), { state: "failed", limit: 10 })
  expect(failed.items).toMatchObject([{ attempts: 1, outcome: expect.stringContaining("does not answer") }])
  bench.app.clock.advance({ minutes: 15 })
  await sweepProvider.run(ctx(), {})
  await bench.app.drain()
  expect((await bench.readState(hold)).state).toBe("confirmed")
  expect((await findWebhooks(ctx(), { state: "failed", limit: 10 })).items).toEqual([])
  expect(await change()).toEqual(RECEIVED)
})

test("when every message is lost, the customer's return or the hourly sweep finds the money", async () => {
  const [first, second] = [await bench.payableHold(date()), await bench.payableHold(date())]
  for (const hold of [first, second]) await bench.cards.pay(await bench.openPage(hold))
  const returned = await bench.app.http.inject({
    url: `/v1/public/holds/${first.token}/payment?returned=true`,
  })
  expect(returned.json().state).toBe("processing")
  await bench.app.drain()
  expect((await bench.readState(first)).state).toBe("confirmed")
  await sweepProvider.run(ctx(), {})
  expect((await bench.readState(second)).state).toBe("confirmed")
})

test("a payment after the hold has ended takes a free start again", async () => {
  const hold = await bench.payableHold(date())
  const page = await bench.openPage(hold)
  bench.app.clock.advance({ hours: 3, minutes: 59 })
  await bench.cards.pay(page)
  bench.app.clock.advance({ minutes: 2 })
  await expireHold(ctx(), { holdId: hold.id })
  await sweepProvider.run(ctx(), {})
  expect((await bench.readState(hold)).state).toBe("confirmed")
  expect(await change()).toEqual(RECEIVED)
})

async function takeEveryChef(): Promise<void> {
  for (let taken = 0; taken < 20; taken += 1) {
    try {
      await bench.payableHold(date())
    } catch (error) {
      if (error instanceof AppError && error.code === "start-taken") return
      throw error
    }
  }
  throw new Error("The chefs of the station never ran out.")
}

test("a payment that comes too late goes back by itself, and the customer is told the truth", async () => {
  const hold = await bench.payableHold(date())
  const page = await bench.openPage(hold)
  bench.app.clock.advance({ hours: 3, minutes: 59 })
  await bench.cards.pay(page)
  bench.app.clock.advance({ minutes: 2 })
  await expireHold(ctx(), { holdId: hold.id })
  await takeEveryChef()
  await bench.deliver(await messages())
  await bench.app.drain()
  await sweepProvider.run(ctx(), {})
  await bench.app.drain()
  const state = await bench.readState(hold)
  expect(state).toMatchObject({
    state: "too-late",
    bookingToken: null,
    refund: { amount: { amount: 10_000 }, state: "succeeded" },
  })
  expect(await change()).toEqual({ stripe_clearing: -320, fees: 320 })
  expect(bench.cards.sandbox.mailbox.list({ to: "ana@example.com", subject: "way back" })[0]?.text).toContain(
    "$100.00",
  )
})

test("a declined card is said, and the next card pays", async () => {
  const hold = await bench.payableHold(date())
  const page = await bench.openPage(hold)
  expect(await bench.cards.pay(page, "4000000000009995")).toBe(402)
  await bench.deliver(await messages())
  await bench.app.drain()
  const failed = await bench.readState(hold)
  expect(failed).toMatchObject({ state: "failed", checkoutUrl: page })
  expect(failed.message).toContain("insufficient funds")
  await bench.cards.pay(page)
  await bench.deliver(await messages())
  await bench.app.drain()
  expect((await bench.readState(hold)).state).toBe("confirmed")
})

test("refuses to open a page before the signature, after the end, and for a wording that has changed", async () => {
  const open = (token: string, consentId = "save-card-1") =>
    bench.app.http.inject({
      method: "POST",
      url: `/v1/public/holds/${token}/checkout`,
      payload: { consentId },
    })
  const quote = await quoteParty(ctx(), {
    guests: { adults: 12 },
    address: { text: "2000 Broadway, Oakland, CA 94612" },
    date: date(),
    time: "12:00",
  })
  const unsigned = await placeHold(ctx(), {
    quoteToken: quote.token,
    contact: { name: "Ben", email: "ben@example.com" },
  })
  expect((await open(unsigned.token)).json().code).toBe("hold-not-payable")
  const hold = await bench.payableHold(date())
  expect((await open(hold.token, "save-card-0")).json().code).toBe("consent-outdated")
  expect((await open(`${hold.token}x`)).statusCode).toBe(404)
  bench.app.clock.advance({ hours: 4 })
  expect((await open(hold.token)).json().code).toBe("hold-expired")
})
