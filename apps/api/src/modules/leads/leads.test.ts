import type { Lead } from "@myhibachi/contract/leads"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { expireHold, quoteParty } from "#modules/booking/index.ts"
import { aBooking, aHold, aRequest } from "#modules/booking/testing/booked-party.ts"
import { openChat } from "#modules/conversations/testing/chat-client.ts"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { TEST_NOW, type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { makeLeadsOfLapsedQuotes } from "./follow-events.ts"

let app: TestApplication
let staff: StaffClient
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  staff = await signInAs(app, "support")
})
beforeEach(() => app.clock.set(TEST_NOW))
afterAll(() => app.close())

const enquire = (body: object, key: string) =>
  app.http.inject({
    method: "POST",
    url: "/v1/public/leads",
    headers: { "idempotency-key": key },
    payload: { isAgreed: true, ...body },
  })
const search = async (text: string): Promise<Lead[]> =>
  (await staff("GET", `/v1/leads?search=${encodeURIComponent(text)}`)).json.items
const change = (lead: { id: string; version: number }, body: object) =>
  staff("PATCH", `/v1/leads/${lead.id}`, body, { "if-match": `"v${lead.version}"` })

test("takes an enquiry once with its consent, leaves a task to call, and converts it to a customer and a quote", async () => {
  const contact = { name: "Ines Okafor", phone: "(510) 555-0161" }
  const sent = await Promise.all(
    [1, 2].map(() => enquire({ contact, wish: "Twelve of us in June" }, "enquiry-one")),
  )
  expect(sent.map(({ statusCode }) => statusCode)).toContain(202)
  expect((await enquire({ contact, wish: "Again" }, "enquiry-two")).statusCode).toBe(202)
  const found = await search("Okafor")
  expect(found).toMatchObject([
    { stage: "new", source: "form", phone: "+15105550161", wish: "Twelve of us in June" },
  ])
  const tasks = (await staff("GET", "/v1/tasks")).json.items.filter((task: { title: string }) =>
    task.title.includes("Ines"),
  )
  expect(tasks).toHaveLength(2)

  const [lead] = found as [Lead]
  const contacted = await change(lead, { stage: "contacted", owner: "me" })
  expect(contacted.json).toMatchObject({ stage: "contacted", owner: { name: "Sam Porter" } })
  expect((await change(lead, { stage: "quoted" })).status).toBe(412)
  expect((await change(contacted.json, { stage: "lost" })).status).toBe(400)
  const { items: _, ...party } = { ...aRequest(), items: [] }
  const converted = await staff("POST", `/v1/leads/${lead.id}/convert`, { party: { ...party, items: [] } })
  expect(converted).toMatchObject({ status: 200, json: { lead: { stage: "quoted" } } })
  const consents = await staff("GET", `/v1/customers/${converted.json.customerId}/consents`)
  expect(consents.json.items).toMatchObject([
    { channel: "voice", scope: "service", isGranted: true, source: "form" },
  ])
  expect(consents.json.items[0].words).toContain("about my party")
})

test("answers a program like a person and keeps nothing of it; says what is missing", async () => {
  const bot = { contact: { name: "Buy Pills", email: "bot@example.com" }, website: "https://spam.example" }
  expect((await enquire(bot, "enquiry-bot")).statusCode).toBe(202)
  expect(await search("Pills")).toEqual([])
  const vague = await enquire({ contact: { name: "Nobody" } }, "enquiry-vague")
  expect(vague.statusCode).toBe(400)
  expect(vague.json().detail + JSON.stringify(vague.json().errors)).toContain("reach you")
})

test("makes one lead of an expired hold and its quote, and wins it by itself when the person books", async () => {
  const { hold } = await aHold(app.ctx(), {}, "Lena Fiedler")
  app.clock.advance({ hours: 3 })
  await expireHold(app.ctx(), { holdId: hold.id })
  await app.drain()
  app.clock.advance({ hours: 24 * 4 })
  await makeLeadsOfLapsedQuotes(app.ctx())
  const [lead, ...others] = await search("Fiedler")
  expect(others).toEqual([])
  expect(lead).toMatchObject({ source: "hold", stage: "new", email: "lena.fiedler@example.com" })
  await aBooking(app.ctx(), { date: "2026-12-20" }, "Lena Fiedler")
  await app.drain()
  const [won] = await search("Fiedler")
  expect(won).toMatchObject({ stage: "won", bookingId: expect.any(String) })
  expect((await change(won as Lead, { stage: "contacted" })).json).toMatchObject({ code: "lead-won" })
})

test("makes a lead of a price that ran out, once, and none for who has booked since", async () => {
  const contact = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com` })
  await quoteParty(app.ctx(), aRequest({ contact: contact("Lapsed") }))
  await quoteParty(
    app.ctx(),
    aRequest({ contact: { name: "Booked Since", email: "booked.since@example.com" } }),
  )
  await aBooking(app.ctx(), { date: "2026-12-27" }, "Booked Since")
  await app.drain()
  app.clock.advance({ hours: 73 })
  await makeLeadsOfLapsedQuotes(app.ctx())
  await makeLeadsOfLapsedQuotes(app.ctx())
  expect(await search("Lapsed")).toMatchObject([{ source: "quote" }])
  expect(await search("Booked Since")).toEqual([])
})

test("makes one lead of a chat that asks for a price, however often it asks", async () => {
  const chat = await openChat(app)
  await chat.ask("How much is it for 12 adults in Oakland?")
  await chat.ask("And how much for 20 adults in Oakland?")
  await app.drain()
  const found = (await staff("GET", "/v1/leads?limit=100")).json.items.filter(
    (lead: Lead) => lead.conversationId === chat.conversation.id,
  )
  expect(found).toMatchObject([{ source: "chat", stage: "new", name: null }])
})
