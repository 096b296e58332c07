import type { Hold } from "@myhibachi/contract/hold"
import type { Quote, QuoteRequest } from "@myhibachi/contract/quote"
import { afterAll, beforeAll, expect, test } from "vitest"
import { aContact } from "#modules/booking/testing/booked-party.ts"
import { alteredLink } from "#platform/testing/altered-link.ts"
import { type Product, type Refused, startProduct } from "./testing/start-product.ts"

const OAKLAND = { text: "2000 Broadway, Oakland, CA 94612" }

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.close())

type Asked = Omit<Partial<QuoteRequest>, "guests"> & { guests?: object }

const quote = <T = Quote>(part: Asked = {}) =>
  product.call<T>("POST", "/v1/public/quotes", { guests: { adults: 14 }, address: OAKLAND, ...part })
const hold = <T = Hold>(quoteToken: string, part: object = {}, key?: string) =>
  product.call<T>("POST", "/v1/public/holds", { quoteToken, contact: aContact("Ana Lopez"), ...part }, key)

const GRID = /5:|start at|steps/i
const REFUSED: [string, Asked, number, string, RegExp][] = [
  ["0 guests", { guests: { adults: 0 } }, 400, "guests-none", /how many guests/],
  ["10,000 guests", { guests: { adults: 10_000 } }, 400, "guests-too-many", /up to [\d,]+ guests/],
  [
    "a million guests",
    { guests: { adults: 1_000_000 } },
    400,
    "invalid-input",
    /more guests than we can count/,
  ],
  ["children only", { guests: { adults: 0, children: 12 } }, 400, "adults-missing", /at least 1 adult/],
  ["little ones only", { guests: { adults: 0, littleOnes: 3 } }, 400, "adults-missing", /at least 1 adult/],
  ["half a guest", { guests: { adults: 12.5 } }, 400, "invalid-input", /whole number/],
  ["fewer than no guests", { guests: { adults: -4 } }, 400, "invalid-input", /below zero/],
  ["guests in words", { guests: { adults: "twelve" } }, 400, "invalid-input", /\w+/],
  ["yesterday", { date: "2026-11-09", time: "18:00" }, 400, "start-past", /in the past/],
  ["a day long gone", { date: "1999-12-31" }, 400, "start-past", /in the past/],
  ["a day that is none", { date: "2027-02-30", time: "18:00" }, 400, "invalid-input", /\w+/],
  ["an hour from now", { date: "2026-11-10", time: "18:00" }, 400, "start-lead-time", /notice/],
  ["ten years from now", { date: "2036-12-12", time: "18:00" }, 400, "start-too-far-ahead", /open for/],
  ["a start off the grid", { date: "2026-12-12", time: "18:10" }, 400, "start-not-a-start", GRID],
  ["a start in the night", { date: "2026-12-12", time: "03:00" }, 400, "start-not-a-start", GRID],
  ["another country", { address: { text: "Toronto, Canada" } }, 422, "outside-country", /United States only/],
  ["a place far away", { address: { text: "Anchorage, AK 99501" } }, 422, "outside-area", /we drive up to/],
  [
    "201 stated miles",
    { address: undefined, statedMilesHundredths: 201_00 },
    422,
    "outside-area",
    /out of reach/,
  ],
  ["no place at all", { address: { text: "qwertzuiop asdf" } }, 400, "address-unknown", /do not find/],
  ["an unknown dish", { items: [{ sku: "caviar", quantity: 1 }] }, 400, "unknown-sku", /\w+/],
  ["fewer than no dishes", { items: [{ sku: "lobster-tail", quantity: -2 }] }, 400, "invalid-input", /\w+/],
]

test.each(REFUSED)("no price for %s, and why", async (_, part, status, code, sentence) => {
  const refused = await quote<Refused>(part)
  expect(refused).toMatchObject({ status, body: { code } })
  expect(refused.body.detail).toMatch(sentence)
  expect(refused.body.detail).toMatch(/[.?]$/)
  expect(JSON.stringify(refused.body)).not.toMatch(/\$\d|"total"/)
})

test("a taken start is refused with the starts of the day that can be held", async () => {
  const date = "2026-12-12"
  const offers = await Promise.all(Array.from({ length: 8 }, () => quote({ date, time: "18:00" })))
  const outcomes = []
  for (const { body } of offers) outcomes.push(await hold<Hold & Refused>(body.token))
  const refused = outcomes.filter(({ status }) => status !== 201)
  expect(refused.length).toBeGreaterThan(0)
  for (const { status, body } of refused) {
    expect({ status, code: body.code }).toEqual({ status: 409, code: "start-taken" })
    expect(body.detail).toMatch(/[.]$/)
    expect(body.otherStarts?.length).toBeGreaterThan(0)
  }
  const last = refused.at(-1)?.body.otherStarts?.[0]
  const token = offers.at(-1)?.body.token ?? ""
  const other = await hold(token, { startsAt: last?.startsAt })
  expect(other).toMatchObject({ status: 201, body: { status: "held" } })
})

test.each([
  ["off the grid", "2026-12-20T02:07:00Z", "start-not-a-start"],
  ["in the past", "2026-11-09T02:00:00Z", "start-past"],
  ["in a few hours", "2026-11-11T02:00:00Z", "start-lead-time"],
  ["in ten years", "2036-12-20T02:00:00Z", "start-too-far-ahead"],
])("no hold for a start %s, whatever was quoted", async (_, startsAt, code) => {
  const { body } = await quote({ date: "2026-12-19", time: "18:00" })
  const refused = await hold<Refused>(body.token, { startsAt })
  expect(refused).toMatchObject({ status: 400, body: { code } })
  expect(refused.body.detail).toMatch(/[.]$/)
})

test("no hold on an expired quote, without a place, or without a contact", async () => {
  const withoutPlace = await quote({ address: undefined })
  const startsAt = "2026-12-21T02:00:00Z"
  expect((await hold<Refused>(withoutPlace.body.token, { startsAt })).body.code).toBe("address-incomplete")
  const { body } = await quote({ date: "2026-12-20", time: "18:00" })
  const nobody = await hold<Refused>(body.token, { contact: { name: "Ana Lopez" } })
  expect(nobody).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: expect.stringContaining("contact") }] },
  })
  const now = product.app.clock.now()
  product.app.clock.advance({ hours: 24 * 8 })
  const late = await hold<Refused>(body.token)
  product.app.clock.set(now)
  expect(late).toMatchObject({ status: 410, body: { code: "quote-expired" } })
  expect(late.body.detail).toMatch(/ask for a new price/)
})

test("the same Idempotency-Key holds once, and refuses another body", async () => {
  const { body } = await quote({ date: "2026-12-26", time: "18:00" })
  const both = await Promise.all([1, 2].map(() => hold<Hold & Refused>(body.token, {}, "one-key-one-hold")))
  expect(both.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(true)
  const again = await hold(body.token, {}, "one-key-one-hold")
  expect(both.map((one) => one.body.id)).toContain(again.body.id)
  const other = await hold<Refused>(body.token, { contact: aContact("Bea Other") }, "one-key-one-hold")
  expect(other).toMatchObject({ status: 422, body: { code: "idempotency-key-reused" } })
  const none = await product.app.http.inject({
    method: "POST",
    url: "/v1/public/holds",
    payload: { quoteToken: body.token, contact: aContact("Ana Lopez") },
  })
  expect(none.json<Refused>().code).toBe("idempotency-key-required")
})

test("a token opens only what it was made for, and only as it was made", async () => {
  const { body: offer } = await quote({ date: "2026-12-27", time: "18:00" })
  const { body: held } = await hold(offer.token)
  const [id, version, signature = ""] = held.token.split(".")
  const { body: others } = await hold((await quote({ date: "2027-01-03", time: "18:00" })).body.token)
  const forged = [
    offer.token,
    `${id}.${version}`,
    `${id}.2.${signature}`,
    `${others.id}.${version}.${signature}`,
    alteredLink(held.token),
    `${id}.${version}.${"A".repeat(22)}`,
    "..",
    "%00",
    "a".repeat(5000),
  ]
  for (const token of forged) {
    for (const url of [`/v1/public/holds/${token}`, `/v1/public/holds/${token}/payment`]) {
      const { status, body } = await product.call<Refused>("GET", url)
      expect([404, 414]).toContain(status)
      expect(body.detail).not.toMatch(/Ana|2026/)
    }
    const ended = await product.call<Refused>("DELETE", `/v1/public/holds/${token}`)
    expect([404, 414]).toContain(ended.status)
  }
  expect((await product.call("GET", `/v1/public/bookings/${held.token}`)).status).toBe(404)
  expect((await product.call("GET", `/v1/public/conversations/${held.token}`)).status).toBe(404)
  expect((await product.call<Hold>("GET", `/v1/public/holds/${held.token}`)).body.status).toBe("held")
})
