import { afterAll, beforeAll, expect, test } from "vitest"
import { type StaffClient, signInAs } from "#modules/identity/testing/staff-client.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import type { EmailMessage } from "#providers/email/port.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { aRequest, SATURDAY } from "./testing/booked-party.ts"

let app: TestApplication
let support: StaffClient
const mails: EmailMessage[] = []
beforeAll(async () => {
  const email = { send: async (mail: EmailMessage) => void mails.push(mail), close: async () => {} }
  app = await testApplication({ providers: { maps: knownPlaces(), email } })
  support = await signInAs(app, "support")
})
afterAll(() => app.close())

const key = (name: string) => ({ "idempotency-key": name.padEnd(20, "-") })

test("staff quote on the phone, revise, send with the paper, hold and note the signature", async () => {
  const contact = { name: "Zoe Ruiz", email: "zoe@example.com" }
  const made = await support("POST", "/v1/quotes", { ...aRequest(), contact })
  expect(made.status).toBe(201)
  const { id } = made.json
  const revised = await support("POST", `/v1/quotes/${id}/revise`, { guests: { adults: 12 } })
  expect(revised.json).toMatchObject({ id, revision: 2, date: SATURDAY.date, guests: { adults: 12 } })
  const twice = [0, 1].map(() => support("POST", `/v1/quotes/${id}/send`, { note: "As told." }, key("send")))
  for (const reply of await Promise.all(twice)) expect([202, 409]).toContain(reply.status)
  await app.drain()
  expect(mails).toHaveLength(1)
  expect(mails[0]?.to).toBe("zoe@example.com")
  expect(mails[0]?.text).toContain(`/quote/${made.json.token}`)
  expect(mails[0]?.attachments?.[0]?.filename).toBe("hibachi-quote-revision-2.pdf")

  const signed = { contact, signerName: "Zoe Ruiz" }
  const hold = await support("POST", `/v1/quotes/${id}/hold`, signed, key("hold"))
  expect(hold.json).toMatchObject({ status: "awaiting_deposit", contactName: "Zoe Ruiz" })
  const story = await support("GET", `/v1/quotes/${id}/story`)
  expect(story.json).toMatchObject({
    customer: { email: "zoe@example.com" },
    channel: "staff",
    revisions: [{ revision: 2 }, { revision: 1 }],
    sendings: [{ revision: 2, recipient: "zoe@example.com" }],
    hold: { id: hold.json.id, isSigned: true, bookingId: null },
  })
})

test("quotes are found by name, place, state and channel", async () => {
  const list = async (query: string) => (await support("GET", `/v1/quotes?${query}`)).json.items
  expect(await list("search=ruiz")).toHaveLength(1)
  expect(await list("search=oakland&channel=staff&status=open")).toHaveLength(1)
  expect(await list("search=100%25")).toEqual([])
  expect(await list("channel=website")).toEqual([])
  expect((await list("search=ruiz"))[0]).toMatchObject({ channel: "staff", sentAt: "2026-11-10T20:00:00Z" })
  expect((await support("GET", "/v1/quotes?status=lost")).status).toBe(400)
  const chef = await signInAs(app, "chef")
  expect((await chef("GET", "/v1/quotes")).status).toBe(403)
})

test("an expired quote cannot be taken or sent; one request gives a fresh price under the same link", async () => {
  const { json: quote } = await support("POST", "/v1/quotes", aRequest())
  app.clock.advance({ hours: 73 })
  const contact = { name: "Lee", email: "lee@example.com" }
  const post = (url: string, payload: object = {}) =>
    app.http.inject({ method: "POST", url, payload, headers: key("accept") })
  const refused = await post(`/v1/public/quotes/${quote.token}/accept`, { contact })
  expect(refused.statusCode).toBe(410)
  expect(refused.json()).toMatchObject({ code: "quote-expired", remedy: { title: "See today's price" } })
  const send = await support("POST", `/v1/quotes/${quote.id}/send`, { email: "lee@example.com" }, key("late"))
  expect(send.json.code).toBe("quote-expired")
  const fresh = await post(refused.json().remedy.path)
  expect(fresh.json()).toMatchObject({ id: quote.id, token: quote.token, revision: 2, status: "open" })
  const taken = await app.http.inject({
    method: "POST",
    url: `/v1/public/quotes/${quote.token}/accept`,
    payload: { contact },
    headers: key("again"),
  })
  expect(taken.statusCode).toBe(201)
})

test("a price while one is on the phone is the same as the quote's, and keeps nothing", async () => {
  const count = async () => (await support("GET", "/v1/quotes?limit=100")).json.items.length
  const before = await count()
  const preview = await support("POST", "/v1/quotes/preview", aRequest())
  expect(await count()).toBe(before)
  const made = await support("POST", "/v1/quotes", aRequest())
  expect(preview.json.lines).toEqual(made.json.lines)
  expect(preview.json.total).toEqual(made.json.total)
  const vague = await support("POST", "/v1/quotes/preview", aRequest({ address: { text: "Nowhere at all" } }))
  expect(vague.json).toMatchObject({ code: "address-unknown", errors: [{ pointer: "/address/text" }] })
})

test("the expiry of a party that is near is the last moment at which it can be booked", async () => {
  const { json: soon } = await support("POST", "/v1/quotes", aRequest({ date: "2026-11-17" }))
  // Six in the evening in Oakland is two in the morning in UTC; 48 hours earlier is the last moment.
  expect(soon.expiresAt).toBe("2026-11-16T02:00:00Z")
})
