import type { BookingPage } from "@myhibachi/contract/booking"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { TEST_NOW, type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { readBooking } from "../read-booking.ts"
import { readHistory } from "../record-transition.ts"
import { aBooking, SATURDAY } from "../testing/booked-party.ts"

let app: TestApplication
let dispatcher: StaffClient
let kenji: StaffClient

beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  dispatcher = await signInAs(app, "dispatcher")
  kenji = await signInAs(app, "chef")
})
afterAll(() => app.close())
beforeEach(() => app.clock.set(TEST_NOW))

async function byLink(token: string, body: object, etag: string) {
  const reply = await app.http.inject({
    method: "PATCH",
    url: `/v1/public/bookings/${token}`,
    headers: { "if-match": etag },
    payload: body,
  })
  return { status: reply.statusCode, json: reply.json(), etag: String(reply.headers.etag) }
}

const versionOf = (bookingId: string) => readBooking(app.ctx(), { bookingId })

test("the customer says how to come in until the choices close, the chef reads it, and nobody overwrites the other", async () => {
  const bookingId = await aBooking(app.ctx())
  const { token, version, assignedChefs } = await versionOf(bookingId)
  const seen = `"v${version}"`
  const said = await byLink(
    token,
    { access: "Gate 4711", setting: "outdoor_covered", occasion: "Ada is 40" },
    seen,
  )
  expect(said).toMatchObject({ status: 200, etag: `"v${version + 1}"` })
  expect((said.json as BookingPage).details).toMatchObject({ access: "Gate 4711", parking: "" })
  expect((await byLink(token, { parking: "On the street" }, seen)).status).toBe(412)
  expect((await byLink(token, { access: "x".repeat(201) }, said.etag)).json).toMatchObject({
    errors: [{ pointer: "/access" }],
  })
  // Contact and address are not the customer's to change here: they are dropped, not obeyed.
  await byLink(token, { contact: { name: "Eve", email: "eve@example.com" }, parking: "Driveway" }, said.etag)
  const after = await versionOf(bookingId)
  expect(after.customer.name).toBe("Ada Park")
  expect(after.details.parking).toBe("Driveway")

  const crew = (await dispatcher("GET", `/v1/bookings/${bookingId}/candidates`)).json
  const mine = crew.assignments.find(({ chefId }: { chefId: string }) => chefId === "chef_kenji_marlow")
  const assigned = mine
    ? crew
    : (
        await dispatcher(
          "POST",
          `/v1/bookings/${bookingId}/assignments`,
          { chefId: "chef_kenji_marlow", replacesId: assignedChefs[0]?.claimId },
          { "idempotency-key": "details-kenji" },
        )
      ).json
  const { id } = assigned.assignments.find(({ chefId }: { chefId: string }) => chefId === "chef_kenji_marlow")
  expect((await kenji("GET", `/v1/assignments/${id}`)).json.details).toMatchObject({ access: "Gate 4711" })

  const { holdId } = after
  const { items } = await readHistory(app.ctx(), { bookingId, holdId })
  const told = items.filter(({ reason }) => reason === "details changed")
  expect(told.map(({ details }) => details)).toEqual([
    { access: "changed", setting: "outdoor_covered", occasion: "Ada is 40" },
    { parking: "Driveway" },
  ])
  // The code of the gate stands in no history.
  expect(JSON.stringify(items)).not.toContain("4711")

  app.clock.set(Temporal.Instant.from(SATURDAY.startsAt).subtract({ hours: 40 }))
  const late = await byLink(token, { notes: "Bring a hat" }, `"v${(await versionOf(bookingId)).version}"`)
  expect(late).toMatchObject({ status: 409, json: { code: "details-closed" } })
})

test("staff change contact and an address that costs the same; one that costs more must be priced", async () => {
  const bookingId = await aBooking(app.ctx(), { date: "2026-12-13" }, "Ben Ito")
  const before = await versionOf(bookingId)
  const url = `/v1/bookings/${bookingId}`
  const ifMatch = async () => ({ "if-match": `"v${(await versionOf(bookingId)).version}"` })

  const far = await dispatcher("PATCH", url, { address: { text: "1 main st, reno, nv" } }, await ifMatch())
  expect(far).toMatchObject({ status: 409, json: { code: "address-needs-change-order" } })
  expect(far.json.detail).toContain("change")
  expect((await versionOf(bookingId)).version).toBe(before.version)

  const contact = { name: "Cleo Ito", phone: "510-555-0177" }
  const near = await dispatcher(
    "PATCH",
    url,
    { address: { text: "9 lake dr, oakland, ca" }, contact },
    await ifMatch(),
  )
  expect(near.status).toBe(200)
  expect(near.json).toMatchObject({
    place: { line1: "9 Lake Dr" },
    customer: { name: "Cleo Ito", phone: "510-555-0177" },
    total: before.total,
  })
  expect((await dispatcher("PATCH", url, { notes: "x" })).status).toBe(428)
  const support = await signInAs(app, "auditor")
  expect((await support("PATCH", url, { notes: "x" }, await ifMatch())).status).toBe(403)
})
