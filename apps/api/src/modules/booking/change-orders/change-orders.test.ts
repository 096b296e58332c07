import fc from "fast-check"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { findTasks } from "#modules/tasks/index.ts"
import type { Actor, Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import type { EmailMessage } from "#providers/email/port.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { cancelBooking } from "../cancel-booking.ts"
import { recordBookingPayment } from "../confirm-booking.ts"
import { readBooking, readBookingForCustomer } from "../read-booking.ts"
import { explainQuote } from "../read-quote.ts"
import { rescheduleBooking } from "../reschedule-booking.ts"
import { aBooking, aHold } from "../testing/booked-party.ts"
import { acceptChange, declineChange } from "./decide-change.ts"
import { proposeChange } from "./propose-change.ts"

const NOW = "2026-11-10T20:00:00Z"
const sent: EmailMessage[] = []
let app: TestApplication
let guest: Context
let support: Context

const SUPPORT: Actor = {
  kind: "staff",
  userId: "usr_support",
  role: "support",
  name: "Sam Support",
  email: "sam@example.com",
}
const people = (adults: number, children = 0, littleOnes = 0) => ({ adults, children, littleOnes })

beforeAll(async () => {
  const email = { send: async (mail: EmailMessage) => void sent.push(mail), close: () => {} }
  app = await testApplication({ now: NOW, providers: { maps: knownPlaces(), email } })
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set(NOW)
  guest = app.ctx({ kind: "visitor" })
  support = app.ctx(SUPPORT)
})

test("a customer sees the price of two more guests and accepts it once", async () => {
  const bookingId = await aBooking(guest)
  const before = await readBooking(guest, { bookingId })
  const order = await proposeChange(guest, { bookingId, guests: people(12) })
  expect(order).toMatchObject({ status: "offered", guestsBefore: people(10), guests: people(12) })
  expect(order.changes[0]).toMatchObject({ kind: "guests", difference: { amount: 11_000 } })
  expect(await readBooking(guest, { bookingId })).toMatchObject({
    guests: people(10),
    total: before.total,
    changeOrder: { id: order.id },
  })
  const wrong = acceptChange(guest, { changeOrderId: order.id, expectedDifferenceCents: 1 })
  await expect(wrong).rejects.toMatchObject({ code: "difference-changed" })
  const expectedDifferenceCents = order.difference.amount
  const accepted = await acceptChange(guest, { changeOrderId: order.id, expectedDifferenceCents })
  expect(accepted).toMatchObject({ status: "accepted", decidedBy: "visitor:anonymous" })
  const after = await readBooking(guest, { bookingId })
  expect(after).toMatchObject({
    guests: people(12),
    total: order.totalAfter,
    changeOrder: null,
    quoteRevision: 2,
  })
  expect(await explainQuote(guest, { quoteId: after.quoteId, revision: 2 })).toMatchObject({
    isReplayIdentical: true,
  })
  await expect(acceptChange(guest, { changeOrderId: order.id })).rejects.toMatchObject({
    kind: "conflict",
    code: "change-order-closed",
    message: "This change was accepted already.",
  })
  const same = proposeChange(guest, { bookingId, guests: people(12) })
  await expect(same).rejects.toMatchObject({ code: "nothing-changes" })
})

test("offers end: by a newer one, by the clock, by a move, by a no, and when the party is cancelled", async () => {
  const bookingId = await aBooking(guest, { date: "2026-12-19" }, "Olly Offer")
  const first = await proposeChange(guest, { bookingId, guests: people(11) })
  const second = await proposeChange(guest, { bookingId, guests: people(13) })
  const accept = (changeOrderId: string) => acceptChange(guest, { changeOrderId })
  await expect(accept(first.id)).rejects.toMatchObject({ extra: { status: "withdrawn" } })
  app.clock.advance({ hours: 72 })
  await expect(accept(second.id)).rejects.toMatchObject({ kind: "gone", extra: { status: "expired" } })
  const third = await proposeChange(guest, { bookingId, guests: people(13) })
  await rescheduleBooking(guest, { bookingId, startsAt: "2026-12-21T02:00:00Z", because: "customer" })
  await expect(accept(third.id)).rejects.toMatchObject({ extra: { status: "outdated" } })
  const fourth = await proposeChange(guest, { bookingId, guests: people(13) })
  expect(await declineChange(guest, { changeOrderId: fourth.id })).toMatchObject({ status: "declined" })
  const fifth = await proposeChange(guest, { bookingId, guests: people(14) })
  await cancelBooking(guest, { bookingId, by: "customer", reason: "" })
  await expect(accept(fifth.id)).rejects.toMatchObject({ code: "booking-over" })
})

test("after the cut-off only staff offer, the customer hears by mail, and staff write down who agreed", async () => {
  const bookingId = await aBooking(guest, { date: "2026-12-26" }, "Lena Late")
  app.clock.set(Temporal.Instant.from("2026-12-27T02:00:00Z").subtract({ hours: 30 }))
  const late = proposeChange(guest, { bookingId, guests: people(12) })
  await expect(late).rejects.toMatchObject({ code: "head-count-closed" })
  sent.length = 0
  const order = await proposeChange(support, { bookingId, guests: people(12), note: "As we said by phone" })
  await app.drain()
  const offered = sent.filter(({ text }) => text.includes(`/change/${order.token}`))
  expect(offered.map(({ to }) => to)).toEqual(["lena.late@example.com"])
  const accepted = await acceptChange(support, { changeOrderId: order.id, acceptedBy: "Lena by phone" })
  expect(accepted.decidedBy).toBe("Lena by phone")
})

test("another address changes station, travel and tax, and going back restores the price", async () => {
  const bookingId = await aBooking(guest, { date: "2027-01-09" }, "Ada Address")
  const { owed, travelFee, tax } = await readBooking(guest, { bookingId })
  await recordBookingPayment(guest, { bookingId, paidCents: owed.amount })
  const order = await proposeChange(support, {
    bookingId,
    guests: people(10),
    address: { text: "1 Main St, Reno, NV" },
  })
  expect(order.newAddress).toContain("Reno")
  await acceptChange(support, { changeOrderId: order.id, acceptedBy: "Ada by mail" })
  const moved = await readBooking(guest, { bookingId })
  expect(moved).toMatchObject({ stationName: "Sacramento", place: { city: "Reno" } })
  expect(moved.tax).not.toEqual(tax)
  expect(moved.travelFee.amount).toBeGreaterThan(travelFee.amount)
  expect(moved.assignedChefs).toHaveLength(1)
  const { items } = await findTasks(guest, { state: "open", bookingId, limit: 10 })
  expect(items).toEqual([])
  const smaller = await proposeChange(support, {
    bookingId,
    address: { text: "12 Grand Ave, Oakland, CA" },
    items: [],
  })
  await acceptChange(support, { changeOrderId: smaller.id, acceptedBy: "Ada by mail" })
  expect(await readBooking(guest, { bookingId })).toMatchObject({ total: { amount: owed.amount + 10_000 } })
})

test("a paid party that becomes smaller leaves a task to return the rest", async () => {
  const bookingId = await aBooking(guest, { date: "2027-01-16", guests: { adults: 20 } }, "Sally Smaller")
  const { owed } = await readBooking(guest, { bookingId })
  await recordBookingPayment(guest, { bookingId, paidCents: owed.amount })
  const order = await proposeChange(guest, { bookingId, guests: people(15) })
  await acceptChange(guest, { changeOrderId: order.id })
  const { items } = await findTasks(guest, { state: "open", bookingId, limit: 10 })
  expect(items).toMatchObject([{ kind: "payment", title: expect.stringContaining("paid too much") }])
})

test("without chefs for the larger party nothing changes and other starts are named, when asked and when accepted", async () => {
  const date = "2027-02-13"
  const bookingId = await aBooking(guest, { date }, "Greta Grow")
  const order = await proposeChange(guest, { bookingId, guests: people(31) })
  expect(order).toMatchObject({ chefsBefore: 1, chefs: 2 })
  for (const name of ["A", "B", "C", "D", "E"]) await aHold(guest, { date }, `Blocker ${name}`)
  const refusal = {
    code: "start-taken",
    extra: { otherStarts: expect.arrayContaining([expect.objectContaining({ time: "12:00" })]) },
  }
  await expect(acceptChange(guest, { changeOrderId: order.id })).rejects.toMatchObject(refusal)
  await expect(proposeChange(guest, { bookingId, guests: people(32) })).rejects.toMatchObject(refusal)
  expect(await readBookingForCustomer(guest, { bookingId })).toMatchObject({ guests: people(10), chefs: 1 })
})

test("two who accept at once: the change is made once", async () => {
  const bookingId = await aBooking(guest, { date: "2027-02-20" }, "Dora Double")
  const order = await proposeChange(guest, { bookingId, guests: people(12) })
  const attempts = await Promise.allSettled(
    [1, 2].map(() => acceptChange(guest, { changeOrderId: order.id })),
  )
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect((await readBooking(guest, { bookingId })).quoteRevision).toBe(2)
})

test("whatever is accepted: lines add up to the total, and the price is that of a new quote of the same inputs", async () => {
  const bookingId = await aBooking(guest, { date: "2027-03-13" }, "Paula Property")
  const guests = fc.record({
    adults: fc.integer({ min: 1, max: 40 }),
    children: fc.integer({ min: 0, max: 10 }),
    littleOnes: fc.integer({ min: 0, max: 5 }),
  })
  const check = fc.asyncProperty(guests, fc.integer({ min: 0, max: 2 }), async (wanted, lobsters) => {
    const items = lobsters > 0 ? [{ sku: "lobster-tail", quantity: lobsters }] : []
    const order = await proposeChange(guest, { bookingId, guests: wanted, items }).catch(
      (error: { code: string }) => (error.code === "nothing-changes" ? null : Promise.reject(error)),
    )
    if (!order) return
    await acceptChange(guest, { changeOrderId: order.id })
    const { lines, total, quoteId, quoteRevision } = await readBooking(guest, { bookingId })
    expect(lines.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(total.amount)
    const { quote, isReplayIdentical } = await explainQuote(guest, { quoteId, revision: quoteRevision })
    expect({ isReplayIdentical, total: quote.total }).toEqual({ isReplayIdentical: true, total })
    const changed = order.changes.reduce((sum, { difference }) => sum + difference.amount, 0)
    expect(changed).toBe(order.difference.amount)
  })
  await fc.assert(check, { numRuns: 8 })
})
