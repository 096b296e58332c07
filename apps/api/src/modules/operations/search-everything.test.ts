import { afterAll, beforeAll, expect, test } from "vitest"
import { aBooking } from "#modules/booking/testing/booked-party.ts"
import { signInAs } from "#modules/identity/testing/staff-client.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
})
afterAll(() => app.close())

async function kindsFor(role: string, text: string): Promise<string[]> {
  const staff = await signInAs(app, role)
  const { json } = await staff("GET", `/v1/search?text=${encodeURIComponent(text)}`)
  return json.items.map(({ kind }: { kind: string }) => kind).toSorted()
}

test("finds things of every kind by a few letters, and only those that the role may read", async () => {
  await aBooking(app.ctx(), {}, "Deposit Dora")
  const found = await kindsFor("owner", "deposit")
  expect(new Set(found)).toEqual(new Set(["article", "booking", "customer"]))
  expect(new Set(await kindsFor("marketing", "deposit"))).toEqual(new Set(["article"]))
  const staff = await signInAs(app, "owner")
  expect((await staff("GET", "/v1/search?text=x")).status).toBe(400)
})
