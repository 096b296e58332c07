import { ReportUnit } from "@myhibachi/contract/reports"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { placeHold, quoteParty, releaseHold } from "#modules/booking/index.ts"
import { aBooking, aContact, aHold, aRequest } from "#modules/booking/testing/booked-party.ts"
import { signInAs } from "#modules/identity/testing/staff-client.ts"
import { postEntry } from "#modules/payments/ledger/post-entry.ts"
import { readTrialBalance } from "#modules/payments/ledger/read-ledger.ts"
import { inTransaction } from "#platform/database/database.ts"
import { safeCell } from "#platform/documents/csv.ts"
import { TEST_NOW, type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { readConversion } from "./read-conversion.ts"
import { readRevenue } from "./read-revenue.ts"
import { reportUtilisation } from "./read-utilisation.ts"

let app: TestApplication
let bookingId: string
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  bookingId = await aBooking(app.ctx())
})
afterAll(() => app.close())

const YEAR = { from: "2026-10-26", to: "2027-10-31" }

test("whatever is booked whenever, the revenue report equals the ledger to the cent, by any unit and station", async () => {
  const entry = fc.record({
    cents: fc.integer({ min: 1, max: 5_000_000 }),
    credit: fc.constantFrom("revenue:food", "revenue:travel", "revenue:fees", "customer_deposits"),
    debit: fc.constantFrom("bank", "cash", "stripe_clearing", "receivable"),
    minutes: fc.integer({ min: 0, max: 330 * 24 * 60 }),
    hasBooking: fc.boolean(),
    isReversed: fc.boolean(),
  })
  for (const [index, one] of fc.sample(entry, { numRuns: 120, seed: 20261127 }).entries()) {
    app.clock.set(Temporal.Instant.from(TEST_NOW).add({ minutes: one.minutes }))
    const cents = one.isReversed ? -one.cents : one.cents
    await inTransaction(app.ctx(), (ctx) =>
      postEntry(ctx, {
        key: `test:${index}`,
        kind: "test",
        description: "test",
        postings: { [one.debit]: cents, [one.credit]: -cents },
        bookingId: one.hasBooking ? bookingId : null,
      }),
    )
  }
  const { accounts } = await readTrialBalance(app.ctx())
  const balanceOf = (account: string) => accounts.find((row) => row.account === account)?.balance.amount ?? 0
  for (const unit of ReportUnit.options) {
    const report = await readRevenue(app.ctx(), { ...YEAR, unit })
    for (const { account, kind } of report.accounts) {
      const sign = kind === "revenue" ? -1 : 1
      const amountIn = (part: Pick<typeof report, "earned" | "moved">) =>
        [...part.earned, ...part.moved].find((row) => row.account === account)?.amount.amount ?? Number.NaN
      const sum = (parts: Pick<typeof report, "earned" | "moved">[]) =>
        parts.reduce((total, part) => total + amountIn(part), 0)
      expect(sum(report.periods), `${account} by ${unit}`).toBe(balanceOf(account) * sign || 0)
      expect(sum(report.stations), `${account} by station`).toBe(balanceOf(account) * sign || 0)
      expect(amountIn(report)).toBe(balanceOf(account) * sign || 0)
    }
  }
  const all = await readRevenue(app.ctx(), { ...YEAR })
  const fremont = all.stations.find(({ name }) => name === "Fremont")
  const alone = await readRevenue(app.ctx(), { ...YEAR, stationId: fremont?.stationId ?? "" })
  expect(alone.earnedTotal).toEqual(fremont?.earnedTotal)
  expect(alone.stations).toHaveLength(1)
  app.clock.set(TEST_NOW)
})

test("an entry late in the evening belongs to that day at the station, not to the next one in UTC", async () => {
  const day = { from: "2026-11-10", to: "2026-11-10", unit: "day" as const }
  const before = await readRevenue(app.ctx(), day)
  app.clock.set("2026-11-11T07:59:59Z")
  await inTransaction(app.ctx(), (ctx) =>
    postEntry(ctx, {
      key: "test:late",
      kind: "test",
      description: "",
      postings: { cash: 1, "revenue:fees": -1 },
    }),
  )
  app.clock.set(TEST_NOW)
  const after = await readRevenue(app.ctx(), day)
  expect(after.earnedTotal.amount - before.earnedTotal.amount).toBe(1)
})

test("utilisation counts booked work against offered hours, in total and hour by hour", async () => {
  const report = await reportUtilisation(app.ctx(), { from: "2026-12-07", to: "2026-12-13" })
  // Set-up at 5:30 PM until pack-down at 8 PM on a Saturday.
  expect(report.workedMinutes).toBe(150)
  expect(report.chefs.filter(({ parties }) => parties > 0)).toHaveLength(1)
  const saturday = report.hours.filter(({ weekday, workedMinutes }) => weekday === 6 && workedMinutes > 0)
  expect(saturday.map(({ hour, workedMinutes }) => [hour, workedMinutes])).toEqual([
    [17, 30],
    [18, 60],
    [19, 60],
  ])
  const offered = report.hours.reduce((sum, { availableMinutes }) => sum + availableMinutes, 0)
  expect(offered).toBe(report.availableMinutes)
  expect(offered).toBeGreaterThan(0)
  const week = { from: "2026-11-30", to: "2026-12-06" }
  expect((await reportUtilisation(app.ctx(), week)).workedMinutes).toBe(0)
})

test("conversion follows each quote to its booking or to why it was lost", async () => {
  const { hold } = await aHold(app.ctx(), { time: "12:00" }, "Ben Ito")
  await releaseHold(app.ctx(), { holdId: hold.id, reason: "test" })
  const open = await quoteParty(app.ctx({ kind: "visitor" }), aRequest({ time: "15:00" }))
  await placeHold(app.ctx(), { quoteToken: open.token, contact: aContact("Cai Lee") })
  await quoteParty(app.ctx({ kind: "visitor" }), aRequest())
  const query = { from: "2026-11-09", to: "2026-11-15", unit: "week" as const }
  const now = await readConversion(app.ctx(), query)
  const lost = (report: typeof now) => Object.fromEntries(report.lost.map(({ why, count }) => [why, count]))
  expect(now).toMatchObject({ quotes: 4, held: 3, booked: 1, periods: [{ period: "2026-11-09", quotes: 4 }] })
  expect(lost(now)).toMatchObject({ given_back: 1, still_open: 2, not_signed: 0 })
  app.clock.advance({ hours: 100 })
  await app.drain()
  const later = await readConversion(app.ctx(), query)
  expect(lost(later)).toEqual({ given_back: 1, still_open: 0, not_signed: 1, not_taken: 1, not_paid: 0 })
  expect(later.booked + later.lost.reduce((sum, { count }) => sum + count, 0)).toBe(later.quotes)
  app.clock.set(TEST_NOW)
})

test("reports show only what the role may see, and their files run no formula", async () => {
  const query = "from=2026-11-01&to=2026-11-30"
  const marketing = await signInAs(app, "marketing")
  expect((await marketing("GET", `/v1/reports/revenue?${query}`)).status).toBe(403)
  const auditor = await signInAs(app, "auditor")
  expect((await auditor("GET", `/v1/reports/revenue?${query}`)).status).toBe(200)
  const wrong = await auditor("GET", "/v1/reports/revenue?from=2026-12-01&to=2026-11-30")
  expect(wrong.json).toMatchObject({ code: "range-invalid", errors: [{ pointer: "/to" }] })
  expect((await auditor("GET", `/v1/reports/revenue?${query}&stationId=nowhere`)).status).toBe(404)
  expect(["=1+1", "@SUM(A1)", "-2+3", "\t=1", "+A1", " =1"].map(safeCell).map((cell) => cell[0])).toEqual(
    Array(6).fill("'"),
  )
  expect(["-12.50", "+15105550142", "Ada"].map(safeCell)).toEqual(["-12.50", "+15105550142", "Ada"])
})
