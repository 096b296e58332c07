import {
  formatAmount,
  type GuestList,
  type PartyGuest,
  type PrepSheet,
  type ShoppingLine,
} from "@myhibachi/contract/party-guests"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { signLink } from "#platform/http/links.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { changeGuests } from "../change-guests.ts"
import { requireBooking } from "../read-booking.ts"
import { aBooking } from "../testing/booked-party.ts"
import { writePrepSheet } from "./write-prep-sheet.ts"

let app: TestApplication
let bookingId: string
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  bookingId = await aBooking(app.ctx(), {
    guests: { adults: 10, children: 1, littleOnes: 1 },
    items: [
      { sku: "lobster-tail", quantity: 1 },
      { sku: "yakisoba-noodles", quantity: 1 },
    ],
  })
})
afterAll(() => app.close())

function aGuest(part: Partial<PartyGuest> = {}): PartyGuest {
  const choices = [
    { sku: "chicken", leaveOut: [] },
    { sku: "tofu", leaveOut: [] },
  ]
  const plain = { name: "", band: "adult" as const, allergens: [], isSevere: false, sides: [], note: "" }
  return { ...plain, choices, ...part }
}

const url = () =>
  `/v1/public/bookings/${signLink(app.services.config.MYHIBACHI_SECRET, "booking", bookingId)}/selections`

async function save(guests: PartyGuest[], ifMatch?: string) {
  const { version } = await requireBooking(app.ctx(), bookingId)
  const headers = { "if-match": ifMatch ?? `"v${version}"` }
  return app.http.inject({ method: "PUT", url: url(), headers, payload: { guests } })
}

const NO_DAIRY = { leaveOut: ["butter"] }
const refusal = async (guests: PartyGuest[]) => (await save(guests)).json()

test("a dish with an allergen of its guest is refused with the remedy, and taken without it", async () => {
  const unsafe = aGuest({ name: "Mia", allergens: ["dairy"] })
  expect(await refusal([unsafe])).toMatchObject({
    code: "unsafe-dish",
    errors: [{ pointer: "/guests/0/choices/0", detail: expect.stringContaining("leave out the butter") }],
  })
  const safe = aGuest({
    name: "Mia",
    allergens: ["dairy"],
    choices: [
      { sku: "chicken", ...NO_DAIRY },
      { sku: "tofu", ...NO_DAIRY },
    ],
  })
  const saved = await save([safe])
  expect(saved.statusCode).toBe(200)
  expect((saved.json() as GuestList).guests).toEqual([safe])
})

test("what everybody gets counts too: soy is in salad, rice and ginger sauce", async () => {
  const choices = [{ sku: "chicken", leaveOut: [] }]
  expect(await refusal([aGuest({ allergens: ["soy"], choices })])).toMatchObject({
    code: "unsafe-dish",
    errors: [{ pointer: "/guests/0/sides" }],
  })
  const sides = ["salad", "fried-rice", "ginger-sauce"].map((sku) => ({ sku, leaveOut: [], isSkipped: true }))
  expect((await save([aGuest({ allergens: ["soy"], choices, sides })])).statusCode).toBe(200)
})

test("nothing can be left out that the kitchen cannot leave out", async () => {
  const choices = [{ sku: "shrimp", leaveOut: ["shrimp"] }]
  expect(await refusal([aGuest({ allergens: ["shellfish"], choices })])).toMatchObject({
    code: "not-removable",
  })
})

test("upgrades, third proteins, head counts and little ones keep to what was booked", async () => {
  const lobster = aGuest({ choices: [{ sku: "lobster-tail", leaveOut: [] }] })
  expect((await save([lobster])).statusCode).toBe(200)
  expect(await refusal([lobster, lobster])).toMatchObject({ code: "upgrade-not-booked" })
  const three = { choices: ["chicken", "tofu", "shrimp"].map((sku) => ({ sku, leaveOut: [] })) }
  expect(await refusal([aGuest(three)])).toMatchObject({ code: "too-many-proteins" })
  expect(await refusal([aGuest({ band: "child" }), aGuest({ band: "child" })])).toMatchObject({
    code: "too-many-guests",
  })
  expect(await refusal([aGuest({ band: "little_one" })])).toMatchObject({ code: "too-many-proteins" })
})

test("a change of the head count cannot silently lose a listed guest", async () => {
  await save([
    aGuest({ name: "Leo", band: "child" }),
    aGuest({ choices: [{ sku: "lobster-tail", leaveOut: [] }] }),
  ])
  const guests = { adults: 10, children: 0, littleOnes: 1 }
  const items = [{ sku: "lobster-tail", quantity: 1 }]
  await expect(changeGuests(app.ctx(), { bookingId, guests, items })).rejects.toMatchObject({
    code: "guest-list-too-long",
  })
  await expect(
    changeGuests(app.ctx(), { bookingId, guests: { ...guests, children: 1 }, items: [] }),
  ).rejects.toMatchObject({ code: "guest-list-too-long" })
})

test("a stale page and another party's link change nothing", async () => {
  expect((await save([], '"v1"')).statusCode).toBe(412)
  const stranger = url().replace(/bookings\/[^.]+/, "bookings/bk_other")
  expect((await app.http.inject({ method: "GET", url: stranger })).statusCode).toBe(404)
})

test("a severe allergy becomes an urgent task and stands on the prep sheet", async () => {
  const sides = ["yum-yum-sauce", "fried-rice"].map((sku) => ({ sku, leaveOut: [], isSkipped: true }))
  const careful = aGuest({ name: "Ana", allergens: ["egg"], isSevere: true, sides })
  expect((await save([careful, aGuest()])).statusCode).toBe(200)
  const { rows } = await app
    .ctx()
    .db.execute(`select title, is_urgent from tasks_tasks where booking_id = '${bookingId}'`)
  expect(rows).toContainEqual({ title: expect.stringContaining("severe allergy"), is_urgent: true })
  const sheet: PrepSheet = await writePrepSheet(app.ctx(), { bookingId })
  expect(sheet).toMatchObject({
    guestTotal: 12,
    chosen: 2,
    careful: [
      {
        name: "Ana",
        isSevere: true,
        dishes: [
          "Chicken",
          "Tofu",
          "no Yum-yum sauce",
          "no Fried rice",
          "must not share the Yakisoba noodles",
        ],
      },
    ],
  })
  const portionsOf = (sku: string) => sheet.portions.find((line) => line.sku === sku)?.portions
  expect([portionsOf("chicken"), portionsOf("fried-rice"), portionsOf("salad")]).toEqual([2, 11, 12])
  // Half an egg in each fried rice that is served.
  const egg = sheet.shopping.find((line) => line.ingredient === "egg")
  expect(egg).toMatchObject({ portions: 11, unit: "piece", amountTenths: 55 })
  expect(formatAmount(egg as ShoppingLine)).toBe("6 pieces")
  const rice = sheet.shopping.find((line) => line.ingredient === "rice") as ShoppingLine
  expect(formatAmount(rice)).toBe("825 g")
})

test("one dish is listed once for a guest", async () => {
  const side = { sku: "salad", leaveOut: [], isSkipped: false }
  expect(await refusal([aGuest({ sides: [side, { ...side, isSkipped: true }] })])).toMatchObject({
    code: "dish-twice",
  })
})

test("who had declared which allergy stays readable after the list was replaced", async () => {
  await save([aGuest({ name: "Ivo", allergens: ["peanuts"] })])
  await save([])
  const { rows } = await app
    .ctx()
    .db.execute(
      "select details from operations_audit where action = 'booking.guest-list-saved' order by sequence desc limit 1",
    )
  expect(rows).toMatchObject([{ details: { allergiesBefore: ["Ivo: peanuts"], allergies: [] } }])
})

test("after the choices have closed nothing is saved, but a late allergy reaches a person", async () => {
  const before = app.clock.now()
  app.clock.set("2026-12-11T03:00:00Z")
  const reply = await save([aGuest({ name: "Eli", allergens: ["fish"], isSevere: true })])
  expect([reply.statusCode, reply.json().code]).toEqual([409, "choices-closed"])
  const { rows } = await app
    .ctx()
    .db.execute("select detail, is_urgent from tasks_tasks where title like '%after the choices closed'")
  expect(rows).toMatchObject([{ detail: expect.stringContaining("Eli: fish (severe)"), is_urgent: true }])
  app.clock.set(before)
})

test("a recipe that changes after the choice is a warning on the sheet, and an archived dish stays with its party", async () => {
  const { db } = app.ctx()
  expect((await save([aGuest({ name: "Noa", allergens: ["tree_nuts"] })])).statusCode).toBe(200)
  const sheet = () => writePrepSheet(app.ctx(), { bookingId })
  expect((await sheet()).warnings).toEqual([])
  await db.execute(sql`update catalog_menu_items set archived_at = now() where sku = 'tofu'`)
  const { portions, warnings } = await sheet()
  expect(warnings).toEqual([])
  expect(portions).toContainEqual({ sku: "tofu", name: "Tofu", portions: 1 })
  expect((await save([aGuest({ name: "Noa", allergens: ["tree_nuts"], note: "late" })])).statusCode).toBe(200)
  await db.execute(sql`
    update catalog_ingredients set allergens = '["tree_nuts"]'::jsonb where id in (
      select ingredient_id from catalog_menu_item_ingredients where sku = 'chicken' limit 1)`)
  expect((await sheet()).warnings).toEqual([expect.stringContaining("not safe for Noa")])
})
