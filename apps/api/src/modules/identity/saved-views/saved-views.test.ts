import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { type StaffClient, signInAs } from "../testing/staff-client.ts"

let app: TestApplication
let dispatcher: StaffClient
let support: StaffClient

beforeAll(async () => {
  app = await testApplication()
  dispatcher = await signInAs(app, "dispatcher")
  support = await signInAs(app, "support")
})
afterAll(() => app.close())

const viewsOf = async (who: StaffClient, list = "bookings") =>
  (await who("GET", `/v1/saved-views?list=${list}`)).json.items as {
    id: string
    name: string
    isDefault: boolean
    isOwn: boolean
  }[]
const ifMatch = (version: number) => ({ "if-match": `"v${version}"` })

test("a view is its owner's until it is shared by role; nobody else changes it, and one of them opens first", async () => {
  const wanted = { list: "bookings", filters: { status: "confirmed", order: "start" } }
  const first = (await dispatcher("POST", "/v1/saved-views", { ...wanted, name: "To fill", isDefault: true }))
    .json
  expect(first).toMatchObject({ isOwn: true, isDefault: true, filters: wanted.filters, version: 1 })
  expect(await viewsOf(support)).toEqual([])

  const shared = await dispatcher(
    "PATCH",
    `/v1/saved-views/${first.id}`,
    { roles: ["support"] },
    ifMatch(first.version),
  )
  expect(shared.status).toBe(200)
  expect(await viewsOf(support)).toMatchObject([{ name: "To fill", isOwn: false, isDefault: false }])
  expect(await viewsOf(support, "customers")).toEqual([])
  const path = `/v1/saved-views/${first.id}`
  expect((await support("PATCH", path, { name: "Mine" }, ifMatch(2))).status).toBe(404)
  expect((await support("DELETE", path)).status).toBe(404)
  expect((await dispatcher("PATCH", path, { name: "Old" }, ifMatch(1))).status).toBe(412)

  const second = (
    await dispatcher("POST", "/v1/saved-views", { ...wanted, name: "Saturday", isDefault: true })
  ).json
  expect((await viewsOf(dispatcher)).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ["Saturday", true],
    ["To fill", false],
  ])
  const taken = await dispatcher("PATCH", `/v1/saved-views/${second.id}`, { name: "To fill" }, ifMatch(1))
  expect(taken.json).toMatchObject({ code: "view-name-taken", errors: [{ pointer: "/name" }] })
  expect((await dispatcher("POST", "/v1/saved-views", { ...wanted, name: " " })).status).toBe(400)

  expect((await dispatcher("DELETE", `/v1/saved-views/${second.id}`)).status).toBe(204)
  expect((await viewsOf(dispatcher)).map(({ name }) => name)).toEqual(["To fill"])
})
