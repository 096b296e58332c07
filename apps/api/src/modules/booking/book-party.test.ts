import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { cancelBooking, previewCancellation } from "./cancel-booking.ts"
import { changeGuests } from "./change-guests.ts"
import { confirmBookingFromHold } from "./confirm-booking.ts"
import { explainAvailability } from "./explain-availability.ts"
import { findAvailability } from "./find-availability.ts"
import { findBookings, readToday } from "./find-bookings.ts"
import { placeHold } from "./place-hold.ts"
import { quoteParty } from "./quote-party.ts"
import { readBooking, readBookingForCustomer } from "./read-booking.ts"
import { readHold } from "./read-hold.ts"
import { explainQuote } from "./read-quote.ts"
import { readHistory } from "./record-transition.ts"
import { rescheduleBooking } from "./reschedule-booking.ts"
import { findRescheduleOptions } from "./reschedule-options.ts"
import { aBooking, aContact, aHold, aRequest, GRAND_AVENUE, SATURDAY, sign } from "./testing/booked-party.ts"
import { writeCalendarFile } from "./write-calendar-file.ts"

const NOW = "2026-11-10T20:00:00Z"
let app: TestApplication
let ctx: Context
const maps = knownPlaces()

beforeAll(async () => {
  app = await testApplication({ now: NOW, providers: { maps } })
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set(NOW)
  maps.isDown = false
  ctx = app.ctx({ kind: "visitor" })
})

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (!(error instanceof AppError)) throw new Error(`It was not refused but ${String(error)}`)
  return error
}

describe("a quote", () => {
  test("prices a party in Oakland from the Fremont station, with its tax and its explanation", async () => {
    const quote = await quoteParty(ctx, aRequest({ guests: { adults: 14, children: 2, littleOnes: 1 } }))
    expect(quote).toMatchObject({
      status: "open",
      revision: 1,
      startsAt: SATURDAY.startsAt,
      timeZone: "America/Los_Angeles",
      travel: { stationName: "Fremont", source: "google-routes" },
      foodTotal: { amount: 83_000 },
      deposit: { amount: 10_000 },
      missing: [],
    })
    const lines = quote.lines.reduce((sum, line) => sum + line.amount.amount, 0)
    expect(quote.total.amount).toBe(lines)
    expect(quote.expiresAt).toBe("2026-11-13T20:00:00Z")
  })

  test("names what it lacks without address and date", async () => {
    const quote = await quoteParty(ctx, { guests: { adults: 20 } })
    expect(quote.beforeTax.amount).toBe(110_000)
    expect(quote.missing.map((part) => part.part)).toEqual(["address", "travel", "start", "tax"])
  })

  test("takes the Oakland that is in reach and asks for the street later", async () => {
    const quote = await quoteParty(ctx, aRequest({ address: { text: "Oakland" } }))
    expect(quote.place?.formatted).toBe("Oakland, CA, USA")
    expect(quote.missing.map((part) => part.part)).toEqual(["address"])
    const hold = placeHold(ctx, { quoteToken: quote.token, contact: aContact() })
    expect(await refusal(hold)).toMatchObject({ code: "address-incomplete" })
  })

  test("keeps its revisions and replays byte for byte", async () => {
    const first = await quoteParty(ctx, aRequest())
    const second = await quoteParty(ctx, aRequest({ guests: { adults: 12 }, reviseToken: first.token }))
    expect([second.id, second.revision]).toEqual([first.id, 2])
    expect(await explainQuote(ctx, { quoteId: first.id, revision: 1 })).toMatchObject({
      isReplayIdentical: true,
      quote: { hash: first.hash, total: first.total },
    })
  })

  test("uses the kept distance while the maps are down, and says so when a place is unknown", async () => {
    const before = await quoteParty(ctx, aRequest())
    maps.isDown = true
    expect((await quoteParty(ctx, aRequest())).travel).toEqual(before.travel)
    const unknown = quoteParty(ctx, aRequest({ address: { text: "77 Nowhere St, Fremont, CA" } }))
    expect(await refusal(unknown)).toMatchObject({ kind: "unavailable", code: "maps-unavailable" })
  })

  test.each([
    [{ guests: { adults: 0 } }, "guests-none"],
    [{ guests: { adults: 0, children: 8 } }, "adults-missing"],
    [{ guests: { adults: 10_000 } }, "guests-too-many"],
    [{ date: "2026-11-01" }, "start-past"],
    [{ date: "2026-11-12", time: "11:45" }, "start-lead-time"],
    [{ date: "2026-11-12", time: "12:00" }, "none"],
    [{ date: "2026-12-12", time: "13:30" }, "start-not-a-start"],
    [{ date: "2028-01-01" }, "start-too-far-ahead"],
    [{ address: { text: "Toronto" } }, "outside-country"],
    [{ address: { text: "5 Beach Rd, Portland, OR" } }, "outside-area"],
    [{ address: { text: "qwertz" } }, "address-unknown"],
    [{ items: [{ sku: "caviar", quantity: 1 }] }, "unknown-sku"],
    [{ items: [{ sku: "lobster-tail", quantity: 0 }] }, "invalid-input"],
  ])("of %o: %s", async (part, code) => {
    const outcome = await quoteParty(ctx, aRequest(part)).then(
      () => "none",
      (error: AppError) => error.code,
    )
    expect(outcome).toBe(code)
  })
})

describe("availability", () => {
  test("offers every start of a free day, and each of them can be held", async () => {
    const { days, chefsNeeded } = await findAvailability(ctx, {
      from: "2026-12-19",
      adults: 31,
      address: GRAND_AVENUE,
    })
    expect(chefsNeeded).toBe(2)
    expect(days[0]?.starts).toHaveLength(36)
    const last = days[0]?.starts.at(-1)
    const quote = await quoteParty(ctx, aRequest({ guests: { adults: 31 }, date: "2026-12-19" }))
    const hold = await placeHold(ctx, {
      quoteToken: quote.token,
      contact: aContact("Late Lou"),
      ...(last ? { startsAt: last.startsAt } : {}),
    })
    expect(hold).toMatchObject({ startsAt: last?.startsAt, chefs: 2 })
  })

  test("names the rule for every start that is not offered", async () => {
    const { starts } = await explainAvailability(ctx, {
      from: "2026-11-12",
      adults: 10,
      stationId: "st_dallas",
    })
    expect(starts.filter((start) => !start.isOffered).every((start) => start.rule === "lead-time")).toBe(true)
    expect(starts.find((start) => start.isOffered)).toMatchObject({ time: "14:00", rule: null })
    const big = await explainAvailability(ctx, { from: "2026-12-19", adults: 200, stationId: "st_dallas" })
    expect(new Set(big.starts.map((start) => start.rule))).toEqual(new Set(["not-enough-chefs"]))
  })
})

describe("from hold to booking", () => {
  test("holds, signs, pays and shows the booking with its history", async () => {
    const { hold } = await aHold(ctx, { date: "2026-12-05" })
    expect(hold).toMatchObject({
      status: "held",
      deadlineAt: "2026-11-10T22:00:00Z",
      dueNow: { amount: 10_000 },
    })
    const signed = await sign(ctx, hold)
    expect(signed).toMatchObject({ status: "awaiting_deposit", deadlineAt: "2026-11-11T00:00:00Z" })
    const paid = { holdId: hold.id, paidCents: 10_000, source: "pay_1" }
    const result = await confirmBookingFromHold(ctx, paid)
    if (result.outcome !== "confirmed") throw new Error(result.outcome)
    expect(await confirmBookingFromHold(ctx, paid)).toMatchObject({
      outcome: "already",
      bookingId: result.bookingId,
    })
    const booking = await readBooking(ctx, { bookingId: result.bookingId })
    expect(booking).toMatchObject({
      status: "confirmed",
      paid: { amount: 10_000 },
      customer: { email: "ada.park@example.com" },
    })
    expect(booking.assignedChefs).toHaveLength(1)
    const { items } = await readHistory(ctx, { bookingId: booking.id, holdId: hold.id })
    expect(items.map((entry) => entry.to)).toEqual(["held", "awaiting_deposit", "confirmed", "confirmed"])
    expect(await readHold(ctx, { holdId: hold.id })).toMatchObject({
      status: "confirmed",
      bookingReference: booking.reference,
    })
    expect((await findBookings(ctx, { search: booking.reference.toLowerCase() })).items).toHaveLength(1)
    expect((await readToday(ctx, { date: "2026-12-05" })).parties).toMatchObject([
      { reference: booking.reference },
    ])
    const file = await writeCalendarFile(ctx, { bookingId: booking.id })
    expect(file).toContain("DTSTART:20261206T020000Z")
    await app.drain()
  })

  test("gives the chefs back when nobody signs, by the clock and by the job", async () => {
    const { hold } = await aHold(ctx, { date: "2026-12-06" })
    app.clock.advance({ minutes: 120 })
    expect(await readHold(ctx, { holdId: hold.id })).toMatchObject({ status: "expired", deadlineAt: null })
    expect(await refusal(sign(ctx, hold))).toMatchObject({ kind: "gone", code: "hold-expired" })
    const others = await Promise.all(
      ["A", "B", "C", "D", "E", "F"].map((name) => aHold(ctx, { date: "2026-12-06" }, `Guest ${name}`)),
    )
    expect(others).toHaveLength(6)
  })

  test("takes a late payment when the start is still free, and refuses it when it is taken", async () => {
    const late = await sign(ctx, (await aHold(ctx, { date: "2026-12-20" }, "Late Payer")).hold)
    const beaten = await sign(ctx, (await aHold(ctx, { date: "2026-12-27" }, "Beaten Payer")).hold)
    app.clock.advance({ hours: 5 })
    const pay = (holdId: string) =>
      confirmBookingFromHold(ctx, { holdId, paidCents: 10_000, source: "pay_late" })
    expect(await pay(late.id)).toMatchObject({ outcome: "confirmed" })
    for (const name of ["A", "B", "C", "D", "E", "F"])
      await aHold(ctx, { date: "2026-12-27" }, `Rival ${name}`)
    expect(await pay(beaten.id)).toMatchObject({ outcome: "too-late" })
  })

  test("lets exactly as many racing customers win as there are chefs", async () => {
    const quotes = []
    for (let index = 0; index < 9; index += 1)
      quotes.push(await quoteParty(ctx, aRequest({ date: "2027-01-09" })))
    const attempts = await Promise.allSettled(
      quotes.map((quote, index) =>
        placeHold(ctx, { quoteToken: quote.token, contact: aContact(`Racer ${index}`) }),
      ),
    )
    const lost = attempts.flatMap((attempt) =>
      attempt.status === "rejected" ? [attempt.reason as AppError] : [],
    )
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(6)
    expect(lost.map((error) => error.code)).toEqual(["start-taken", "start-taken", "start-taken"])
    expect(lost[0]?.extra.otherStarts).toEqual(
      expect.arrayContaining([expect.objectContaining({ time: "12:00" })]),
    )
  })
})

describe("a booking", () => {
  test("is cancelled at exactly the refund that was shown", async () => {
    const bookingId = await aBooking(ctx, { date: "2027-01-16" }, "Cara Cancel")
    const preview = await previewCancellation(ctx, { bookingId, by: "customer" })
    expect(preview).toMatchObject({
      refund: { amount: 10_000 },
      kept: { amount: 0 },
      isDepositRefunded: true,
    })
    const stale = cancelBooking(ctx, { bookingId, by: "customer", reason: "", expectedRefundCents: 1 })
    expect(await refusal(stale)).toMatchObject({ code: "refund-changed" })
    const page = await cancelBooking(ctx, {
      bookingId,
      by: "customer",
      reason: "ill",
      expectedRefundCents: 10_000,
    })
    expect(page).toMatchObject({ status: "cancelled", owed: { amount: 0 }, can: { cancel: false } })
    expect((await readBooking(ctx, { bookingId })).assignedChefs).toEqual([])
  })

  test("is moved in one step: first free, then for 100.00, and never to a taken start", async () => {
    const bookingId = await aBooking(ctx, { date: "2027-01-23" }, "Mona Move")
    const at = (startsAt: string) =>
      rescheduleBooking(ctx, { bookingId, startsAt, because: "customer" as const })
    expect(await findRescheduleOptions(ctx, { bookingId })).toMatchObject({
      isAllowed: true,
      fee: { amount: 0 },
    })
    const total = (await readBookingForCustomer(ctx, { bookingId })).total.amount
    expect(await at("2027-01-24T02:45:00Z")).toMatchObject({ reschedulesUsed: 0, total: { amount: total } })
    expect(await at("2027-01-31T02:00:00Z")).toMatchObject({ reschedulesUsed: 1, total: { amount: total } })
    expect(await at("2027-02-07T02:00:00Z")).toMatchObject({
      reschedulesUsed: 2,
      total: { amount: total + 10_000 },
    })
    for (const name of ["A", "B", "C", "D", "E", "F"])
      await aHold(ctx, { date: "2027-02-13" }, `Blocker ${name}`)
    expect(await refusal(at("2027-02-14T02:00:00Z"))).toMatchObject({ code: "start-taken" })
    const booking = await readBooking(ctx, { bookingId })
    expect(booking.startsAt).toBe("2027-02-07T02:00:00Z")
    expect(booking.assignedChefs).toHaveLength(1)
  })

  test("takes more guests until 48 hours before, at the prices it was booked at, with the chefs they need", async () => {
    const bookingId = await aBooking(ctx, { date: "2027-02-20" }, "Greta Guests")
    const page = await changeGuests(ctx, {
      bookingId,
      guests: { adults: 31, children: 0, littleOnes: 0 },
      items: [],
    })
    expect(page).toMatchObject({ chefs: 2, foodTotal: { amount: 170_500 } })
    app.clock.set(Temporal.Instant.from("2027-02-21T02:00:00Z").subtract({ hours: 47 }))
    const late = changeGuests(ctx, {
      bookingId,
      guests: { adults: 32, children: 0, littleOnes: 0 },
      items: [],
    })
    expect(await refusal(late)).toMatchObject({ code: "head-count-closed" })
    expect((await readBookingForCustomer(ctx, { bookingId })).can).toMatchObject({
      changeGuestsUntil: null,
      cancel: true,
    })
  })
})
