import { afterAll, beforeAll, expect, test } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { printable } from "#platform/documents/printable.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { saveGuests } from "../guests/save-guests.ts"
import { quoteParty } from "../quote-party.ts"
import { aBooking, aContact, aRequest, SATURDAY } from "../testing/booked-party.ts"
import { writeJobPaper, writePrepPaper } from "./write-kitchen-papers.ts"
import { writeQuotePaper } from "./write-quote-paper.ts"
import { writeShoppingList, writeShoppingPaper } from "./write-shopping-list.ts"

let app: TestApplication
let support: StaffClient
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  support = await signInAs(app, "support")
})
afterAll(() => app.close())

test("a quote's revision is the same file byte for byte, now and later; another revision is another file", async () => {
  const items = [
    { sku: "lobster-tail", quantity: 2 },
    { sku: "gyoza", quantity: 3 },
  ]
  const guests = { adults: 14, children: 3, littleOnes: 1 }
  const quote = await quoteParty(
    app.ctx(),
    aRequest({ guests, items, contact: { ...aContact(), name: "Zoë Łukasz" } }),
  )
  const first = await writeQuotePaper(app.ctx(), { quoteId: quote.id })
  expect(first.subarray(0, 5).toString()).toBe("%PDF-")
  app.clock.advance({ hours: 100 })
  expect((await writeQuotePaper(app.ctx(), { quoteId: quote.id })).equals(first)).toBe(true)
  await quoteParty(app.ctx(), aRequest({ guests: { adults: 15 }, reviseToken: quote.token }))
  expect((await writeQuotePaper(app.ctx(), { quoteId: quote.id })).equals(first)).toBe(false)
  expect((await writeQuotePaper(app.ctx(), { quoteId: quote.id, revision: 1 })).equals(first)).toBe(true)
  const reply = await app.http.inject({ url: `/v1/public/quotes/${quote.token}/pdf` })
  expect(reply.headers["content-type"]).toBe("application/pdf")
  expect((await app.http.inject({ url: `/v1/public/quotes/${quote.id}.1.forged/pdf` })).statusCode).toBe(404)
})

test("the shopping list of a day adds up what its parties need, and only theirs", async () => {
  const first = await aBooking(app.ctx(), { guests: { adults: 10 } })
  await aBooking(app.ctx(), { guests: { adults: 12 }, time: "12:00" }, "Ben Ito")
  await aBooking(app.ctx(), { guests: { adults: 11 }, date: "2026-12-13" }, "Cai Lee")
  const choices = ["chicken", "ny-strip-steak"].map((sku) => ({ sku, leaveOut: ["butter"] }))
  const careful = { name: "Ada", band: "adult" as const, choices, allergens: ["dairy" as const] }
  const guests = [{ ...careful, isSevere: false, sides: [], note: "" }]
  await saveGuests(app.ctx(), { bookingId: first, guests })

  const list = await writeShoppingList(app.ctx(), { date: SATURDAY.date })
  expect(list.parties.map(({ customerName }) => customerName)).toEqual(["Ben Ito", "Ada Park"])
  // 22 guests, 75 g of dry rice each; butter is for nobody, because Ada must not have it and nobody else chose.
  expect(list.shopping.find(({ ingredientId }) => ingredientId === "rice")?.amountTenths).toBe(22 * 750)
  expect(list.shopping.find(({ ingredientId }) => ingredientId === "strip-steak")?.amountTenths).toBe(1400)
  expect(list.shopping.some(({ ingredientId }) => ingredientId === "butter")).toBe(false)
  expect(
    (await support("GET", `/v1/shopping-list?date=${SATURDAY.date}&stationId=none`)).json.parties,
  ).toEqual([])

  for (const file of [
    await writePrepPaper(app.ctx(), { bookingId: first }),
    await writeJobPaper(app.ctx(), { bookingId: first }),
    await writeShoppingPaper(app.ctx(), { date: SATURDAY.date }),
  ])
    expect(file.subarray(0, 5).toString()).toBe("%PDF-")
})

test("a name that the paper's fonts cannot write keeps its letters without what they lack", () => {
  expect(printable("Łukasz Nguyễn, José – “ok” €5")).toBe("Lukasz Nguyen, José – “ok” €5")
})
