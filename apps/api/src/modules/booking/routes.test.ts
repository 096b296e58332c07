import type { Booking } from "@myhibachi/contract/booking"
import type { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { alteredLink } from "#platform/testing/altered-link.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { confirmBookingFromHold } from "./confirm-booking.ts"
import { placeHold } from "./place-hold.ts"
import { quoteParty } from "./quote-party.ts"
import { aContact, aRequest, SATURDAY } from "./testing/booked-party.ts"

let app: TestApplication
let cookie = ""

beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
  const reply = await app.http.inject({
    method: "POST",
    url: "/v1/auth/login",
    payload: { email: "owner@myhibachi.example", password: "hibachi-sample-2026" },
  })
  cookie = [reply.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ")
})
afterAll(() => app.close())

let keys = 0

async function call<T>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  keys += 1
  const reply = await app.http.inject({
    method,
    url,
    headers: { "idempotency-key": `key-number-${keys}`, ...headers },
    ...(body ? { payload: body } : {}),
  })
  const isJson = String(reply.headers["content-type"]).includes("json")
  return { status: reply.statusCode, body: (isJson ? reply.json() : reply.body) as T, headers: reply.headers }
}

const staff = <T>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  url: string,
  body?: object,
  headers: Record<string, string> = {},
) => call<T>(method, url, body, { cookie, origin: "http://localhost:3100", ...headers })

async function bookParty(
  name: string,
  date: string,
): Promise<{ hold: Hold; bookingId: string; token: string }> {
  const quote = await call<Quote>("POST", "/v1/public/quotes", aRequest({ date }))
  const request = { quoteToken: quote.body.token, contact: aContact(name) }
  const { body: hold } = await call<Hold>("POST", "/v1/public/holds", request)
  const signature = { signerName: name, isAccepted: true, textHash: hold.agreement.textHash }
  const signed = await call("POST", `/v1/public/holds/${hold.token}/sign`, signature)
  expect(signed.status).toBe(201)
  const result = await confirmBookingFromHold(app.ctx(), {
    holdId: hold.id,
    paidCents: 10_000,
    source: "pay_test",
  })
  if (result.outcome !== "confirmed") throw new Error(result.outcome)
  return { hold, bookingId: result.bookingId, token: result.token }
}

describe("for customers", () => {
  test.each([
    "/v1/public/config",
    "/v1/public/menu?without=shellfish,egg",
    "/v1/public/policies",
    "/v1/public/policies/pol_deposit_1",
    "/v1/public/service-areas/check?address=Toronto",
    "/v1/public/availability?from=2026-12-12&to=2026-12-14&adults=12&stationId=st_miami",
  ])("GET %s answers", async (url) => {
    expect(await call("GET", url)).toMatchObject({ status: 200 })
  })

  test("the whole way from the price to the cancelled party", async () => {
    const { hold, token } = await bookParty("Hana Way", SATURDAY.date)
    expect((await call<Hold>("GET", `/v1/public/holds/${hold.token}`)).body).toMatchObject({
      status: "confirmed",
      bookingToken: token,
    })
    const page = await call("GET", `/v1/public/bookings/${token}`)
    expect(page).toMatchObject({ status: 200, body: { status: "confirmed", owed: { currency: "USD" } } })
    expect(JSON.stringify(page.body)).not.toContain("chef_")
    const file = await call<string>("GET", `/v1/public/bookings/${token}/calendar.ics`)
    expect(file.headers["content-type"]).toContain("text/calendar")
    const guests = { guests: { adults: 12, children: 0, littleOnes: 0 }, items: [] }
    expect((await call("PUT", `/v1/public/bookings/${token}/guests`, guests)).status).toBe(428)
    const stale = await call("PUT", `/v1/public/bookings/${token}/guests`, guests, { "if-match": '"v0"' })
    expect(stale.status).toBe(412)
    const etag = String(page.headers.etag)
    const changed = await call("PUT", `/v1/public/bookings/${token}/guests`, guests, { "if-match": etag })
    expect(changed).toMatchObject({ status: 200, body: { foodTotal: { amount: 66_000 } } })
    expect(await call("GET", `/v1/public/bookings/${token}/reschedule-options`)).toMatchObject({
      status: 200,
      body: { isAllowed: true },
    })
    const moved = await call("POST", `/v1/public/bookings/${token}/reschedule`, {
      startsAt: "2026-12-20T02:00:00Z",
    })
    expect(moved).toMatchObject({ status: 200, body: { reschedulesUsed: 1 } })
    expect(await call("POST", `/v1/public/bookings/${token}/cancel-preview`)).toMatchObject({
      body: { refund: { amount: 10_000 } },
    })
    expect(await call("POST", `/v1/public/bookings/${token}/cancel`, { reason: "ill" })).toMatchObject({
      body: { status: "cancelled" },
    })
  })

  test("the same key gives the same hold, and the same key with another body is refused", async () => {
    const quote = await call<Quote>("POST", "/v1/public/quotes", aRequest({ date: "2026-12-26" }))
    const request = { quoteToken: quote.body.token, contact: aContact("Ida Idem") }
    const key = { "idempotency-key": "one-and-the-same" }
    const first = await call<Hold>("POST", "/v1/public/holds", request, key)
    const again = await call<Hold>("POST", "/v1/public/holds", request, key)
    expect(again.body.id).toBe(first.body.id)
    const other = await call(
      "POST",
      "/v1/public/holds",
      { ...request, contact: aContact("Someone Else") },
      key,
    )
    expect(other.status).toBe(422)
    expect((await call("DELETE", `/v1/public/holds/${first.body.token}`)).body).toMatchObject({
      status: "released",
    })
  })

  test.each([
    [{ guests: { adults: 0 } }, "guests-none", "/guests/adults"],
    [{ guests: { adults: 2, children: -1 } }, "invalid-input", "/guests/children"],
    [{ guests: { adults: 12 }, items: [{ sku: "caviar", quantity: 1 }] }, "unknown-sku", "/items/0/sku"],
    [{ guests: { adults: 12 }, time: "18:00" }, "date-missing", "/date"],
  ])("a quote for %o is refused as %s with its place", async (body, code, pointer) => {
    const reply = await call("POST", "/v1/public/quotes", body)
    expect(reply).toMatchObject({ status: 400, body: { code, errors: [{ pointer }] } })
  })

  test("a link for another purpose, or altered, opens nothing", async () => {
    const { hold } = await bookParty("Lena Link", "2026-12-27")
    expect((await call("GET", `/v1/public/bookings/${hold.token}`)).status).toBe(404)
    expect((await call("GET", `/v1/public/holds/${alteredLink(hold.token)}`)).status).toBe(404)
  })
})

describe("for staff", () => {
  test("every list and page answers, and only to staff", async () => {
    const { bookingId, hold } = await bookParty("Stella Staff", "2027-01-09")
    const { body: booking } = await staff<Booking>("GET", `/v1/bookings/${bookingId}`)
    const urls = [
      "/v1/today?date=2027-01-09",
      "/v1/bookings?search=stella&limit=1",
      "/v1/bookings?order=newest&limit=1",
      `/v1/bookings/${bookingId}`,
      `/v1/bookings/${bookingId}/history`,
      `/v1/bookings/${bookingId}/reschedule-options`,
      "/v1/holds",
      `/v1/holds/${hold.id}`,
      "/v1/quotes?limit=2",
      `/v1/quotes/${booking.quoteId}`,
      `/v1/quotes/${booking.quoteId}/explain`,
      "/v1/availability/explain?from=2027-01-09&adults=12&stationId=st_fremont",
      "/v1/calendar?from=2027-01-09&to=2027-01-09&stationId=st_fremont",
      "/v1/chefs",
      `/v1/chefs/${booking.assignedChefs[0]?.chefId}`,
      "/v1/stations",
      "/v1/customers?search=stella",
      `/v1/customers/${booking.customer.id}`,
      `/v1/customers/${booking.customer.id}/timeline`,
      "/v1/menu-items",
      "/v1/price-books",
      "/v1/policies",
      "/v1/tax-rates",
    ]
    for (const url of urls) {
      expect([url, (await staff("GET", url)).status]).toEqual([url, 200])
      expect([url, (await call("GET", url)).status]).toEqual([url, 401])
    }
    const page = await staff<{ nextCursor: string | null }>("GET", "/v1/bookings?order=newest&limit=1")
    const next = await staff("GET", `/v1/bookings?order=newest&limit=1&cursor=${page.body.nextCursor}`)
    expect(next.status).toBe(200)
  })

  test("book by the same rules, with the agreement recorded", async () => {
    const body = {
      quote: aRequest({ date: "2027-01-16" }),
      contact: aContact("Phone Caller"),
      signerName: "Phone Caller",
    }
    expect(await staff("POST", "/v1/bookings", body)).toMatchObject({
      status: 201,
      body: { status: "awaiting_deposit" },
    })
    const past = { ...body, quote: aRequest({ date: "2026-11-10" }) }
    expect(await staff("POST", "/v1/bookings", past)).toMatchObject({ status: 400 })
  })

  test("a move to a taken start names the free ones of that day, and one on an old page is refused", async () => {
    const { bookingId } = await bookParty("Mona Mover", "2027-04-10")
    const everybody = await quoteParty(app.ctx(), aRequest({ guests: { adults: 170 }, date: "2027-04-17" }))
    await placeHold(app.ctx(), { quoteToken: everybody.token, contact: aContact("Every Chef") })
    const url = `/v1/bookings/${bookingId}/reschedule`
    const taken = await staff<{ code: string; otherStarts: object[] }>("POST", url, {
      startsAt: "2027-04-18T01:00:00Z",
    })
    expect(taken).toMatchObject({ status: 409, body: { code: "start-taken" } })
    expect(taken.body.otherStarts.length).toBeGreaterThan(0)
    const free = { startsAt: "2027-04-25T01:00:00Z" }
    const stale = { cookie, origin: "http://localhost:3100", "if-match": '"v99"' }
    expect(await call("POST", url, free, stale)).toMatchObject({
      status: 412,
      body: { code: "stale-version" },
    })
    expect((await staff("POST", url, free)).status).toBe(200)
  })

  test("a station that does not exist cannot be closed", async () => {
    const span = { from: "2027-02-06T00:00:00Z", to: "2027-02-08T00:00:00Z", reason: "inventory" }
    expect(await staff("POST", "/v1/blackouts", { ...span, stationId: "st_nowhere" })).toMatchObject({
      status: 404,
      body: { code: "station-not-found" },
    })
  })

  test("a blackout closes its station until it is removed", async () => {
    const span = {
      from: "2027-02-06T00:00:00Z",
      to: "2027-02-08T00:00:00Z",
      reason: "inventory",
      stationId: "st_miami",
    }
    const { body } = await staff<{ id: string }>("POST", "/v1/blackouts", span)
    const url = "/v1/public/availability?from=2027-02-06&adults=12&stationId=st_miami"
    expect((await call<{ days: object[] }>("GET", url)).body.days).toMatchObject([
      { starts: [], closedBecause: "We do not cook at this time." },
    ])
    expect((await staff("DELETE", `/v1/blackouts/${body.id}`)).status).toBe(204)
    expect((await call<{ days: { starts: object[] }[] }>("GET", url)).body.days[0]?.starts).toHaveLength(36)
  })
})
