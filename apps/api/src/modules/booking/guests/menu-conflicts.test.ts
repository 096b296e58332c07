import type {
  MenuChangePreview,
  SaveIngredient,
  StaffIngredient,
  StaffMenuItem,
} from "@myhibachi/contract/menu-editing"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { quoteParty } from "../quote-party.ts"
import { readPublicConfig } from "../read-public-config.ts"
import { aBooking, aRequest } from "../testing/booked-party.ts"
import { saveGuests } from "./save-guests.ts"

let app: TestApplication
let cookie = ""
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  const payload = { email: "manager@myhibachi.example", password: "hibachi-sample-2026" }
  const reply = await app.http.inject({ method: "POST", url: "/v1/auth/login", payload })
  cookie = [reply.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ")
})
afterAll(() => app.close())

async function call<T>(
  method: "GET" | "POST" | "PUT" | "PATCH",
  url: string,
  payload?: object,
  ifMatch?: string,
) {
  const headers = { cookie, origin: "http://localhost:3100", ...(ifMatch ? { "if-match": ifMatch } : {}) }
  const reply = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json() as T }
}

const tasks = async (): Promise<{ title: string; detail: string; bookingId: string }[]> => {
  await app.drain()
  const { body } = await call<{ items: { title: string; detail: string; bookingId: string }[] }>(
    "GET",
    "/v1/tasks",
  )
  return body.items.filter(({ title }) => title.includes("menu has changed"))
}

test("a changed ingredient shows its dishes and booked guests first, and becomes a task for each party when saved", async () => {
  const bookingId = await aBooking(app.ctx())
  const guest = { band: "adult" as const, isSevere: false, sides: [], note: "" }
  const chicken = { choices: [{ sku: "chicken", leaveOut: [] }], allergens: [] }
  const mia = {
    ...guest,
    name: "Mia",
    choices: [{ sku: "vegetables", leaveOut: [] }],
    allergens: ["mustard" as const],
  }
  const sides = [{ sku: "yum-yum-sauce", leaveOut: [], isSkipped: true }]
  await saveGuests(app.ctx(), {
    bookingId,
    guests: [
      { ...mia, sides },
      { ...guest, ...chicken, name: "Ben" },
    ],
  })

  const oil = (await call<{ items: StaffIngredient[] }>("GET", "/v1/ingredients")).body.items.find(
    ({ id }) => id === "sesame-oil",
  )
  expect(oil?.usedIn.map(({ sku }) => sku)).toContain("fried-rice")
  const next: SaveIngredient = {
    name: "sesame and mustard oil",
    origin: "plant",
    allergens: ["sesame", "mustard"],
    isRemovable: false,
    unit: "ml",
  }
  const change = { kind: "ingredient", id: "sesame-oil", allergens: next.allergens, isRemovable: false }
  const preview = await call<MenuChangePreview>("POST", "/v1/menu-changes/preview", change)
  expect(preview.body.dishes).toContainEqual({
    sku: "fried-rice",
    name: "Fried rice",
    gained: ["mustard"],
    lost: [],
    because: ["sesame oil"],
  })
  expect(preview.body.conflicts).toMatchObject([
    {
      bookingId,
      details: expect.arrayContaining([expect.stringMatching(/^Mia \(mustard\) must not eat Fried rice/)]),
    },
  ])
  expect(JSON.stringify(preview.body)).not.toContain("Ben")
  expect(await tasks()).toEqual([])

  expect((await call("PUT", "/v1/ingredients/sesame-oil", next)).status).toBe(428)
  expect(
    (await call("PUT", "/v1/ingredients/sesame-oil", { ...next, allergens: ["garlic"] }, '"v1"')).status,
  ).toBe(400)
  expect((await call("PUT", "/v1/ingredients/sesame-oil", next, '"v1"')).status).toBe(200)
  expect((await call("PUT", "/v1/ingredients/sesame-oil", next, '"v1"')).status).toBe(412)
  expect(await tasks()).toMatchObject([{ bookingId, detail: expect.stringContaining("Mia") }])
  const menu = await app.http.inject({ method: "GET", url: "/v1/public/menu?without=mustard" })
  expect(menu.body).not.toContain('"fried-rice"')
})

test("a dish is added of ingredients, changed, and leaves the menu with its history", async () => {
  const dish = {
    sku: "mushrooms",
    name: "Mushrooms",
    kind: "add_on",
    description: "With butter.",
    ingredientIds: ["mixed-vegetables", "butter"],
  }
  expect((await call("POST", "/v1/menu-items", { ...dish, ingredientIds: ["gold"] })).status).toBe(400)
  expect((await call("POST", "/v1/menu-items", { ...dish, ingredientIds: [] })).status).toBe(400)
  expect(await call<StaffMenuItem>("POST", "/v1/menu-items", dish)).toMatchObject({
    status: 201,
    body: { allergens: ["dairy"] },
  })
  expect((await call("POST", "/v1/menu-items", dish)).status).toBe(409)
  const words = { name: "Mushrooms", description: "", ingredientIds: ["mixed-vegetables", "soy-sauce"] }
  expect(await call("PATCH", "/v1/menu-items/mushrooms", words, '"v1"')).toMatchObject({
    status: 200,
    body: { allergens: ["gluten", "soy"], version: 2 },
  })

  await quoteParty(app.ctx(), aRequest({ items: [{ sku: "edamame", quantity: 1 }] }))
  expect((await call("POST", "/v1/menu-items/edamame/archive")).status).toBe(200)
  expect((await call("POST", "/v1/menu-items/edamame/archive")).status).toBe(409)
  await expect(
    quoteParty(app.ctx(), aRequest({ items: [{ sku: "edamame", quantity: 1 }] })),
  ).rejects.toMatchObject({ code: "unknown-sku" })
  expect((await readPublicConfig(app.ctx())).priceList.map(({ sku }) => sku)).not.toContain("edamame")
  expect((await call("PATCH", "/v1/menu-items/edamame", words, '"v2"')).status).toBe(409)
  expect((await call("POST", "/v1/menu-items/nothing/archive")).status).toBe(404)
})

test("a dish that leaves the menu becomes a task for the party that chose it", async () => {
  const bookingId = await aBooking(app.ctx(), { date: "2026-12-19" }, "Theo Tofu")
  const guest = { name: "Theo", band: "adult" as const, isSevere: false, sides: [], note: "", allergens: [] }
  await saveGuests(app.ctx(), { bookingId, guests: [{ ...guest, choices: [{ sku: "tofu", leaveOut: [] }] }] })
  const preview = await call<MenuChangePreview>("POST", "/v1/menu-changes/preview", {
    kind: "archive",
    sku: "tofu",
  })
  expect(preview.body.conflicts).toMatchObject([
    { bookingId, details: ["Theo chose Tofu, which is not served any more."] },
  ])
  await call("POST", "/v1/menu-items/tofu/archive")
  expect(await tasks()).toContainEqual(
    expect.objectContaining({ bookingId, detail: expect.stringContaining("Theo chose Tofu") }),
  )
})
