import type { BookingCrew, ChefPay, JobSheet, MyParties } from "@myhibachi/contract/assignments"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { shareTip, takeBackTip } from "#modules/crew/index.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { inTransaction } from "#platform/database/database.ts"
import { TEST_NOW, type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { readBooking } from "../read-booking.ts"
import { rescheduleBooking } from "../reschedule-booking.ts"
import { aBooking, SATURDAY } from "../testing/booked-party.ts"

const KENJI = "chef_kenji_marlow"
const START = Temporal.Instant.from(SATURDAY.startsAt)
let app: TestApplication
let dispatcher: StaffClient
let kenji: StaffClient
let marcus: StaffClient
let keys = 0

beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  dispatcher = await signInAs(app, "dispatcher")
  kenji = await signInAs(app, "chef")
  marcus = await signInAs(app, "chef.sacramento")
})
afterAll(() => app.close())
beforeEach(() => app.clock.set(TEST_NOW))

const key = () => {
  keys += 1
  return { "idempotency-key": `assignments-${keys}` }
}
const statusOf = async (bookingId: string) => (await readBooking(app.ctx(), { bookingId })).status

async function crewOf(bookingId: string): Promise<BookingCrew> {
  const reply = await dispatcher("GET", `/v1/bookings/${bookingId}/candidates`)
  expect(reply.status).toBe(200)
  return reply.json
}

/** Gives the party to Kenji, whoever has it. @returns the assignment. */
async function giveToKenji(bookingId: string): Promise<string> {
  const before = await crewOf(bookingId)
  const his = before.assignments.find(({ chefId }) => chefId === KENJI)
  if (his) return his.id
  const reply = await dispatcher(
    "POST",
    `/v1/bookings/${bookingId}/assignments`,
    { chefId: KENJI, replacesId: before.assignments[0]?.id },
    key(),
  )
  expect(reply.status).toBe(201)
  return reply.json.assignments.find(({ chefId }: { chefId: string }) => chefId === KENJI).id
}

test("a chef takes a party, arrives, serves it and is paid, and sees nobody else's", async () => {
  const bookingId = await aBooking(app.ctx())
  const id = await giveToKenji(bookingId)
  const { upcoming } = (await kenji("GET", "/v1/chefs/me/assignments")).json as MyParties
  expect(upcoming.map((party) => [party.id, party.response])).toEqual([[id, "pending"]])
  for (const path of [`/v1/assignments/${id}`, `/v1/assignments/${id}/accept`]) {
    const method = path.endsWith("accept") ? "POST" : "GET"
    expect((await marcus(method, path)).status).toBe(404)
  }
  expect((await kenji("POST", `/v1/assignments/${id}/accept`)).status).toBe(204)
  expect((await kenji("POST", `/v1/assignments/${id}/accept`)).status).toBe(204)
  expect(await statusOf(bookingId)).toBe("assigned")

  const sheet = (await kenji("GET", `/v1/assignments/${id}`)).json as JobSheet
  expect(sheet).toMatchObject({ customerName: "Ada Park", phone: null, serves: { adults: 10, guests: 10 } })
  expect(JSON.stringify(sheet)).not.toMatch(/ada\.park@|"currency"/)

  const early = await kenji("POST", `/v1/assignments/${id}/check-in`, {})
  expect(early).toMatchObject({ status: 409, json: { code: "move-refused" } })
  app.clock.set(START.subtract({ minutes: 35 }))
  const position = { latitude: sheet.place.latitude + 0.01, longitude: sheet.place.longitude }
  for (const _ of [1, 2])
    expect((await kenji("POST", `/v1/assignments/${id}/check-in`, { position })).status).toBe(204)
  expect(await statusOf(bookingId)).toBe("in_progress")
  expect((await crewOf(bookingId)).assignments[0]?.checkInMeters).toBeCloseTo(1112, -1)

  app.clock.set(START.add({ minutes: 100 }))
  const served = { adults: 11, children: 0, littleOnes: 0 }
  const slip = await kenji("POST", `/v1/assignments/${id}/complete`, { served: { adults: 111 } })
  expect(slip).toMatchObject({ status: 400, json: { code: "served-too-many" } })
  for (const _ of [1, 2])
    expect((await kenji("POST", `/v1/assignments/${id}/complete`, { served })).status).toBe(204)
  expect(await statusOf(bookingId)).toBe("completed")
  const changed = await kenji("POST", `/v1/assignments/${id}/complete`, { served: { adults: 9 } })
  expect(changed).toMatchObject({ status: 409, json: { code: "assignment-done" } })

  const tip = { bookingId, amountCents: 61_00, key: "pay_tip" }
  for (const _ of [1, 2]) await inTransaction(app.ctx(), (ctx) => shareTip(ctx, tip))
  const correction = { served: { ...served, adults: 10 }, reason: "one adult was twelve" }
  expect((await dispatcher("POST", `/v1/assignments/${id}/correct`, correction)).status).toBe(403)
  const manager = await signInAs(app, "manager")
  expect((await manager("POST", `/v1/assignments/${id}/correct`, correction)).status).toBe(204)

  const pay = (await kenji("GET", "/v1/chefs/me/pay")).json as ChefPay
  const { travelFee } = await readBooking(app.ctx(), { bookingId })
  expect(pay.items.map((line) => [line.kind, line.amount.amount]).sort()).toEqual(
    [
      ["service", 11 * 15_00],
      ["service", -11 * 15_00],
      ["service", 10 * 15_00],
      ["tip", 61_00],
      ...(travelFee.amount > 0 ? [["travel", travelFee.amount]] : []),
    ].sort(),
  )
  expect(pay.lastThirtyDays.amount).toBe(150_00 + 61_00 + travelFee.amount)
  await inTransaction(app.ctx(), (ctx) => takeBackTip(ctx, { ...tip, reason: "refunded" }))
  expect((await kenji("GET", "/v1/chefs/me/pay")).json.lastThirtyDays.amount).toBe(150_00 + travelFee.amount)
  expect((await manager("GET", `/v1/chefs/${KENJI}/pay`)).status).toBe(200)
  for (const stranger of [dispatcher, kenji, marcus])
    expect((await stranger("GET", `/v1/chefs/${KENJI}/pay`)).status).toBe(403)
  const line = app.ctx().db.execute("update crew_pay_lines set amount_cents = 1")
  await expect(line).rejects.toMatchObject({ cause: { code: "23514" } })
})

test("a decline goes to the next candidate, is nobody's disadvantage, and ends with a person", async () => {
  const bookingId = await aBooking(app.ctx(), { date: "2026-12-19" }, "Bo Lane")
  const id = await giveToKenji(bookingId)
  const reason = { reason: "my sister marries" }
  for (const _ of [1, 2])
    expect((await kenji("POST", `/v1/assignments/${id}/decline`, reason)).status).toBe(204)
  const after = await crewOf(bookingId)
  expect(after.assignments).toHaveLength(1)
  expect(after.assignments[0]?.chefId).not.toBe(KENJI)
  expect(after.earlier.map(({ response, declineReason }) => [response, declineReason])).toContainEqual([
    "declined",
    reason.reason,
  ])
  const own = after.candidates.find(({ chefId }) => chefId === KENJI)
  expect(own).toMatchObject({ rank: null, rule: "declined", reasons: ["Kenji Marlow declined this party."] })
  const other = await crewOf(await aBooking(app.ctx(), { date: "2027-01-02" }, "Cy Ode"))
  expect(other.candidates.find(({ chefId }) => chefId === KENJI)?.rule).not.toBe("declined")

  let crew = after
  for (let turn = 0; turn < 8 && crew.assignments.length > 0; turn += 1) {
    const taken = crew.assignments[0]
    await app
      .ctx()
      .db.execute(`update crew_assignments set response = 'declined' where claim_id = '${taken?.id}'`)
    const reply = await dispatcher("DELETE", `/v1/bookings/${bookingId}/assignments/${taken?.id}`)
    expect(reply.status).toBe(200)
    crew = reply.json
  }
  expect(crew.assignments).toEqual([])
  const tasks = (await dispatcher("GET", `/v1/tasks?bookingId=${bookingId}`)).json.items
  expect(tasks).toMatchObject([{ isUrgent: true, title: expect.stringContaining("lacks a chef") }])
  const open = (await dispatcher("GET", "/v1/assignments/open")).json.items
  expect(open).toContainEqual(expect.objectContaining({ bookingId, missing: 1 }))
  const none = await dispatcher("POST", `/v1/bookings/${bookingId}/auto-assign`, undefined, key())
  expect(none).toMatchObject({ status: 409, json: { code: "not-enough-chefs" } })
})

test("a person's choice keeps the rules, and a move asks the chef again", async () => {
  const first = await aBooking(app.ctx(), { date: "2027-01-09" }, "Di Moss")
  const second = await aBooking(app.ctx(), { date: "2027-01-09" }, "Ed Pine")
  const id = await giveToKenji(first)
  await kenji("POST", `/v1/assignments/${id}/accept`)
  const { assignments } = await crewOf(second)
  const refused = await dispatcher(
    "POST",
    `/v1/bookings/${second}/assignments`,
    { chefId: KENJI, replacesId: assignments[0]?.id },
    key(),
  )
  expect(refused).toMatchObject({ status: 409, json: { code: "chef-not-free", rule: "claimed" } })
  expect((await crewOf(second)).assignments).toEqual(assignments)
  const stranger = { chefId: "chef_marcus_ishii", replacesId: assignments[0]?.id }
  const elsewhere = await dispatcher("POST", `/v1/bookings/${second}/assignments`, stranger, key())
  expect(elsewhere).toMatchObject({ status: 422, json: { code: "chef-not-here" } })

  expect(await statusOf(first)).toBe("assigned")
  await rescheduleBooking(app.ctx(), {
    bookingId: first,
    startsAt: "2027-01-17T02:00:00Z",
    because: "customer",
  })
  expect((await crewOf(first)).assignments).toMatchObject([{ chefId: KENJI, response: "pending" }])
  expect(await statusOf(first)).toBe("confirmed")
})

test("what goes wrong at a party reaches a person at once, once", async () => {
  const bookingId = await aBooking(app.ctx(), { date: "2027-02-06" }, "Flo Quay")
  const id = await giveToKenji(bookingId)
  const report = { kind: "allergy", text: "A guest has hives; the family called 911." }
  const once = key()
  for (const _ of [1, 2])
    expect((await kenji("POST", `/v1/assignments/${id}/incident`, report, once)).status).toBe(204)
  expect((await marcus("POST", `/v1/assignments/${id}/incident`, report, key())).status).toBe(404)
  const tasks = (await dispatcher("GET", `/v1/tasks?bookingId=${bookingId}`)).json.items
  expect(tasks).toMatchObject([{ kind: "safety", isUrgent: true }])
  expect((await crewOf(bookingId)).assignments[0]?.incidents).toMatchObject([{ kind: "allergy" }])
})

test("a chef's account is tied to a chef, and a chef to one account", async () => {
  const owner = await signInAs(app, "owner")
  const { items } = (await owner("GET", "/v1/staff")).json
  const support = items.find(({ role }: { role: string }) => role === "support")
  const change = (body: object) => owner("PATCH", `/v1/staff/${support.id}`, body)
  expect(await change({ role: "chef" })).toMatchObject({ status: 400, json: { code: "chef-missing" } })
  const taken = await change({ role: "chef", chefId: KENJI })
  expect(taken).toMatchObject({ status: 409, json: { code: "chef-has-account" } })
  expect((await change({ role: "chef", chefId: "chef_rosa_delacroix" })).status).toBe(200)
  const nobody = await signInAs(app, "marketing")
  expect((await nobody("GET", "/v1/chefs/me/assignments")).status).toBe(403)
  expect(await owner("GET", "/v1/chefs/me/assignments")).toMatchObject({ json: { code: "chef-missing" } })
})
