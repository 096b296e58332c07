import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { advanceBooking, cancelBooking } from "#modules/booking/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { Temporal } from "#platform/time.ts"
import { type PaymentBench, startPaymentBench } from "../testing/payment-bench.ts"
import { invoices } from "./tables.ts"
import { writeInvoicePaper } from "./write-invoice-paper.ts"

let bench: PaymentBench
let owner: StaffClient
const parties = { made: 0, keys: 0 }

beforeAll(async () => {
  bench = await startPaymentBench()
  owner = await signInAs(bench.app, "owner")
})
afterAll(() => bench.close())

const post = (url: string, body: object = {}) => {
  parties.keys += 1
  return owner("POST", url, body, { "idempotency-key": `invoice-test-${parties.keys}` })
}

/** A booked party, its deposit taken by staff in cash. */
async function bookedParty(): Promise<{ bookingId: string; token: string }> {
  const date = Temporal.PlainDate.from("2026-12-05").add({ days: 7 * parties.made })
  parties.made += 1
  const hold = await bench.payableHold(date.toString())
  const deposit = {
    method: "cash",
    purpose: "deposit",
    amount: { amount: 10_000, currency: "USD" },
    reference: `R-${parties.made}`,
  }
  const paid = await post(`/v1/holds/${hold.id}/payments/offline`, deposit)
  const { bookingToken } = await bench.readState(hold)
  return { bookingId: paid.json.bookingId, token: String(bookingToken) }
}

const pdfOf = (invoiceId: string) => writeInvoicePaper(bench.app.ctx(), invoiceId)

test("a party has one invoice with the next number, and the same paper however often it is printed", async () => {
  const { bookingId, token } = await bookedParty()
  const first = await post(`/v1/bookings/${bookingId}/invoices`)
  expect(first).toMatchObject({
    status: 201,
    json: { number: "MH-2026-00001", state: "open", kind: "invoice" },
  })
  expect((await post(`/v1/bookings/${bookingId}/invoices`)).json.id).toBe(first.json.id)
  expect(first.json.due.amount).toBe(first.json.total.amount - 10_000)

  const paper = await pdfOf(first.json.id)
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-")
  bench.app.clock.advance({ hours: 3 })
  expect((await pdfOf(first.json.id)).equals(paper)).toBe(true)

  const own = await bench.app.http.inject({
    url: `/v1/public/bookings/${token}/invoices/${first.json.id}/pdf`,
  })
  expect(own.rawPayload.equals(paper)).toBe(true)
  const other = await bookedParty()
  const foreign = `/v1/public/bookings/${other.token}/invoices/${first.json.id}/pdf`
  expect((await bench.app.http.inject({ url: foreign })).statusCode).toBe(404)

  const balance = { method: "cash", purpose: "balance", amount: first.json.due, reference: "R-other" }
  const paid = await post(`/v1/bookings/${other.bookingId}/payments/offline`, balance)
  expect(paid).toMatchObject({ status: 201 })
  const { items } = (await owner("GET", `/v1/invoices?bookingId=${bookingId}`)).json
  expect(items).toMatchObject([{ id: first.json.id, state: "open" }])
})

test("an invoice is taken back by a credit note only, and what was issued cannot be changed", async () => {
  const { bookingId } = await bookedParty()
  const invoice = (await post(`/v1/bookings/${bookingId}/invoices`)).json
  const note = await post(`/v1/invoices/${invoice.id}/void`, { reason: "Wrong address" })
  expect(note.json).toMatchObject({
    number: "CN-MH-2026-00001",
    kind: "credit_note",
    total: { amount: -invoice.total.amount },
    counterpart: { number: invoice.number },
  })
  expect(await post(`/v1/invoices/${invoice.id}/void`, { reason: "Again" })).toMatchObject({ status: 409 })
  expect(await post(`/v1/invoices/${note.json.id}/void`, { reason: "Again" })).toMatchObject({ status: 409 })
  const again = (await post(`/v1/bookings/${bookingId}/invoices`)).json
  expect(again.number).toBe("MH-2026-00003")

  const { db } = bench.app.ctx()
  const change = db.update(invoices).set({ totalCents: 1 }).where(eq(invoices.id, again.id))
  await expect(change).rejects.toMatchObject({ cause: { code: "23514" } })
  await expect(db.delete(invoices).where(eq(invoices.id, again.id))).rejects.toMatchObject({
    cause: { code: "23514" },
  })
  const statement = (await owner("GET", `/v1/customers/${again.customerId}/statement`)).json
  expect(statement.lines.at(-1).balance).toEqual(statement.balance)
})

test("no invoice for a party that does not take place; the completed one gets its invoice by mail", async () => {
  const { bookingId } = await bookedParty()
  await cancelBooking(bench.app.ctx(), { bookingId, by: "company", reason: "storm" })
  expect(await post(`/v1/bookings/${bookingId}/invoices`)).toMatchObject({
    status: 409,
    json: { code: "booking-not-invoiceable" },
  })
  expect(await post("/v1/bookings/bk_unknown/invoices")).toMatchObject({ status: 404 })

  const party = await bookedParty()
  const { json: booking } = await owner("GET", `/v1/bookings/${party.bookingId}`)
  const wait = Temporal.Instant.from(booking.startsAt).since(bench.app.clock.now())
  bench.app.clock.advance({ seconds: wait.total("seconds") + 60 })
  await advanceBooking(bench.app.ctx(), { bookingId: party.bookingId, to: "in_progress", reason: "arrived" })
  await advanceBooking(bench.app.ctx(), { bookingId: party.bookingId, to: "completed", reason: "done" })
  await bench.app.drain()
  const [mail] = bench.cards.sandbox.mailbox.list({ to: "ana@example.com", subject: "Invoice MH-" })
  expect(mail?.attachments).toMatchObject([{ name: expect.stringMatching(/^MH-\d{4}-\d{5}\.pdf$/) }])
  const list = (await owner("GET", `/v1/invoices?bookingId=${party.bookingId}`)).json
  expect(list.items).toMatchObject([{ state: "open", kind: "invoice" }])
})
