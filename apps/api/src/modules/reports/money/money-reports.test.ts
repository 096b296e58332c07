import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { advanceBooking, readBooking } from "#modules/booking/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { postEntry } from "#modules/payments/ledger/post-entry.ts"
import { readTrialBalance } from "#modules/payments/ledger/read-ledger.ts"
import { type PaymentBench, startPaymentBench } from "#modules/payments/testing/payment-bench.ts"
import { inTransaction } from "#platform/database/database.ts"
import { Temporal } from "#platform/time.ts"
import { readAccountStatement } from "./read-account-statement.ts"
import { readDeposits } from "./read-deposits.ts"
import { readReceivables } from "./read-receivables.ts"
import { readSalesTax } from "./read-sales-tax.ts"
import { readTips } from "./read-tips.ts"
import { spreadTax } from "./spread-tax.ts"
import { accountFile } from "./write-money-file.ts"

let bench: PaymentBench
let owner: StaffClient
const made = { keys: 0 }

beforeAll(async () => {
  bench = await startPaymentBench()
  owner = await signInAs(bench.app, "owner")
})
afterAll(() => bench.close())

const ctx = () => bench.app.ctx()
const usdOf = (amount: number) => ({ amount: { amount, currency: "USD" } })
const YEARS = { from: "2026-01-01", to: "2028-12-31" }

async function post(url: string, body: object = {}) {
  made.keys += 1
  const reply = await owner("POST", url, body, { "idempotency-key": `money-report-${made.keys}` })
  expect(reply.status, JSON.stringify(reply.json)).toBeLessThan(300)
  return reply.json
}
const read = async (path: string) => (await owner("GET", path)).json
const cash = (purpose: string, cents: number) => ({
  method: "cash",
  purpose,
  reference: `R-${cents}`,
  ...usdOf(cents),
})

async function bookedParty(date: string, depositCents = 10_000): Promise<string> {
  const hold = await bench.payableHold(date)
  return (await post(`/v1/holds/${hold.id}/payments/offline`, cash("deposit", depositCents))).bookingId
}

async function takesPlace(bookingId: string): Promise<void> {
  const { startsAt } = await readBooking(ctx(), { bookingId })
  bench.app.clock.set(Temporal.Instant.from(startsAt).add({ minutes: 5 }))
  await advanceBooking(ctx(), { bookingId, to: "in_progress", reason: "the chef arrived" })
  await advanceBooking(ctx(), { bookingId, to: "completed", reason: "done" })
  await bench.app.drain()
}

async function balanceOf(account: string): Promise<number> {
  const { accounts } = await readTrialBalance(ctx())
  return accounts.find((row) => row.account === account)?.balance.amount ?? Number.NaN
}

test("a party's money is in every report where it belongs, and on one timeline", async () => {
  const due = await bookedParty("2026-12-12")
  const ahead = await bookedParty("2027-01-16", 20_000)
  const { total, tax } = await readBooking(ctx(), { bookingId: due })
  const tip = await post(`/v1/bookings/${due}/payments/offline`, cash("tip", 6_001))
  const held = await read("/v1/reports/deposits")
  expect(held).toMatchObject({
    months: [
      { month: "2026-12", parties: 1, amount: { amount: 10_000 } },
      { month: "2027-01", parties: 1, amount: { amount: 20_000 } },
    ],
    total: { amount: 30_000 },
  })
  expect((await read(tipsOf("2026-12"))).unshared.amount).toBe(6_001)

  await takesPlace(due)
  bench.app.clock.advance({ hours: 24 * 40 })
  const debts = await read("/v1/reports/receivables")
  expect(debts.earned.amount).toBe(total.amount - 10_000)
  expect(debts.items).toMatchObject([
    { bookingId: due, isEarned: true, daysOverdue: 42, age: "days_31_60" },
    { bookingId: ahead, isEarned: false },
  ])
  expect((await read("/v1/reports/receivables?age=not_due")).items).toEqual([])
  const taxes = await read("/v1/reports/sales-tax?from=2026-12-01&to=2026-12-31")
  expect(taxes.total.amount).toBe(tax.amount)
  expect(taxes.jurisdictions).toHaveLength(1)

  const tips = await read(tipsOf("2026-12"))
  expect(tips.total.amount).toBe(6_001)
  const refund = await post("/v1/refunds", { paymentId: tip.id, ...usdOf(1_001), reason: "wrong amount" })
  await post(`/v1/refunds/${refund.id}/paid-back`)
  const refunds = await read("/v1/reports/refunds?from=2027-01-01&to=2027-01-31")
  expect(refunds.total.amount).toBe(1_001)
  expect(refunds.reasons).toContainEqual({ reason: "by_staff", count: 1, ...usdOf(1_001) })
  const after = await read("/v1/tips?from=2026-12-01&to=2027-01-31")
  expect(after.total.amount).toBe(5_000)

  const { items } = await read(`/v1/bookings/${due}/money`)
  expect(items.map((item: { title: string }) => item.title)).toEqual([
    "Deposit received",
    "Tip received",
    expect.stringMatching(/took place$/),
    expect.stringMatching(/^Paid before/),
    expect.stringMatching(/^Tip shared by/),
    expect.stringMatching(/^Invoice .* issued$/),
    "Refund asked for",
    "Refund gone back",
    expect.stringMatching(/^Tip shared by/),
  ])
  expect((await owner("GET", "/v1/bookings/bk_unknown/money")).status).toBe(404)
  const dispatcher = await signInAs(bench.app, "chef")
  expect((await dispatcher("GET", "/v1/reports/receivables")).status).toBe(403)
  const file = await bench.app.http.inject({ url: "/v1/reports/receivables/csv" })
  expect(file.statusCode).toBe(401)
})

const tipsOf = (month: string) => `/v1/tips?from=${month}-01&to=${month}-31`

test("whatever is booked whenever, every report equals its account to the cent, page by page", async () => {
  const parties = [await bookedParty("2027-03-06"), await bookedParty("2027-04-10"), null]
  const credit = fc.constantFrom("customer_deposits", "sales_tax_payable", "tips_payable", "receivable")
  const entry = fc.record({
    cents: fc.integer({ min: -500_000, max: 500_000 }).filter((cents) => cents !== 0),
    credit,
    debit: fc.constantFrom("bank", "cash", "stripe_clearing"),
    minutes: fc.integer({ min: 0, max: 300 * 24 * 60 }),
    party: fc.integer({ min: 0, max: 2 }),
    chef: fc.constantFrom(null, "chef_kenji_marlow", "chef_marcus_ishii"),
  })
  const start = bench.app.clock.now()
  for (const [index, one] of fc.sample(entry, { numRuns: 150, seed: 20261127 }).entries()) {
    bench.app.clock.set(start.add({ minutes: one.minutes }))
    const isTip = one.credit === "tips_payable" && one.chef !== null
    await inTransaction(ctx(), (ctx) =>
      postEntry(ctx, {
        key: `test:${index}`,
        kind: "test",
        description: "test",
        postings: { [one.debit]: one.cents, ...(isTip ? {} : { [one.credit]: -one.cents }) },
        ...(isTip ? { chefTips: { [one.chef ?? ""]: -one.cents } } : {}),
        bookingId: parties[one.party] ?? null,
      }),
    )
  }
  bench.app.clock.set(start.add({ hours: 301 * 24 }))

  expect((await readDeposits(ctx())).total.amount).toBe(-(await balanceOf("customer_deposits")))
  const { months } = await readDeposits(ctx())
  expect(months.map(({ month }) => month)).toContain(null)
  for (const unit of ["day", "week", "month"] as const) {
    const days = unit === "day" ? { from: "2027-01-01", to: "2027-12-31" } : YEARS
    const taxes = await readSalesTax(ctx(), { ...days, unit })
    const tips = await readTips(ctx(), { ...YEARS, unit: "month" })
    const sum = (rows: { total: { amount: number } }[]) =>
      rows.reduce((total, row) => total + row.total.amount, 0)
    expect(sum(taxes.periods)).toBe(taxes.total.amount)
    if (unit !== "day") expect(taxes.total.amount).toBe(-(await balanceOf("sales_tax_payable")))
    expect(sum(tips.periods)).toBe(tips.total.amount)
    expect(tips.total.amount + tips.unshared.amount).toBe(-(await balanceOf("tips_payable")))
  }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await readReceivables(ctx(), { limit: 1, ...(cursor ? { cursor } : {}) })
    expect(page.earned.amount).toBe(await balanceOf("receivable"))
    seen.push(...page.items.map((item) => `${item.bookingId} ${item.isEarned}`))
    cursor = page.nextCursor
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
})

test("an account's pages follow on each other from the opening balance to the ledger's", async () => {
  for (const account of ["customer_deposits", "bank"]) {
    const whole = await readAccountStatement(ctx(), { account, ...YEARS, limit: 1_000 })
    const query = { account, from: "2027-03-01", to: "2028-12-31", limit: 7 }
    let expected = (await readAccountStatement(ctx(), query)).opening.amount
    let cursor: string | null = null
    let count = 0
    do {
      const page = await readAccountStatement(ctx(), { ...query, ...(cursor ? { cursor } : {}) })
      for (const line of page.items) {
        expected += line.amount.amount
        expect(line.balance.amount).toBe(expected)
      }
      count += page.items.length
      cursor = page.nextCursor
    } while (cursor)
    expect(count).toBeLessThan(whole.items.length)
    expect(expected).toBe(await balanceOf(account))
    expect(whole).toMatchObject({ opening: { amount: 0 }, closing: { amount: expected } })
    expect(whole.items.at(-1)?.balance.amount).toBe(expected)
  }
  expect(
    (await owner("GET", "/v1/ledger/accounts/biscuits/statement?from=2027-01-01&to=2027-02-01")).status,
  ).toBe(404)
  const days = { from: "2026-12-01", to: "2026-12-31" }
  const food = await readAccountStatement(ctx(), { account: "revenue:food", ...days, limit: 100 })
  const file = (await accountFile(ctx(), { account: "revenue:food", ...days })).trim().split("\r\n")
  expect(file).toHaveLength(food.items.length + 2)
  expect(file.at(-1)).toMatch(new RegExp(`,${(food.closing.amount / 100).toFixed(2)}$`))
})

test("tax is parted without losing or making a cent", () => {
  const line = fc.record({
    jurisdiction: fc.constantFrom("Oakland", "Dallas", "Miami"),
    cents: fc.integer({ min: 0, max: 100_000 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.array(line), (cents, lines) => {
      expect(spreadTax(cents, lines).reduce((sum, part) => sum + part.cents, 0)).toBe(cents)
    }),
  )
})
