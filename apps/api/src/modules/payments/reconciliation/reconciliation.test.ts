import { afterAll, beforeAll, expect, test } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { inTransaction } from "#platform/database/database.ts"
import { applyPayout } from "../apply-payout.ts"
import { findPayments, readPayment } from "../find-payments.ts"
import { postEntry } from "../ledger/post-entry.ts"
import { type PaymentBench, startPaymentBench } from "../testing/payment-bench.ts"
import { compareBooks, sumBySubject } from "./compare-books.ts"
import { reconcileYesterday } from "./run-reconciliation.ts"

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

async function settle(times = 1): Promise<void> {
  const all = await bench.cards.deliveries()
  for (let time = 0; time < times; time++) await bench.deliver(all.slice(heard))
  heard = all.length
  await bench.app.drain()
}

async function pay(): Promise<void> {
  const hold = await bench.payableHold(`2026-12-${String(++day).padStart(2, "0")}`)
  await bench.cards.pay(await bench.openPage(hold))
}

async function atProvider(path: string, form: Record<string, string>): Promise<void> {
  const headers = { authorization: "Bearer sk_test_of_the_card_bench" }
  const body = new URLSearchParams(form)
  const reply = await fetch(`${bench.cards.sandbox.url}/v1${path}`, { method: "POST", body, headers })
  if (!reply.ok) throw new Error(await reply.text())
}

/** Lets the day end and compares it. */
async function compareDay() {
  const over = bench.app.clock.now().toZonedDateTimeISO("UTC").toPlainDate().toString()
  bench.app.clock.advance({ hours: 24 })
  // The session has ended meanwhile.
  manager = await signInAs(bench.app, "manager")
  return manager("POST", "/v1/reconciliation/runs", { day: over }, key())
}

const tasks = async () =>
  (await manager("GET", "/v1/tasks?limit=100")).json.items.filter(({ title }: { title: string }) =>
    title.startsWith("The books of"),
  )

test("a day of payments, a refund and a dispute agrees to the cent, and that is said", async () => {
  await pay()
  await pay()
  await settle()
  const { items } = await findPayments(ctx(), { limit: 2 })
  const [first, second] = await Promise.all(items.map(({ id }) => readPayment(ctx(), id)))
  await atProvider("/refunds", { payment_intent: first?.providerReference ?? "", amount: "2500" })
  await bench.control("/disputes", { payment_intent: second?.providerReference })
  await settle()
  const { status, json } = await compareDay()
  expect(status).toBe(201)
  expect(json).toMatchObject({ state: "clean", movements: 4, breaks: [] })
  expect(json.message).toContain("agree to the cent")
})

test("a payout told three times is booked once", async () => {
  const before = await bench.balances()
  bench.app.clock.advance({ hours: 72 })
  await atProvider("/payouts", { amount: "1000", currency: "usd" })
  await settle(3)
  const after = await bench.balances()
  expect((after.bank ?? 0) - (before.bank ?? 0)).toBe(1_000)
  expect((after.stripe_clearing ?? 0) - (before.stripe_clearing ?? 0)).toBe(-1_000)
  expect((await compareDay()).json).toMatchObject({ state: "clean", movements: 1, entries: 1 })
})

test("a payment that nobody told us of is found, asked about, and closed once it agrees", async () => {
  await pay()
  const found = await compareDay()
  expect(found.json).toMatchObject({
    state: "broken",
    breaks: [{ kind: "missing-here", there: { amount: 9_680 }, here: null, resolvedAt: null }],
  })
  expect(await tasks()).toHaveLength(1)
  await manager("POST", "/v1/reconciliation/runs", { day: found.json.day }, key())
  expect(await tasks()).toHaveLength(1)
  // The message comes at last, a day late.
  const all = await bench.cards.deliveries()
  const last = all.at(-1)
  heard = all.length
  if (!last) throw new Error("Nothing was told.")
  bench.app.clock.advance({ hours: -24 })
  await bench.deliver([last])
  await bench.app.drain()
  bench.app.clock.advance({ hours: 24 })
  const again = await manager("POST", "/v1/reconciliation/runs", { day: found.json.day }, key())
  expect(again.json).toMatchObject({ state: "clean", breaks: [] })
  expect(await tasks()).toHaveLength(0)
  const earlier = await manager("GET", `/v1/reconciliation/runs/${found.json.id}`)
  expect(earlier.json.breaks).toMatchObject([{ resolution: "A later run found it again." }])
})

test("an entry that the provider does not know is explained once, and not asked again", async () => {
  await inTransaction(ctx(), (ctx) =>
    postEntry(ctx, {
      key: "hand:1",
      kind: "correction",
      description: "By hand",
      postings: { stripe_clearing: 500, fees: -500 },
    }),
  )
  const { json } = await compareDay()
  expect(json.breaks).toMatchObject([{ kind: "missing-there", here: { amount: 500 } }])
  const path = `/v1/reconciliation/breaks/${json.breaks[0].id}/resolve`
  expect((await manager("POST", path, { reason: "" })).status).toBe(400)
  const resolved = await manager("POST", path, { reason: "Fees that were given back" })
  expect(resolved.json).toMatchObject({ resolution: "Fees that were given back" })
  expect((await manager("POST", path, { reason: "twice" })).json.code).toBe("break-resolved")
  expect(await tasks()).toHaveLength(0)
  await reconcileYesterday.run(ctx(), {})
  const { items } = (await manager("GET", "/v1/reconciliation/runs?limit=1")).json
  expect(items).toMatchObject([{ state: "clean", day: json.day }])
  const auditor = await signInAs(bench.app, "auditor")
  expect((await auditor("POST", path, { reason: "mine" })).status).toBe(403)
})

test("a payout that the bank sends back is taken back in the books, once", async () => {
  const before = await bench.balances()
  const told = { id: "po_back", amountCents: 700, currency: "USD", arrivesAt: bench.app.clock.now() }
  for (const status of ["on-its-way", "failed", "failed", "paid"] as const)
    await applyPayout(ctx(), { ...told, status })
  expect(await bench.balances()).toEqual(before)
})

test("a day that is not over is refused by name", async () => {
  const today = bench.app.clock.now().toZonedDateTimeISO("UTC").toPlainDate().toString()
  const { status, json } = await manager("POST", "/v1/reconciliation/runs", { day: today }, key())
  expect([status, json.code, json.errors[0].pointer]).toEqual([422, "reconciliation-day-not-over", "/day"])
})

test("amounts are summed by subject before they are compared", () => {
  const said = (subject: string, cents: number) => ({
    subject,
    cents,
    description: "Card",
    providerReference: null,
    paymentId: null,
  })
  const there = sumBySubject([said("payment:1", 9_680), said("payment:2", 9_680)])
  const here = sumBySubject([said("payment:1", 10_000), said("payment:1", -320), said("payment:2", 10_000)])
  expect(compareBooks(["payment:1", "payment:2"], there, here)).toMatchObject([
    { kind: "other-amount", subject: "payment:2", thereCents: 9_680, hereCents: 10_000 },
  ])
})
