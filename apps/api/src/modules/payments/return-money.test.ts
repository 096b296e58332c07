import type { Hold } from "@myhibachi/contract/hold"
import { afterAll, beforeAll, expect, test } from "vitest"
import { cancelBooking, readBooking } from "#modules/booking/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { findPayments, readCustomerPayments, readPayment } from "./find-payments.ts"
import { refundCancellation } from "./refund-cancellation.ts"
import { sweepProvider } from "./sweep-provider.ts"
import { type PaymentBench, startPaymentBench } from "./testing/payment-bench.ts"

let bench: PaymentBench
let manager: StaffClient
let heard = 0
let day = 1

beforeAll(async () => {
  bench = await startPaymentBench()
  manager = await signInAs(bench.app, "manager")
})
afterAll(() => bench.close())

const ctx = () => bench.app.ctx()
const key = () => ({ "idempotency-key": `key-${crypto.randomUUID()}` })
const nextDate = () => `2026-12-${String(++day).padStart(2, "0")}`

async function settle(): Promise<void> {
  const all = await bench.cards.deliveries()
  await bench.deliver(all.slice(heard))
  heard = all.length
  await bench.app.drain()
}

async function paidBooking(): Promise<{ hold: Hold; bookingId: string; paymentId: string }> {
  const hold = await bench.payableHold(nextDate())
  await bench.cards.pay(await bench.openPage(hold))
  await settle()
  const { items } = await findPayments(ctx(), { limit: 100 })
  const payment = items.find(({ holdId }) => holdId === hold.id)
  if (!payment?.bookingId) throw new Error("The hold was not booked.")
  return { hold, bookingId: payment.bookingId, paymentId: payment.id }
}

test("cancelled early, the deposit goes back by itself, once, and the customer hears of it", async () => {
  const { bookingId, paymentId } = await paidBooking()
  await cancelBooking(ctx(), { bookingId, by: "customer", reason: "moved house" })
  await settle()
  const payment = await readPayment(ctx(), paymentId)
  expect(payment).toMatchObject({ status: "refunded", refunded: { amount: 10_000 } })
  expect(payment.refunds).toMatchObject([{ status: "succeeded", amount: { amount: 10_000 } }])
  expect((await readBooking(ctx(), { bookingId })).refunded.amount).toBe(10_000)
  await refundCancellation(ctx(), { bookingId, refundCents: 10_000, keptCents: 0, reason: "again" })
  await settle()
  expect((await readPayment(ctx(), paymentId)).refunds).toHaveLength(1)
  const mails = bench.cards.sandbox.mailbox.list({ to: "ana@example.com" }).map((mail) => mail.subject)
  expect(mails).toEqual(
    expect.arrayContaining([expect.stringContaining("is cancelled"), "$100.00 is on its way back to you"]),
  )
})

test("cancelled by us, everything goes back and a person is asked to call", async () => {
  const { bookingId, paymentId } = await paidBooking()
  await cancelBooking(ctx(), { bookingId, by: "company", reason: "The chef is ill." })
  await settle()
  expect((await readPayment(ctx(), paymentId)).status).toBe("refunded")
  const tasks = await manager("GET", `/v1/tasks?bookingId=${bookingId}`)
  expect(tasks.json.items).toMatchObject([
    { kind: "call-back", isUrgent: true, detail: expect.stringContaining("ill") },
  ])
})

test("cancelled late, the deposit is kept and becomes revenue", async () => {
  const { bookingId, paymentId } = await paidBooking()
  const before = await bench.balances()
  const now = bench.app.clock.now()
  bench.app.clock.set((await readBooking(ctx(), { bookingId })).startsAt)
  bench.app.clock.advance({ hours: -100 })
  await cancelBooking(ctx(), { bookingId, by: "customer", reason: "ill" })
  await settle()
  bench.app.clock.set(now)
  const after = await bench.balances()
  expect((after["revenue:cancellation"] ?? 0) - (before["revenue:cancellation"] ?? 0)).toBe(-10_000)
  expect((await readPayment(ctx(), paymentId)).refunds).toEqual([])
})

test("staff return a part, never more than is left, and an auditor nothing", async () => {
  const { paymentId } = await paidBooking()
  const refund = (cents: number, who = manager) =>
    who(
      "POST",
      "/v1/refunds",
      { paymentId, amount: { amount: cents, currency: "USD" }, reason: "goodwill" },
      key(),
    )
  expect((await refund(4_000)).status).toBe(201)
  expect((await refund(6_001)).json.code).toBe("refund-too-large")
  await settle()
  expect((await refund(6_001)).json.code).toBe("refund-too-large")
  expect((await refund(0)).status).toBe(400)
  expect((await refund(10.5)).status).toBe(400)
  expect((await refund(1, await signInAs(bench.app, "auditor"))).status).toBe(403)
  expect((await readPayment(ctx(), paymentId)).status).toBe("partially_refunded")
})

test("one refund for one Idempotency-Key", async () => {
  const { paymentId } = await paidBooking()
  const headers = key()
  const body = { paymentId, amount: { amount: 1_000, currency: "USD" }, reason: "goodwill" }
  const first = await manager("POST", "/v1/refunds", body, headers)
  const second = await manager("POST", "/v1/refunds", body, headers)
  expect(second.json.id).toBe(first.json.id)
  await settle()
  expect((await readPayment(ctx(), paymentId)).refunded.amount).toBe(1_000)
})

test("a refund made in the provider's dashboard is taken over", async () => {
  const { paymentId } = await paidBooking()
  const { providerReference } = await readPayment(ctx(), paymentId)
  const body = new URLSearchParams({ payment_intent: providerReference ?? "", amount: "2500" })
  const headers = { authorization: "Bearer sk_test_of_the_card_bench" }
  expect(
    (await fetch(`${bench.cards.sandbox.url}/v1/refunds`, { method: "POST", body, headers })).status,
  ).toBe(200)
  await settle()
  const payment = await readPayment(ctx(), paymentId)
  expect(payment).toMatchObject({ status: "partially_refunded", refunded: { amount: 2_500 } })
  await sweepProvider.run(ctx(), {})
  expect((await readPayment(ctx(), paymentId)).refunds).toHaveLength(1)
})

test("a refund that the provider refuses becomes a task for a person", async () => {
  const { paymentId } = await paidBooking()
  const { providerReference } = await readPayment(ctx(), paymentId)
  const body = new URLSearchParams({ payment_intent: providerReference ?? "" })
  const headers = { authorization: "Bearer sk_test_of_the_card_bench" }
  await fetch(`${bench.cards.sandbox.url}/v1/refunds`, { method: "POST", body, headers })
  const amount = { amount: 10_000, currency: "USD" }
  const asked = await manager("POST", "/v1/refunds", { paymentId, amount, reason: "goodwill" }, key())
  await bench.app.drain()
  const refund = await manager("GET", `/v1/refunds/${asked.json.id}`)
  expect(refund.json).toMatchObject({ status: "failed", pendingReason: expect.stringContaining("refunded") })
  const tasks = await manager("GET", "/v1/tasks")
  expect(tasks.json.items.map((task: { title: string }) => task.title)).toContain(
    "A refund of $100.00 to Ana Lopez failed",
  )
  await settle()
})

test("staff record a cash deposit, which books the party; void takes it back; cash is returned by hand", async () => {
  const hold = await bench.payableHold(nextDate())
  const before = await bench.balances()
  const cash = (cents: number) => ({
    method: "cash",
    purpose: "deposit",
    amount: { amount: cents, currency: "USD" },
    reference: "R-17",
  })
  const url = `/v1/holds/${hold.id}/payments/offline`
  expect((await manager("POST", url, cash(9_999), key())).json.code).toBe("amount-too-small")
  const recorded = await manager("POST", url, cash(10_000), key())
  expect(recorded.json).toMatchObject({ status: "succeeded", method: "cash", description: "R-17" })
  expect((await bench.balances()).cash).toBe((before.cash ?? 0) + 10_000)
  const bookingId = recorded.json.bookingId
  expect((await manager("POST", url, cash(10_000), key())).json.code).toBe("hold-not-payable")
  const more = await manager(
    "POST",
    `/v1/bookings/${bookingId}/payments/offline`,
    { ...cash(5_000), purpose: "balance" },
    key(),
  )
  await manager("POST", `/v1/payments/${more.json.id}/void`, { reason: "typed on the wrong party" })
  expect((await readBooking(ctx(), { bookingId })).paid.amount).toBe(10_000)
  expect((await bench.balances()).cash).toBe((before.cash ?? 0) + 10_000)
  const asked = await manager(
    "POST",
    "/v1/refunds",
    { paymentId: recorded.json.id, amount: { amount: 2_000, currency: "USD" }, reason: "goodwill" },
    key(),
  )
  expect(asked.json).toMatchObject({ status: "requested", pendingReason: expect.stringContaining("by hand") })
  const shown = async () => (await readCustomerPayments(ctx(), bookingId)).payments
  expect(await shown()).toMatchObject([{ onItsWayBack: { amount: 2_000 }, refunded: { amount: 0 } }])
  await manager("POST", `/v1/refunds/${asked.json.id}/paid-back`)
  expect(await shown()).toMatchObject([{ onItsWayBack: { amount: 0 }, refunded: { amount: 2_000 } }])
  expect((await bench.balances()).cash).toBe((before.cash ?? 0) + 8_000)
})

test("the money screen adds up, and messages can be replayed", async () => {
  const summary = await manager("GET", "/v1/money/summary?timeZone=America/Los_Angeles")
  expect(summary.json).toMatchObject({ webhooksFailed: 0, timeZone: "America/Los_Angeles" })
  expect(summary.json.depositsHeld.amount).toBe(0 - ((await bench.balances()).customer_deposits ?? 0))
  const [event] = (await manager("GET", "/v1/webhooks/events?type=payment_intent.succeeded&limit=1")).json
    .items
  const before = await bench.balances()
  expect((await manager("POST", `/v1/webhooks/events/${event.id}/replay`)).json.state).toBe("received")
  await bench.app.drain()
  expect(await bench.balances()).toEqual(before)
  const found = await manager("GET", "/v1/payments?search=LOPEZ&status=partially_refunded&limit=1")
  expect(found.json.items).toMatchObject([{ customerName: "Ana Lopez", description: "R-17" }])
  const next = await manager(
    "GET",
    `/v1/payments?search=lopez&status=partially_refunded&cursor=${found.json.nextCursor}`,
  )
  expect(next.json.items.map((item: { id: string }) => item.id)).not.toContain(found.json.items[0].id)
  const byId = await manager("GET", `/v1/payments?search=${found.json.items[0].id}`)
  expect(byId.json.items).toHaveLength(1)
  expect((await manager("GET", "/v1/payments?search=%25")).json.items).toEqual([])
  const balance = await manager("GET", "/v1/ledger/trial-balance")
  expect(balance.json.total.amount).toBe(0)
})

test("a refund above the limit waits for a second person, who is not the one that asked", async () => {
  const hold = await bench.payableHold(nextDate())
  const cash = { method: "cash", purpose: "deposit", reference: "R-900" }
  const money = (amount: number) => ({ amount: { amount, currency: "USD" } })
  const deposit = { ...cash, ...money(80_000) }
  const paid = await manager("POST", `/v1/holds/${hold.id}/payments/offline`, deposit, key())
  const { id: paymentId, bookingId } = paid.json
  const preview = await manager("POST", "/v1/refunds/preview", { bookingId, ...money(90_000) })
  expect(preview.json).toMatchObject({ ...{ parts: [money(80_000)] }, unplaced: { amount: 10_000 } })

  const body = { paymentId, ...money(60_000), reason: "The grill broke" }
  const asked = await manager("POST", "/v1/refunds", body, key())
  expect(asked.json).toMatchObject({ status: "awaiting_approval" })
  const own = await manager("POST", `/v1/refunds/${asked.json.id}/approve`)
  expect(own).toMatchObject({ status: 403, json: { code: "second-person-needed" } })
  const more = await manager("POST", "/v1/refunds", { ...body, ...money(30_000) }, key())
  expect(more.json.code).toBe("refund-too-large")
  const dispatcher = await signInAs(bench.app, "dispatcher")
  expect((await dispatcher("POST", `/v1/refunds/${asked.json.id}/approve`)).status).toBe(403)

  const owner = await signInAs(bench.app, "owner")
  const approved = await owner("POST", `/v1/refunds/${asked.json.id}/approve`)
  expect(approved.json).toMatchObject({ status: "requested", approvedBy: expect.stringMatching(/^staff/) })
  expect(await owner("POST", `/v1/refunds/${asked.json.id}/cancel`)).toMatchObject({ status: 409 })
})
