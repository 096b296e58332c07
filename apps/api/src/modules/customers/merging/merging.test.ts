import { afterAll, beforeAll, expect, test } from "vitest"
import { findBookingsOfCustomer, findQuotes, quoteParty } from "#modules/booking/index.ts"
import { aBooking, aRequest } from "#modules/booking/testing/booked-party.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import type { Context } from "#platform/context.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { addNote } from "../change-customer.ts"
import { setConsent } from "../consents/set-consent.ts"
import { findCustomers, readCustomer } from "../find-customers.ts"
import { findOrCreateCustomer } from "../find-or-create-customer.ts"

let app: TestApplication
let ctx: Context
let staff: StaffClient
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  ctx = app.ctx()
  staff = await signInAs(app, "support")
})
afterAll(() => app.close())

const person = async (name: string, contact: { email?: string; phone?: string }) =>
  (await findOrCreateCustomer(ctx, { name, ...contact })).id
const merge = (id: string, otherId: string) =>
  staff("POST", `/v1/customers/${id}/merge`, { otherId, reason: "The same voice on the phone" })

test("finds everything of both under the survivor, and gives each back exactly what was theirs", async () => {
  await aBooking(ctx, {}, "Mia Stone")
  const mia = await person("Mia Stone", { email: "mia.stone@example.com" })
  const maria = await person("Maria Stone", { phone: "510-555-0123" })
  await quoteParty(ctx, aRequest({ contact: { name: "Maria Stone", phone: "510 555 0123" } }))
  await addNote(ctx, { customerId: maria, text: "Asks for tofu" })
  const both = [await readCustomer(ctx, { customerId: mia }), await readCustomer(ctx, { customerId: maria })]

  const merged = await merge(maria, mia)
  expect(merged).toMatchObject({ status: 200, json: { id: maria, email: "mia.stone@example.com" } })
  expect(await findBookingsOfCustomer(ctx, { customerId: maria })).toHaveLength(1)
  expect((await findQuotes(ctx, { customerId: mia, limit: 9 })).items).toHaveLength(1)
  expect((await readCustomer(ctx, { customerId: mia })).id).toBe(maria)
  expect((await findCustomers(ctx, { search: "mia.stone@", limit: 9 })).items.map(({ id }) => id)).toEqual([
    maria,
  ])
  expect(await person("M.", { email: "mia.stone@example.com" })).toBe(maria)
  await addNote(ctx, { customerId: mia, text: "Written after the merge" })

  const undone = await staff("POST", `/v1/customers/merges/${merged.json.merges[0].id}/undo`)
  expect(undone).toMatchObject({ status: 200, json: { staysWithSurvivor: ["Note"] } })
  const [miaBefore, mariaBefore] = both
  expect(await readCustomer(ctx, { customerId: mia })).toEqual({
    ...miaBefore,
    version: 3,
    lastActivityAt: expect.any(String),
  })
  expect((await readCustomer(ctx, { customerId: maria })).notes.map(({ text }) => text).toSorted()).toEqual(
    [...(mariaBefore?.notes.map(({ text }) => text) ?? []), "Written after the merge"].toSorted(),
  )
  expect(await findBookingsOfCustomer(ctx, { customerId: maria })).toHaveLength(0)
  expect((await staff("POST", `/v1/customers/merges/${merged.json.merges[0].id}/undo`)).status).toBe(409)
})

test("refuses to merge somebody with themselves, twice, or in a circle", async () => {
  const a = await person("A", { email: "a@example.com" })
  const b = await person("B", { email: "b@example.com" })
  const c = await person("C", { email: "c@example.com" })
  expect((await merge(a, a)).json).toMatchObject({ code: "same-customer" })
  expect((await merge(a, b)).status).toBe(200)
  expect((await merge(a, b)).json).toMatchObject({ code: "same-customer" })
  expect((await merge(b, a)).json).toMatchObject({ code: "same-customer" })
  expect((await merge(c, b)).json).toMatchObject({ id: c })
  expect((await merge(b, c)).json).toMatchObject({ code: "same-customer" })
  expect((await readCustomer(ctx, { customerId: b })).identities).toHaveLength(3)
  expect((await merge(a, "cus_nobody")).status).toBe(404)
})

test("lets the stricter consent count after a merge, until the person answers again", async () => {
  const one = await person("Consent One", { email: "one@example.com" })
  const other = await person("Consent Two", { email: "two@example.com" })
  const answer = (customerId: string, isGranted: boolean) =>
    setConsent(ctx, { customerId, channel: "email", scope: "marketing", isGranted, evidence: "said so" })
  const counts = async () =>
    (await readCustomer(ctx, { customerId: one })).consents.map((consent) => consent.isGranted)
  await answer(other, false)
  app.clock.set(ctx.now().add({ seconds: 1 }).toString())
  await answer(one, true)
  expect(await counts()).toEqual([true])
  await merge(one, other)
  expect(await counts()).toEqual([false])
  app.clock.set(ctx.now().add({ seconds: 1 }).toString())
  await answer(one, true)
  expect(await counts()).toEqual([true])
  const history = await staff("GET", `/v1/customers/${one}/consents`)
  expect(history.json.items).toHaveLength(3)
})

test("names pairs that may be one person with reasons, and not those that staff keep apart", async () => {
  const first = await person("Katharina Lindqvist", { email: "kat@example.com" })
  const second = await person("Katarina Lindqvist", { phone: "510-555-0177" })
  await findOrCreateCustomer(ctx, { name: "Kat", email: "kat@example.com", phone: "(510) 555-0177" })
  const pairs = async () =>
    (await staff("GET", "/v1/customers/duplicates")).json.items.filter((pair: { one: { name: string } }) =>
      pair.one.name.includes("Lindqvist"),
    )
  const [pair] = await pairs()
  expect([pair.one.id, pair.other.id].toSorted()).toEqual([first, second].toSorted())
  expect(pair.reasons.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(["name", "phone"])
  expect(pair.score).toBeGreaterThan(0.8)
  await staff("POST", "/v1/customers/duplicates/keep-apart", { oneId: second, otherId: first })
  expect(await pairs()).toEqual([])
})

test("finds people by any writing of a phone, by a misspelt name, by street, by reference and by tag", async () => {
  const id = await person("Ottilie Brandt", { phone: "+1 (415) 555-0188" })
  const bookingId = await aBooking(ctx, { date: "2026-12-19" }, "Ottilie Brandt")
  const found = async (query: object) =>
    (await findCustomers(ctx, { limit: 9, ...query })).items.map(({ name }) => name)
  expect(await found({ search: "415.555.0188" })).toEqual(["Ottilie Brandt"])
  expect(await found({ search: "Otilie Brand" })).toContain("Ottilie Brandt")
  expect(await found({ search: "12 grand ave" })).toContain("Ottilie Brandt")
  expect(await found({ search: `MH-${bookingId.slice(-6).toUpperCase()}` })).toEqual(["Ottilie Brandt"])
  const { version } = await readCustomer(ctx, { customerId: id })
  const change = (match: string) =>
    staff("PATCH", `/v1/customers/${id}`, { tags: ["vip", "vip"] }, { "if-match": match })
  const both = await Promise.all([change(`"v${version}"`), change(`"v${version}"`)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
  expect(await found({ tag: "vip" })).toEqual(["Ottilie Brandt"])
})

test("says whether a customer is new", async () => {
  const add = () => staff("POST", "/v1/customers", { name: "New One", email: "new.one@example.com" })
  expect((await add()).status).toBe(201)
  expect((await add()).status).toBe(200)
})
