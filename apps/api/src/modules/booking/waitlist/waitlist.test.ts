import { afterAll, beforeAll, expect, test } from "vitest"
import type { Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import type { EmailMessage } from "#providers/email/port.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { cancelBooking } from "../cancel-booking.ts"
import { expireHold } from "../end-hold.ts"
import { findAvailability } from "../find-availability.ts"
import { placeHold } from "../place-hold.ts"
import { quoteParty } from "../quote-party.ts"
import { aBooking, aContact, aRequest, GRAND_AVENUE } from "../testing/booked-party.ts"
import { joinWaitlist } from "./join-waitlist.ts"
import { leaveWaitlist } from "./leave-waitlist.ts"
import { offerFreedStarts } from "./offer-freed-starts.ts"
import { findWaiting, readPlace } from "./read-waitlist.ts"

const NOW = "2026-11-10T20:00:00Z"
const DATE = "2026-12-12"
const sent: EmailMessage[] = []
let app: TestApplication
let guest: Context

beforeAll(async () => {
  const email = { send: async (mail: EmailMessage) => void sent.push(mail), close: () => {} }
  app = await testApplication({ now: NOW, providers: { maps: knownPlaces(), email } })
  guest = app.ctx({ kind: "visitor" })
})
afterAll(() => app.close())

const wish = (name: string) => ({
  date: DATE,
  guests: { adults: 10 },
  address: { text: GRAND_AVENUE },
  contact: aContact(name),
  mayWrite: true as const,
  consentFrom: "192.0.2.1",
})
const linkIdOf = (token: string) => token.split(".")[0] ?? ""

/** Takes every start of the day, as holds. */
async function fillTheDay(): Promise<void> {
  for (let index = 0; ; index += 1) {
    const { days } = await findAvailability(guest, { from: DATE, adults: 10, address: GRAND_AVENUE })
    const start = days[0]?.starts[0]
    if (!start) return
    const quote = await quoteParty(guest, aRequest())
    await placeHold(guest, {
      quoteToken: quote.token,
      startsAt: start.startsAt,
      contact: aContact(`Filler ${index}`),
    })
  }
}

test("who waits longest is offered what is freed, once, with an end; then the next one", async () => {
  await expect(joinWaitlist(guest, wish("Eager Ed"))).rejects.toMatchObject({ code: "starts-free" })
  const bookingId = await aBooking(guest)
  await fillTheDay()
  const first = await joinWaitlist(guest, wish("First Fay"))
  await expect(joinWaitlist(guest, wish("First Fay"))).rejects.toMatchObject({ code: "already-waiting" })
  app.clock.advance({ minutes: 1 })
  const second = await joinWaitlist(guest, wish("Second Sid"))
  app.clock.advance({ minutes: 1 })
  const third = await joinWaitlist(guest, wish("Third Tom"))
  expect(await leaveWaitlist(guest, { waitlistId: linkIdOf(third.token) })).toMatchObject({ status: "left" })
  await offerFreedStarts(app.ctx())
  expect((await findWaiting(guest, { status: "offered", limit: 10 })).items).toEqual([])

  await cancelBooking(guest, { bookingId, by: "customer", reason: "" })
  await Promise.all([offerFreedStarts(app.ctx()), offerFreedStarts(app.ctx())])
  await app.drain()
  const offered = await readPlace(guest, linkIdOf(first.token))
  expect(offered.status).toBe("offered")
  expect(await readPlace(guest, linkIdOf(second.token))).toMatchObject({ status: "waiting" })
  const mails = sent.filter(({ text }) => text.includes(`/hold/${offered.holdToken}`))
  expect(mails.map(({ to }) => to)).toEqual(["first.fay@example.com"])

  app.clock.advance({ minutes: 121 })
  await expireHold(app.ctx(), { holdId: linkIdOf(offered.holdToken ?? "") })
  await app.drain()
  expect(await readPlace(guest, linkIdOf(first.token))).toMatchObject({ status: "passed" })
  expect(await readPlace(guest, linkIdOf(second.token))).toMatchObject({ status: "offered" })
})
