import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { Actor, Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { advanceBooking } from "./advance-booking.ts"
import { cancelBooking } from "./cancel-booking.ts"
import { readBooking } from "./read-booking.ts"
import { readHistory } from "./record-transition.ts"
import { rescheduleBooking } from "./reschedule-booking.ts"
import { findRescheduleOptions } from "./reschedule-options.ts"
import { aBooking, SATURDAY } from "./testing/booked-party.ts"

const NOW = "2026-11-10T20:00:00Z"
const START = Temporal.Instant.from(SATURDAY.startsAt)
let app: TestApplication
let guest: Context

const staff = (role: string): Actor => ({
  kind: "staff",
  userId: `usr_${role}`,
  role,
  name: role,
  email: `${role}@example.com`,
})

beforeAll(async () => {
  app = await testApplication({ now: NOW, providers: { maps: knownPlaces() } })
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set(NOW)
  guest = app.ctx({ kind: "visitor" })
})

test("lives from the confirmation to the settlement, each step told once and only by those who may", async () => {
  const bookingId = await aBooking(guest)
  const dispatcher = app.ctx(staff("dispatcher"))
  const chef = app.ctx(staff("chef"))
  const advance = (ctx: Context, to: Parameters<typeof advanceBooking>[1]["to"]) =>
    advanceBooking(ctx, { bookingId, to, reason: "told by the test" })

  await expect(advance(guest, "assigned")).rejects.toMatchObject({
    kind: "forbidden",
    code: "move-not-yours",
  })
  expect(await advance(dispatcher, "assigned")).toMatchObject({ status: "assigned", version: 2 })
  await expect(advance(dispatcher, "assigned")).rejects.toMatchObject({ code: "move-unknown" })
  await expect(advance(chef, "in_progress")).rejects.toMatchObject({
    code: "move-refused",
    message: expect.stringContaining("too early"),
  })
  await expect(advance(app.ctx(), "locked")).rejects.toMatchObject({ code: "move-refused" })
  app.clock.set(START.subtract({ hours: 47 }))
  await advance(app.ctx(), "locked")
  app.clock.set(START.subtract({ minutes: 35 }))
  await advance(chef, "in_progress")
  await expect(cancelBooking(guest, { bookingId, by: "customer", reason: "" })).rejects.toMatchObject({
    code: "booking-over",
  })
  app.clock.set(START.add({ minutes: 120 }))
  await advance(chef, "completed")
  await expect(advance(app.ctx(), "settled")).rejects.toMatchObject({
    message: "A part of the price is still unpaid.",
  })

  const { holdId, status, version } = await readBooking(guest, { bookingId })
  expect({ status, version }).toEqual({ status: "completed", version: 5 })
  const { items } = await readHistory(guest, { bookingId, holdId })
  expect(items.slice(-4).map(({ to, actor }) => [to, actor])).toEqual([
    ["assigned", "staff:usr_dispatcher"],
    ["locked", "system:test"],
    ["in_progress", "staff:usr_chef"],
    ["completed", "staff:usr_chef"],
  ])
})

test("two who move at once: one wins, the other is refused", async () => {
  const bookingId = await aBooking(guest, { date: "2026-12-19" }, "Rae Race")
  const attempts = await Promise.allSettled(
    [1, 2].map(() => advanceBooking(app.ctx(), { bookingId, to: "assigned", reason: "at once" })),
  )
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})

test("staff move a party to a start for which a customer's notice would be too short", async () => {
  const bookingId = await aBooking(guest, { date: "2026-12-20" }, "Nora Near")
  const move = { bookingId, startsAt: "2026-11-12T02:00:00Z", because: "company" as const }
  await expect(rescheduleBooking(guest, move)).rejects.toMatchObject({ code: "start-lead-time" })
  const dispatcher = app.ctx(staff("dispatcher"))
  const { days } = await findRescheduleOptions(dispatcher, {
    bookingId,
    from: "2026-11-11",
    to: "2026-11-11",
  })
  expect(days[0]?.starts.map(({ startsAt }) => startsAt)).toContain(move.startsAt)
  expect(await rescheduleBooking(dispatcher, move)).toMatchObject({ startsAt: move.startsAt })
  const past = { ...move, startsAt: "2026-11-10T18:00:00Z" }
  await expect(rescheduleBooking(dispatcher, past)).rejects.toMatchObject({ code: "start-past" })
})
