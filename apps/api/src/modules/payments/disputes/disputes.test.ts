import { afterAll, beforeAll, expect, test } from "vitest"
import { cancelBooking, readBooking } from "#modules/booking/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { findPayments, readPayment } from "../find-payments.ts"
import { type PaymentBench, startPaymentBench } from "../testing/payment-bench.ts"
import { nextDisputeState } from "./dispute-states.ts"

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

/** Hands over what the provider has told meanwhile, the newest first and everything twice. */
async function settle(): Promise<void> {
  const all = await bench.cards.deliveries()
  const fresh = all.slice(heard).reverse()
  heard = all.length
  await bench.deliver([...fresh, ...fresh])
  await bench.app.drain()
}

/** A booking whose deposit of $100.00 the bank has just taken back. */
async function disputedBooking() {
  const hold = await bench.payableHold(`2026-12-${String(++day).padStart(2, "0")}`)
  await bench.cards.pay(await bench.openPage(hold))
  await settle()
  const { items } = await findPayments(ctx(), { limit: 100 })
  const payment = items.find(({ holdId }) => holdId === hold.id)
  if (!payment?.bookingId) throw new Error("The hold was not booked.")
  const before = await bench.balances()
  const { providerReference } = await readPayment(ctx(), payment.id)
  await bench.control("/disputes", { payment_intent: providerReference, reason: "fraudulent" })
  await settle()
  const { json } = await manager("GET", `/v1/disputes?paymentId=${payment.id}`)
  return { bookingId: payment.bookingId, paymentId: payment.id, dispute: json.items[0], before }
}

/** What an account gained since `before`, in cents. */
const gained = async (before: Record<string, number>, account: string) =>
  ((await bench.balances())[account] ?? 0) - (before[account] ?? 0)

test("a dispute holds the money back, freezes refunds and asks for an answer in time; won, it comes back", async () => {
  const { paymentId, dispute, before, bookingId } = await disputedBooking()
  expect(dispute).toMatchObject({ state: "needs_response", reason: "fraudulent", amount: { amount: 10_000 } })
  expect(await gained(before, "dispute_reserve")).toBe(10_000)
  expect(await gained(before, "fees")).toBe(1_500)
  const tasks = await manager("GET", `/v1/tasks?bookingId=${bookingId}`)
  expect(tasks.json.items).toMatchObject([
    { title: "Ana Lopez disputes $100.00", isUrgent: true, dueAt: dispute.dueBy },
  ])
  const refund = { paymentId, amount: { amount: 1, currency: "USD" }, reason: "goodwill" }
  expect((await manager("POST", "/v1/refunds", refund, key())).json).toMatchObject({
    code: "payment-disputed",
    detail: expect.stringContaining("their bank holds the money"),
  })
  const { json: detail } = await manager("GET", `/v1/disputes/${dispute.id}`)
  expect(detail.pack.agreement).toMatchObject({ signerName: "Ana Lopez", ipAddress: "127.0.0.1" })
  expect(detail.statement).toContain(detail.pack.agreement.textHash)
  expect(detail.pack.missing).toContain("No chef checked in on site.")
  const path = `/v1/disputes/${dispute.id}/evidence`
  expect((await manager("POST", path, { statement: "short" }, key())).status).toBe(400)
  const paper = await bench.app.http.inject({ url: `/v1/disputes/${dispute.id}/evidence/pdf` })
  expect(paper.statusCode).toBe(401)
  const shown = await manager("GET", `/v1/payments/${paymentId}`)
  expect(shown.json.dispute).toEqual({ id: dispute.id, state: "needs_response" })
  const { token } = await readBooking(ctx(), { bookingId })
  const page = await bench.app.http.inject({ url: `/v1/public/bookings/${token}/payments` })
  expect(page.json().payments).toMatchObject([{ id: paymentId, isDisputed: true }])
  const statement = `${detail.statement}\n\nwinning_evidence`
  const answered = await manager("POST", path, { statement }, key())
  expect(answered.json).toMatchObject({ state: "won", statement, submittedBy: expect.any(String) })
  await settle()
  const { stripe } = bench.cards.sandbox
  const [file] = stripe.store.of("file").all()
  expect(file).toMatchObject({ purpose: "dispute_evidence", filename: "evidence.pdf", type: "pdf" })
  expect(stripe.store.of("dispute").all()).toMatchObject([{ evidence: { uncategorized_file: file?.id } }])
  expect((await manager("GET", `/v1/payments/${paymentId}`)).json.dispute).toBeNull()
  expect(await gained(before, "dispute_reserve")).toBe(0)
  expect(await gained(before, "stripe_clearing")).toBe(-1_500)
  expect((await manager("POST", path, { statement }, key())).json.code).toBe("dispute-not-waiting")
  expect((await manager("GET", `/v1/tasks?bookingId=${bookingId}`)).json.items).toEqual([])
  expect((await manager("POST", "/v1/refunds", refund, key())).status).toBe(201)
})

test("lost before the party, the customer owes again and no refund finds the money", async () => {
  const { bookingId, paymentId, dispute, before } = await disputedBooking()
  const owed = (await readBooking(ctx(), { bookingId })).owed.amount
  const accepted = await manager("POST", `/v1/disputes/${dispute.id}/accept`, undefined, key())
  expect(accepted.json.state).toBe("lost")
  await settle()
  expect(await gained(before, "dispute_reserve")).toBe(0)
  expect(await gained(before, "customer_deposits")).toBe(10_000)
  expect((await readBooking(ctx(), { bookingId })).owed.amount).toBe(owed + 10_000)
  const refund = { paymentId, amount: { amount: 1, currency: "USD" }, reason: "goodwill" }
  expect((await manager("POST", "/v1/refunds", refund, key())).json.code).toBe("refund-too-large")
})

test("a party cancelled while its deposit is disputed asks a person instead of paying twice", async () => {
  const { bookingId, paymentId } = await disputedBooking()
  await cancelBooking(ctx(), { bookingId, by: "customer", reason: "moved house" })
  await settle()
  expect((await readPayment(ctx(), paymentId)).refunds).toEqual([])
  const { json } = await manager("GET", `/v1/tasks?bookingId=${bookingId}`)
  expect(json.items.map(({ title }: { title: string }) => title)).toContainEqual(
    expect.stringContaining("found no payment to return to"),
  )
})

test("a dispute's state only goes forward, and a decision stays", () => {
  expect(nextDisputeState("under_review", "needs_response")).toBe("under_review")
  expect(nextDisputeState("lost", "won")).toBe("lost")
  expect(nextDisputeState("warning", "closed")).toBe("closed")
})

test("an auditor reads disputes and answers none; an unknown one is not found", async () => {
  const auditor = await signInAs(bench.app, "auditor")
  const { json } = await auditor("GET", "/v1/disputes?limit=1")
  expect(json.items).toHaveLength(1)
  const rest = await auditor("GET", `/v1/disputes?cursor=${json.nextCursor}`)
  expect(rest.json.items.map(({ id }: { id: string }) => id)).not.toContain(json.items[0].id)
  expect((await auditor("POST", `/v1/disputes/${json.items[0].id}/accept`, undefined, key())).status).toBe(
    403,
  )
  expect((await auditor("GET", "/v1/disputes/dsp_none")).status).toBe(404)
})
