import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { setConsent } from "#modules/customers/index.ts"
import { createTask, findTasks } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import type { EmailMessage } from "#providers/email/port.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { advanceBooking } from "../advance-booking.ts"
import { changeGuests } from "../change-guests.ts"
import { recordBookingPayment } from "../confirm-booking.ts"
import { readBooking } from "../read-booking.ts"
import { rescheduleBooking } from "../reschedule-booking.ts"
import { aBooking, SATURDAY } from "../testing/booked-party.ts"
import { followClock } from "./follow-clock.ts"

const NOW = "2026-11-10T20:00:00Z"
const START = Temporal.Instant.from(SATURDAY.startsAt)
let app: TestApplication
let guest: Context
const sent: EmailMessage[] = []

beforeAll(async () => {
  const email = { send: async (mail: EmailMessage) => void sent.push(mail), close: () => {} }
  app = await testApplication({ now: NOW, providers: { maps: knownPlaces(), email } })
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set(NOW)
  guest = app.ctx({ kind: "visitor" })
})

/** Lets the clock run to so many hours before the start, twice, as jobs may. */
async function at(hoursBefore: number, start = START) {
  app.clock.set(start.subtract({ minutes: Math.round(hoursBefore * 60) }))
  await followClock(app.ctx())
  await followClock(app.ctx())
  await app.drain()
}

const subjects = (name: string) => sent.filter(({ to }) => to.startsWith(name)).map(({ subject }) => subject)

test("the clock reminds, locks, asks a person, settles and thanks, each once", async () => {
  const bookingId = await aBooking(guest)
  await app.drain()
  await at(73)
  expect(subjects("ada")).toHaveLength(1)
  await at(72)
  expect(subjects("ada")[1]).toMatch(/are still open/)
  await at(48)
  expect(subjects("ada")).toHaveLength(3)
  expect(await readBooking(guest, { bookingId })).toMatchObject({ status: "confirmed" })
  await at(47.9)
  expect(await readBooking(guest, { bookingId })).toMatchObject({ status: "locked" })
  const more = { bookingId, guests: { adults: 12, children: 0, littleOnes: 0 }, items: [] }
  await expect(changeGuests(guest, more)).rejects.toMatchObject({ code: "head-count-closed" })
  await at(24)
  const { items } = await findTasks(guest, { state: "open", bookingId, limit: 10 })
  expect(items).toMatchObject([{ kind: "payment", isUrgent: true }])
  expect(await readBooking(guest, { bookingId })).toMatchObject({ status: "locked" })
  await at(-3)
  await advanceBooking(app.ctx(), { bookingId, to: "completed", reason: "over" })
  await at(-4)
  const { owed } = await readBooking(guest, { bookingId })
  await recordBookingPayment(app.ctx(), { bookingId, paidCents: owed.amount })
  expect(await readBooking(guest, { bookingId })).toMatchObject({ status: "settled", owed: { amount: 0 } })
  await at(-15)
  expect(subjects("ada")).toHaveLength(4)
  expect(subjects("ada")[3]).toMatch(/^Invoice /)
  await at(-16)
  expect(subjects("ada")).toHaveLength(5)
  expect(sent.at(-1)?.text).toContain("How was it?")
})

test("who complains or wants no more words is thanked and not asked for a review", async () => {
  const bookingId = await aBooking(guest, { date: "2026-12-19" }, "Cora Complains")
  const other = await aBooking(guest, { date: "2026-12-19" }, "Olga Optout")
  const start = Temporal.Instant.from((await readBooking(guest, { bookingId })).startsAt)
  await createTask(guest, { kind: "complaint", title: "Cold rice", dueAt: start, bookingId })
  const { customer } = await readBooking(guest, { bookingId: other })
  const optOut = { channel: "email", scope: "marketing", isGranted: false, evidence: "by mail" } as const
  await setConsent(app.ctx(), { ...optOut, customerId: customer.id })
  await at(47, start)
  app.clock.set(start.add({ hours: 3 }))
  for (const id of [bookingId, other])
    await advanceBooking(app.ctx(), { bookingId: id, to: "completed", reason: "over" })
  await at(-20, start)
  const thanks = sent.filter(({ subject }) => subject.startsWith("Thank you"))
  expect(thanks.filter(({ text }) => text.includes("How was it?"))).toHaveLength(1)
  expect(thanks).toHaveLength(3)
})

test("a party that staff move out of the closing opens again, and is reminded anew", async () => {
  const bookingId = await aBooking(guest, { date: "2027-01-16" }, "Mia Moved")
  const start = Temporal.Instant.from("2027-01-17T02:00:00Z")
  await at(47, start)
  expect(await readBooking(guest, { bookingId })).toMatchObject({ status: "locked" })
  const later = "2027-01-24T02:00:00Z"
  await rescheduleBooking(app.ctx(), { bookingId, startsAt: later, because: "company" })
  expect(await readBooking(guest, { bookingId })).toMatchObject({ status: "confirmed", startsAt: later })
  await app.drain()
  const before = subjects("mia").length
  await at(72, Temporal.Instant.from(later))
  expect(subjects("mia").length - before).toBe(1)
})
