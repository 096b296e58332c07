import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import type { Actor, Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { advanceBooking } from "../advance-booking.ts"
import { readBooking } from "../read-booking.ts"
import { aBooking, SATURDAY } from "../testing/booked-party.ts"
import { attachPhoto, readAttachment } from "./attach-photo.ts"
import { decideNoShow } from "./decide-no-show.ts"
import { reportNoShow } from "./report-no-show.ts"

const NOW = "2026-11-10T20:00:00Z"
const START = Temporal.Instant.from(SATURDAY.startsAt)
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]).toString("base64")
let app: TestApplication
let guest: Context

const staff = (role: string, chefId?: string): Actor => ({
  kind: "staff",
  userId: `usr_${role}`,
  role,
  name: role,
  email: `${role}@example.com`,
  ...(chefId ? { chefId } : {}),
})

beforeAll(async () => {
  app = await testApplication({ now: NOW, providers: { maps: knownPlaces() } })
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set(NOW)
  guest = app.ctx({ kind: "visitor" })
})

test("a chef reports with time, place and photo, and only a manager makes it a no-show that keeps the deposit", async () => {
  const bookingId = await aBooking(guest)
  const { assignedChefs, place } = await readBooking(guest, { bookingId })
  const chef = app.ctx(staff("chef", assignedChefs[0]?.chefId))
  const photo = { bookingId, filename: "door.jpg", contentType: "image/jpeg" as const }
  const { id: attachmentId } = await attachPhoto(chef, { ...photo, dataBase64: JPEG })
  const fake = attachPhoto(chef, { ...photo, dataBase64: Buffer.from("<script>").toString("base64") })
  await expect(fake).rejects.toMatchObject({ code: "photo-not-an-image" })
  const report = (observedAt: Temporal.Instant, ctx = chef) =>
    reportNoShow(ctx, {
      bookingId,
      observedAt: observedAt.toString(),
      latitude: place.latitude + 0.001,
      longitude: place.longitude,
      accuracyMeters: 12,
      note: "Rang three times, called the host twice.",
      attachmentId,
    })
  app.clock.set(START.subtract({ hours: 40 }))
  await advanceBooking(app.ctx(), { bookingId, to: "locked", reason: "closed" })
  await expect(report(START)).rejects.toMatchObject({ code: "no-show-too-early" })
  app.clock.set(START.add({ minutes: 30 }))
  await expect(report(START, app.ctx(staff("chef", "chf_other")))).rejects.toMatchObject({
    code: "chef-not-there",
  })
  expect(await report(START.add({ minutes: 25 }))).toMatchObject({ status: "reported", distanceMeters: 111 })
  await expect(report(START)).rejects.toMatchObject({ code: "no-show-reported" })
  const decide = (role: string) =>
    decideNoShow(app.ctx(staff(role)), { bookingId, decision: "confirm", note: "Called, nobody answers." })
  await expect(decide("support")).rejects.toMatchObject({ kind: "forbidden" })
  await decide("manager")
  await expect(decide("manager")).rejects.toMatchObject({ code: "no-show-missing" })
  await app.drain()
  expect(await readBooking(guest, { bookingId })).toMatchObject({
    status: "no_show",
    owed: { amount: 0 },
    noShow: { status: "confirmed", decidedBy: "staff:usr_manager" },
  })
  const kept = await readAttachment(guest, { bookingId, attachmentId })
  expect(kept.content.toString("base64")).toBe(JPEG)
  const foreign = readAttachment(guest, { bookingId: "bk_other", attachmentId })
  await expect(foreign).rejects.toMatchObject({ kind: "not-found" })
})
