import type { Hold } from "@myhibachi/contract/hold"
import { afterAll, beforeAll, expect, test } from "vitest"
import {
  findDueBalances,
  placeHold,
  quoteParty,
  readBooking,
  readHold,
  signAgreement,
} from "#modules/booking/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { findTasks } from "#modules/tasks/index.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { collectBalances } from "../charge-balance.ts"
import { readTrialBalance } from "../ledger/read-ledger.ts"
import { sweepProvider } from "../sweep-provider.ts"

let app: TestApplication
let owner: StaffClient
const made = { keys: 0 }

beforeAll(async () => {
  app = await testApplication({
    environment: {
      PAYMENTS_PROVIDER: "manual",
      MANUAL_PAYMENT_WAYS: "Zelle: to pay@example.com; Check: payable to MyHibachi: 1 Main St",
    },
    providers: { maps: knownPlaces() },
  })
  owner = await signInAs(app, "owner")
})
afterAll(() => app.close())

async function payableHold(date: string, name = "Ana Lopez"): Promise<Hold> {
  const ctx = app.ctx({ kind: "visitor" })
  const address = { text: "12 Grand Ave, Oakland, CA" }
  const quote = await quoteParty(ctx, { guests: { adults: 14, children: 2 }, address, date, time: "18:00" })
  const contact = { name, email: "ana@example.com" }
  const { id, agreement } = await placeHold(ctx, { quoteToken: quote.token, contact })
  const signature = { signerName: name, isAccepted: true, textHash: agreement.textHash } as const
  await signAgreement(ctx, { holdId: id, ...signature, ipAddress: "127.0.0.1", userAgent: "test" })
  return readHold(ctx, { holdId: id })
}

async function asCustomer(method: "GET" | "POST", url: string, payload?: object) {
  const reply = await app.http.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, json: reply.json() }
}

async function openPage(path: string) {
  const { status, json } = await asCustomer("POST", path, {})
  expect(status, JSON.stringify(json)).toBe(200)
  return { id: json.id as string, page: `/v1/public${new URL(json.url).pathname}` }
}

async function received(checkoutId: string, client = owner) {
  made.keys += 1
  return client(
    "POST",
    `/v1/expected-payments/${checkoutId}/received`,
    { method: "zelle", reference: "ZL-77" },
    { "idempotency-key": `received-${made.keys}` },
  )
}

async function balances(): Promise<Record<string, number>> {
  const { accounts, total } = await readTrialBalance(app.ctx())
  expect(total.amount).toBe(0)
  return Object.fromEntries(
    accounts.map(({ account, balance }) => [account, balance.amount]).filter(([, cents]) => cents !== 0),
  )
}

test("from the hold over the page that says how to pay to the booked party, and back by hand", async () => {
  expect((await asCustomer("GET", "/v1/payments/config")).json).toMatchObject({
    isPageOffered: true,
    isCardEnabled: false,
  })
  const hold = await payableHold("2026-12-12")
  const { id, page } = await openPage(`/v1/public/holds/${hold.token}/checkout`)
  expect((await openPage(`/v1/public/holds/${hold.token}/checkout`)).id).toBe(id)
  expect((await asCustomer("GET", page)).json).toMatchObject({
    state: "open",
    reference: id,
    amount: { amount: 10_000 },
    payBy: hold.deadlineAt,
    ways: [
      { name: "Zelle", how: "to pay@example.com" },
      { name: "Check", how: "payable to MyHibachi: 1 Main St" },
    ],
  })
  expect((await asCustomer("GET", page.replace("manual", "manuel"))).status).toBe(404)

  expect((await asCustomer("POST", `${page}/announce`)).json.state).toBe("announced")
  await asCustomer("POST", `${page}/announce`)
  const open = await findTasks(app.ctx(), { state: "open", limit: 50 })
  expect(open.items.filter(({ title }) => title === "Look for $100.00 of Ana Lopez")).toHaveLength(1)
  const { items } = (await owner("GET", "/v1/expected-payments")).json
  expect(items).toMatchObject([{ checkoutId: id, isOpen: true, customerName: "Ana Lopez" }])
  expect(items[0].announcedAt).not.toBeNull()

  expect((await received(id, await signInAs(app, "auditor"))).status).toBe(403)
  const payment = (await received(id)).json
  expect(payment).toMatchObject({
    method: "zelle",
    provider: "manual",
    status: "succeeded",
    description: "ZL-77",
  })
  expect((await received(id)).json.id).toBe(payment.id)
  await app.drain()
  expect((await asCustomer("GET", page)).json.state).toBe("received")
  expect((await asCustomer("GET", `/v1/public/holds/${hold.token}/payment`)).json.state).toBe("confirmed")
  expect(await balances()).toEqual({ bank: 10_000, customer_deposits: -10_000 })
  expect((await findTasks(app.ctx(), { state: "open", limit: 50 })).items).toEqual([])

  made.keys += 1
  const refund = { paymentId: payment.id, amount: { amount: 2_500, currency: "USD" }, reason: "as agreed" }
  const asked = (
    await owner("POST", "/v1/refunds", refund, { "idempotency-key": `refund-of-a-part-${made.keys}` })
  ).json
  await app.drain()
  await sweepProvider.run(app.ctx(), {})
  expect(await balances()).toEqual({ bank: 10_000, customer_deposits: -10_000 })
  const tasks = await findTasks(app.ctx(), { state: "open", limit: 50 })
  expect(tasks.items.map(({ title }) => title)).toEqual(["Return $25.00 by zelle to Ana Lopez"])
  expect((await owner("POST", `/v1/refunds/${asked.id}/paid-back`)).json.status).toBe("succeeded")
  expect((await owner("POST", `/v1/refunds/${asked.id}/paid-back`)).json.status).toBe("succeeded")
  expect(await balances()).toEqual({ bank: 7_500, customer_deposits: -7_500 })
  expect((await findTasks(app.ctx(), { state: "open", limit: 50 })).items).toEqual([])
})

test("money that comes after the start was taken goes back, as a task and not by itself", async () => {
  const before = await balances()
  const hold = await payableHold("2026-12-19")
  const { id } = await openPage(`/v1/public/holds/${hold.token}/checkout`)
  app.clock.set(Temporal.Instant.from(hold.startsAt).add({ hours: 1 }))
  const late = (await received(id)).json
  await app.drain()
  expect(late).toMatchObject({ bookingId: null, status: "succeeded" })
  const after = await balances()
  expect(after.customer_deposits).toBe((before.customer_deposits ?? 0) - 10_000)
  const tasks = await findTasks(app.ctx(), { state: "open", limit: 50 })
  expect(tasks.items.some(({ title }) => title === "Return $100.00 by zelle to Ana Lopez")).toBe(true)
})

test("a balance that is due is asked for by a link, because no card can be charged", async () => {
  app.clock.set("2026-12-20T20:00:00Z")
  const hold = await payableHold("2027-01-16")
  const { id } = await openPage(`/v1/public/holds/${hold.token}/checkout`)
  const { bookingId } = (await received(id)).json
  const { balanceDueAt, owed } = await readBooking(app.ctx(), { bookingId })
  app.clock.set(Temporal.Instant.from(balanceDueAt).add({ minutes: 1 }))
  expect((await findDueBalances(app.ctx())).map((due) => due.bookingId)).toContain(bookingId)
  await collectBalances.run(app.ctx(), {})
  await app.drain()
  made.keys += 1
  const charge = await owner(
    "POST",
    `/v1/bookings/${bookingId}/charge-balance`,
    {},
    { "idempotency-key": "try-a-card" },
  )
  expect(charge.json).toMatchObject({ outcome: "link-sent", payment: null })
  const { id: balance } = await openPage(`/v1/public/pay/${charge.json.payLink.token}/checkout`)
  expect((await received(balance)).json).toMatchObject({ purpose: "balance", amount: owed })
  expect((await readBooking(app.ctx(), { bookingId })).owed.amount).toBe(0)
  expect((await asCustomer("GET", `/v1/public/pay/${charge.json.payLink.token}`)).json.state).toBe("used")
  expect((await asCustomer("POST", "/v1/webhooks/stripe", {})).status).toBe(400)
})
