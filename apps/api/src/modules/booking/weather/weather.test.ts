import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { findTasks } from "#modules/tasks/index.ts"
import type { Actor, Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import type { EmailMessage } from "#providers/email/port.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { cancelBooking, previewCancellation } from "../cancel-booking.ts"
import { followClock } from "../clock/follow-clock.ts"
import { decideCancelRequest, withdrawCancelRequest } from "../decide-cancel-request.ts"
import { readBooking, readBookingForCustomer } from "../read-booking.ts"
import { readHistory } from "../record-transition.ts"
import { aBooking, SATURDAY } from "../testing/booked-party.ts"
import { resolveWeatherHold } from "./resolve-weather-hold.ts"
import { startWeatherHold } from "./start-weather-hold.ts"

const NOW = "2026-11-10T20:00:00Z"
const START = Temporal.Instant.from(SATURDAY.startsAt)
const sent: EmailMessage[] = []
let app: TestApplication
let guest: Context
let support: Context
let manager: Context

const staff = (role: string): Actor => ({
  kind: "staff",
  userId: `usr_${role}`,
  role,
  name: role,
  email: `${role}@example.com`,
})
const openTasks = async (bookingId: string) =>
  (await findTasks(guest, { state: "open", bookingId, limit: 10 })).items.map(({ title }) => title)
const outdoors = { setting: "outdoor_uncovered" as const, note: "Rain from four o'clock on" }

beforeAll(async () => {
  const email = { send: async (mail: EmailMessage) => void sent.push(mail), close: () => {} }
  app = await testApplication({ now: NOW, providers: { maps: knownPlaces(), email } })
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set(NOW)
  sent.length = 0
  guest = app.ctx({ kind: "visitor" })
  support = app.ctx(staff("support"))
  manager = app.ctx(staff("manager"))
})

test("a party without cover waits, and moves free of charge although it is late, without using up its move", async () => {
  const bookingId = await aBooking(guest)
  app.clock.set(START.subtract({ hours: 40 }))
  await followClock(app.ctx())
  await startWeatherHold(support, { ...outdoors, bookingId })
  const page = await readBookingForCustomer(guest, { bookingId })
  expect(page).toMatchObject({
    status: "weather_hold",
    weatherHold: { startedBy: "company", decideBy: "2026-12-12T10:00:00Z", isOverdue: false },
  })
  const twice = startWeatherHold(support, { ...outdoors, bookingId })
  await expect(twice).rejects.toMatchObject({ code: "weather-hold-refused" })
  const moved = { bookingId, outcome: "moved" as const, startsAt: "2026-12-20T02:00:00Z" }
  await resolveWeatherHold(guest, moved)
  expect(await readBookingForCustomer(guest, { bookingId })).toMatchObject({
    status: "confirmed",
    startsAt: moved.startsAt,
    reschedulesUsed: 0,
    total: page.total,
    weatherHold: null,
  })
  await expect(resolveWeatherHold(guest, moved)).rejects.toMatchObject({ code: "no-weather-hold" })
  await app.drain()
  expect(sent.map(({ subject }) => subject).filter((subject) => /weather|moved/.test(subject))).toHaveLength(
    2,
  )
})

test("undecided it goes to a person and stays; covered it goes on, cancelled late it keeps the deposit", async () => {
  const start = Temporal.Instant.from("2026-12-20T02:00:00Z")
  const covered = await aBooking(guest, { date: "2026-12-19" }, "Cover Cal")
  const cancelled = await aBooking(guest, { date: "2026-12-19" }, "Storm Sue")
  app.clock.set(start.subtract({ hours: 50 }))
  for (const bookingId of [covered, cancelled]) await startWeatherHold(guest, { ...outdoors, bookingId })
  app.clock.set(start.subtract({ hours: 25 }))
  await followClock(app.ctx())
  await followClock(app.ctx())
  const { items } = await findTasks(guest, { state: "open", bookingId: covered, limit: 10 })
  expect(items).toMatchObject([{ isUrgent: true, title: expect.stringContaining("weather") }])
  await resolveWeatherHold(support, { bookingId: covered, outcome: "covered" })
  expect(await readBooking(guest, { bookingId: covered })).toMatchObject({ status: "confirmed" })
  expect(await openTasks(covered)).toEqual([])
  const preview = await previewCancellation(guest, { bookingId: cancelled, by: "customer" })
  expect(preview).toMatchObject({ refund: { amount: 0 }, kept: { amount: 10_000 }, needsApproval: false })
  await resolveWeatherHold(guest, {
    bookingId: cancelled,
    outcome: "cancelled",
    expectedRefundCents: preview.refund.amount,
  })
  const after = await readBooking(guest, { bookingId: cancelled })
  expect(after).toMatchObject({ status: "cancelled", assignedChefs: [] })
  await expect(startWeatherHold(guest, { ...outdoors, bookingId: cancelled })).rejects.toMatchObject({
    code: "weather-hold-refused",
  })
})

test("with cover or indoors nothing waits", async () => {
  const bookingId = await aBooking(guest, { date: "2026-12-26" }, "Indoor Ina")
  for (const setting of ["outdoor_covered", "indoor"] as const)
    await expect(startWeatherHold(guest, { bookingId, setting })).rejects.toMatchObject({
      code: "weather-cover-there",
    })
})

test("after the cut-off a customer asks, the chefs stay, and only a manager decides at the previewed refund", async () => {
  const start = Temporal.Instant.from("2027-01-17T02:00:00Z")
  const bookingId = await aBooking(guest, { date: "2027-01-16" }, "Lara Late")
  app.clock.set(start.subtract({ hours: 47 }))
  await followClock(app.ctx())
  const preview = await previewCancellation(guest, { bookingId, by: "customer" })
  expect(preview).toMatchObject({ needsApproval: true, kept: { amount: 10_000 } })
  const ask = () => cancelBooking(guest, { bookingId, by: "customer", reason: "ill" })
  expect(await ask()).toMatchObject({ status: "cancel_requested", cancelRequest: { reason: "ill" } })
  await expect(ask()).rejects.toMatchObject({ code: "cancel-requested" })
  expect((await readBooking(guest, { bookingId })).assignedChefs).toHaveLength(1)
  const isToDecide = async () => (await openTasks(bookingId)).some((title) => title.includes("cancellation"))
  expect(await isToDecide()).toBe(true)
  const approve = { bookingId, decision: "approve" as const, note: "doctor's note" }
  await expect(decideCancelRequest(support, approve)).rejects.toMatchObject({ code: "move-not-yours" })
  expect(await withdrawCancelRequest(guest, { bookingId })).toMatchObject({ status: "locked" })
  expect(await isToDecide()).toBe(false)
  app.clock.advance({ minutes: 1 })
  await expect(decideCancelRequest(manager, approve)).rejects.toMatchObject({ code: "no-cancel-request" })
  await ask()
  await decideCancelRequest(manager, { ...approve, decision: "keep", note: "food is bought" })
  expect(await readBooking(guest, { bookingId })).toMatchObject({ status: "locked", cancelReason: null })
  app.clock.advance({ minutes: 1 })
  await ask()
  expect(await isToDecide()).toBe(true)
  await decideCancelRequest(manager, { ...approve, expectedRefundCents: preview.refund.amount })
  expect(await isToDecide()).toBe(false)
  const { holdId, status, assignedChefs } = await readBooking(guest, { bookingId })
  expect({ status, assignedChefs }).toEqual({ status: "cancelled", assignedChefs: [] })
  const { items } = await readHistory(guest, { bookingId, holdId })
  expect(items.at(-1)).toMatchObject({
    actor: "staff:usr_manager",
    details: { refundCents: 0, keptCents: 10_000 },
  })
})
