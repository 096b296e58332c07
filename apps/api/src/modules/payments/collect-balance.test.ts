import type { LedgerLine } from "@myhibachi/contract/ledger"
import { and, eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { advanceBooking, cancelBooking } from "#modules/booking/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { alteredLink } from "#platform/testing/altered-link.ts"
import { Temporal } from "#platform/time.ts"
import { collectBalances } from "./charge-balance.ts"
import { findLedgerEntries } from "./ledger/read-ledger.ts"
import { payments } from "./tables.ts"
import { type PaymentBench, startPaymentBench } from "./testing/payment-bench.ts"

const DECLINED_LATER = "4000000000000341"
const NEEDS_PROOF = "4000002760003184"
// 14 adults and 2 children in Oakland: 830.00 and the tax, of which 100.00 are the deposit.
let bench: PaymentBench
let owner: StaffClient
let heard = 0
const parties = { made: 0 }

beforeAll(async () => {
  bench = await startPaymentBench()
  owner = await signInAs(bench.app, "owner")
})
afterAll(() => bench.close())

const ctx = () => bench.app.ctx()
const http = (method: "GET" | "POST" | "DELETE", url: string, payload?: object) =>
  bench.app.http.inject({ method, url, ...(payload ? { payload } : {}) })

async function deliverNew(): Promise<void> {
  const all = await bench.cards.deliveries()
  await bench.deliver(all.slice(heard))
  heard = all.length
  await bench.app.drain()
}

/** A booked party, its deposit paid with the card. */
async function bookedParty(card?: string) {
  // Far enough apart that none is paid in full to book because an earlier one moved the clock.
  const date = Temporal.PlainDate.from("2026-12-05").add({ days: 7 * parties.made })
  parties.made += 1
  const hold = await bench.payableHold(date.toString())
  await bench.cards.pay(await bench.openPage(hold), card)
  await deliverNew()
  const { bookingToken } = await bench.readState(hold)
  const party = (await http("GET", `/v1/public/bookings/${bookingToken}`)).json()
  const bookingId = String(bookingToken).split(".")[0] ?? ""
  return { bookingId, token: String(bookingToken), party }
}

const readParty = async (token: string) => (await http("GET", `/v1/public/bookings/${token}`)).json()
const mails = (subject: string) => bench.cards.sandbox.mailbox.list({ to: "ana@example.com", subject })

async function collect(dueAt: string): Promise<void> {
  const wait = Temporal.Instant.from(dueAt).since(bench.app.clock.now())
  if (wait.sign > 0) bench.app.clock.advance({ seconds: wait.total("seconds") + 1 })
  await collectBalances.run(ctx(), {})
  await bench.app.drain()
  await deliverNew()
}

async function consentId(): Promise<string> {
  return (await http("GET", "/v1/payments/config")).json().saveCardConsent.id
}

async function depositsOf(bookingId: string): Promise<number> {
  const { items } = await findLedgerEntries(ctx(), { bookingId, account: "customer_deposits", limit: 100 })
  return items
    .flatMap((entry) => entry.lines)
    .filter((line) => line.account === "customer_deposits")
    .reduce((sum, line) => sum + line.amount.amount, 0)
}

test("the balance is charged to the kept card when it is due, once, with a receipt", async () => {
  const { bookingId, token, party } = await bookedParty()
  await collectBalances.run(ctx(), {})
  await bench.app.drain()
  expect((await readParty(token)).owed.amount).toBe(party.total.amount - 10_000)

  const schedule = (await owner("GET", `/v1/bookings/${bookingId}/payment-schedule`)).json
  expect(schedule).toMatchObject({ items: [{ state: "paid" }, { state: "upcoming" }] })
  for (let round = 0; round < 3; round += 1) await collect(party.balanceDueAt)

  expect(await readParty(token)).toMatchObject({ owed: { amount: 0 }, paid: { amount: party.total.amount } })
  const rows = await ctx().db.select().from(payments).where(eq(payments.bookingId, bookingId))
  expect(rows.filter((row) => row.purpose === "balance")).toHaveLength(1)
  expect(await depositsOf(bookingId)).toBe(-party.total.amount)
  expect(mails("We received")).toHaveLength(1)
  const again = await owner(
    "POST",
    `/v1/bookings/${bookingId}/charge-balance`,
    {},
    { "idempotency-key": "charge-it-twice" },
  )
  expect(again).toMatchObject({ status: 409, json: { code: "nothing-owed" } })
})

test("a card that fails later leads to a link that pays once and is then over", async () => {
  for (const card of [DECLINED_LATER, NEEDS_PROOF]) {
    const sent = mails("Please pay").length
    const { token, party } = await bookedParty(card)
    await collect(party.balanceDueAt)
    expect((await readParty(token)).owed.amount).toBe(party.total.amount - 10_000)
    const [mail] = mails("Please pay")
    expect(mails("Please pay")).toHaveLength(sent + 1)
    const link = /\/pay\/([\w.-]+)/.exec(mail?.text ?? "")?.[1] ?? ""
    expect((await http("GET", `/v1/public/pay/${link}`)).json()).toMatchObject({
      state: "open",
      due: { amount: party.total.amount - 10_000 },
    })
    expect((await http("GET", `/v1/public/pay/${alteredLink(link)}`)).statusCode).toBe(404)
    const page = await http("POST", `/v1/public/pay/${link}/checkout`, { consentId: await consentId() })
    expect(await bench.cards.pay(page.json().url)).toBe(303)
    await deliverNew()
    expect((await readParty(token)).owed.amount).toBe(0)
    expect((await http("GET", `/v1/public/pay/${link}/payment`)).json()).toMatchObject({ state: "received" })
    const used = await http("POST", `/v1/public/pay/${link}/checkout`, { consentId: await consentId() })
    expect(used.json()).toMatchObject({ status: 410, code: "pay-link-used" })
  }
})

test("who pays on the page while the card is charged gets the second payment back", async () => {
  const { bookingId, token, party } = await bookedParty()
  const page = await http("POST", `/v1/public/bookings/${token}/checkout`, { consentId: await consentId() })
  expect(await bench.cards.pay(page.json().url)).toBe(303)
  // The page's message is still on its way.
  const charge = await owner(
    "POST",
    `/v1/bookings/${bookingId}/charge-balance`,
    {},
    { "idempotency-key": "charge-meanwhile" },
  )
  expect(charge.json).toMatchObject({ outcome: "charged" })
  await deliverNew()
  await deliverNew()
  expect(await readParty(token)).toMatchObject({
    owed: { amount: 0 },
    refunded: { amount: party.total.amount - 10_000 },
  })
  expect(await depositsOf(bookingId)).toBe(-party.total.amount)
})

test("tips are the chefs' when the party is over, and go back when it does not take place", async () => {
  const { bookingId, token, party } = await bookedParty()
  const tip = async () => {
    const body = { amount: { amount: 4_001, currency: "USD" }, consentId: await consentId() }
    const page = await http("POST", `/v1/public/bookings/${token}/tip`, body)
    expect(await bench.cards.pay(page.json().url)).toBe(303)
    await deliverNew()
  }
  await tip()
  expect((await readParty(token)).owed.amount).toBe(party.total.amount - 10_000)
  await collect(party.balanceDueAt)
  const wait = Temporal.Instant.from(party.startsAt).since(bench.app.clock.now())
  bench.app.clock.advance({ seconds: wait.total("seconds") + 60 })
  await advanceBooking(ctx(), { bookingId, to: "in_progress", reason: "the chef arrived" })
  await advanceBooking(ctx(), { bookingId, to: "completed", reason: "done" })
  await bench.app.drain()

  const lines = async () =>
    (await findLedgerEntries(ctx(), { bookingId, limit: 100 })).items.flatMap((entry) => entry.lines)
  const sumOf = async (account: string) =>
    (await lines())
      .filter((line) => line.account === account)
      .reduce((sum, line) => sum + line.amount.amount, 0)
  expect(await sumOf("customer_deposits")).toBe(0)
  expect(await sumOf("receivable")).toBe(0)
  expect(-(await sumOf("sales_tax_payable"))).toBe(party.tax.amount)
  const chefs = (await lines()).filter((line) => line.account === "tips_payable" && line.chefId !== null)
  expect(chefs.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(-4_001)
  await tip()
  expect(await sumOf("tips_payable")).toBe(-8_002)

  const byChef = async () => {
    const sums: Record<string, number> = {}
    for (const line of await lines())
      if (line.account === "tips_payable" && line.chefId)
        sums[line.chefId] = (sums[line.chefId] ?? 0) - line.amount.amount
    return sums
  }
  const onPayLines = async () => {
    const sums: Record<string, number> = {}
    for (const chefId of Object.keys(await byChef())) {
      const { items } = (await owner("GET", `/v1/chefs/${chefId}/pay?limit=100`)).json
      const own = items.filter(
        (line: { kind: string; bookingId: string }) => line.kind === "tip" && line.bookingId === bookingId,
      )
      sums[chefId] = own.reduce((sum: number, line: LedgerLine) => sum + line.amount.amount, 0)
    }
    return sums
  }
  expect(await onPayLines()).toEqual(await byChef())
  const [first] = await ctx()
    .db.select()
    .from(payments)
    .where(and(eq(payments.bookingId, bookingId), eq(payments.purpose, "tip")))
  for (const cents of [1_501, 2_500]) {
    const back = { paymentId: first?.id, amount: { amount: cents, currency: "USD" }, reason: "wrong amount" }
    await owner("POST", "/v1/refunds", back, { "idempotency-key": `tip-goes-back-${cents}` })
    await bench.app.drain()
    await deliverNew()
    expect(await onPayLines()).toEqual(await byChef())
  }
  expect(Object.values(await byChef()).reduce((sum, cents) => sum + cents, 0)).toBe(4_001)
  expect(await sumOf("tips_payable")).toBe(-4_001)

  const other = await bookedParty()
  const body = { amount: { amount: 2_000, currency: "USD" }, consentId: await consentId() }
  const page = await http("POST", `/v1/public/bookings/${other.token}/tip`, body)
  await bench.cards.pay(page.json().url)
  await deliverNew()
  await cancelBooking(ctx(), { bookingId: other.bookingId, by: "company", reason: "storm" })
  await bench.app.drain()
  await deliverNew()
  const { items } = await findLedgerEntries(ctx(), { bookingId: other.bookingId, limit: 100 })
  const left = items.flatMap((entry) => entry.lines).filter((line) => line.account === "tips_payable")
  expect(left.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(0)
  const refused = await http("POST", `/v1/public/bookings/${other.token}/tip`, body)
  expect(refused.json()).toMatchObject({ status: 409, code: "tip-not-possible" })
})

test("a card that was forgotten is charged no more", async () => {
  const { bookingId, token } = await bookedParty()
  const { items } = (await http("GET", `/v1/public/bookings/${token}/cards`)).json()
  expect(items[0]).toMatchObject({ brand: "visa", last4: "4242" })
  for (const card of items) await http("DELETE", `/v1/public/bookings/${token}/cards/${card.id}`)
  expect((await http("GET", `/v1/public/bookings/${token}/cards`)).json()).toEqual({ items: [] })
  const charge = await owner(
    "POST",
    `/v1/bookings/${bookingId}/charge-balance`,
    {},
    { "idempotency-key": "charge-nothing" },
  )
  expect(charge.json).toMatchObject({ outcome: "link-sent", payment: null })
})

test("amounts that make no sense are refused with the field and the remedy", async () => {
  const { token } = await bookedParty()
  for (const amount of [-100, 0, 99, 50.5, 1_000_001, 1e20, "100"]) {
    const body = { amount: { amount, currency: "USD" }, consentId: await consentId() }
    expect((await http("POST", `/v1/public/bookings/${token}/tip`, body)).statusCode).toBe(400)
  }
  const euros = { amount: { amount: 500, currency: "EUR" }, consentId: await consentId() }
  expect((await http("POST", `/v1/public/bookings/${token}/tip`, euros)).statusCode).toBe(400)
})
