import type { PolicyText, PriceBook } from "@myhibachi/contract/catalog"
import type { QuoteReplay, Simulation } from "@myhibachi/contract/pricing"
import type { Quote } from "@myhibachi/contract/quote"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { addTaxRate, currentPriceBook, findTaxRates } from "#modules/catalog/index.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { Temporal } from "#platform/time.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { quoteParty } from "../quote-party.ts"
import { explainQuote, readQuote } from "../read-quote.ts"
import { aRequest } from "../testing/booked-party.ts"
import { spreadOf } from "./spread.ts"

let app: TestApplication
const cookies = new Map<string, string>()
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
})
afterAll(() => app.close())

type Method = "GET" | "POST" | "PUT" | "DELETE"
async function staff<T>(method: Method, url: string, payload?: object, ifMatch?: string, role = "owner") {
  const cookie = cookies.get(role) ?? (await signIn(role))
  cookies.set(role, cookie)
  const headers = { cookie, origin: "http://localhost:3100", ...(ifMatch ? { "if-match": ifMatch } : {}) }
  const reply = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  const body = (reply.body ? reply.json() : null) as T
  return { status: reply.statusCode, body, etag: String(reply.headers.etag) }
}

async function signIn(role: string): Promise<string> {
  const payload = { email: `${role}@myhibachi.example`, password: "hibachi-sample-2026" }
  const reply = await app.http.inject({ method: "POST", url: "/v1/auth/login", payload })
  return [reply.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ")
}

const lobster: Parameters<typeof aRequest>[0] = {
  guests: { adults: 12 },
  items: [{ sku: "lobster-tail", quantity: 2 }],
}

test("a draft is changed, compared, tried on quotes and published for later; what was offered stays", async () => {
  const ctx = app.ctx()
  const open = await quoteParty(ctx, aRequest(lobster))
  await quoteParty(ctx, aRequest())
  const made = await staff<PriceBook>("POST", "/v1/price-books", { fromId: "pb_sample1", name: "Spring" })
  const path = `/v1/price-books/${made.body.id}`
  expect((await staff("PUT", `${path}/items/lobster-tail`, { amountCents: 18_00 })).status).toBe(428)
  const set = await staff<PriceBook>("PUT", `${path}/items/lobster-tail`, { amountCents: 18_00 }, made.etag)
  expect(set).toMatchObject({ status: 200, body: { revision: 2, status: "draft" }, etag: '"v2"' })
  expect((await staff("PUT", `${path}/items/gyoza`, { amountCents: 1 }, made.etag)).status).toBe(412)
  for (const amountCents of [-1, 0.5, 100_000_01, Number.MAX_SAFE_INTEGER, "5"])
    expect((await staff("PUT", `${path}/items/gyoza`, { amountCents }, set.etag)).status).toBe(400)
  expect(await staff("PUT", `${path}/items/caviar`, { amountCents: 1 }, set.etag)).toMatchObject({
    status: 404,
    body: { code: "price-not-found" },
  })

  expect((await staff("GET", `/v1/price-books/pb_sample1/diff/${made.body.id}`)).body).toMatchObject({
    changes: [{ sku: "lobster-tail", detail: "Lobster tail rises by $3.00, 20 %: from $15.00 to $18.00." }],
  })
  const simulation = { ...aRequest(lobster), priceBookIds: ["pb_sample1", made.body.id] }
  const simulated = await staff<Simulation>("POST", "/v1/pricing/simulate", simulation)
  expect(simulated.body.versions.map(({ beforeTax }) => beforeTax.amount)).toEqual([69_000, 69_600])
  expect(simulated.body.differences.filter(({ change }) => change.amount !== 0)).toMatchObject([
    { title: "Lobster tail", change: { amount: 600 } },
    { title: expect.stringContaining("Sales tax"), change: { amount: 61 } },
  ])
  const replay = await staff<QuoteReplay>("POST", "/v1/pricing/replay", { priceBookId: made.body.id })
  expect(replay.body).toMatchObject({
    compared: 2,
    dearer: 1,
    cheaper: 0,
    unchanged: 1,
    change: { amount: 661 },
  })

  const effectiveFrom = "2026-12-01T08:00:00Z"
  expect(
    (await staff("POST", `${path}/publish`, { effectiveFrom: "2026-01-01T00:00:00Z" }, set.etag)).status,
  ).toBe(400)
  expect((await staff("POST", `${path}/publish`, { effectiveFrom }, made.etag)).status).toBe(412)
  expect((await staff("POST", `${path}/publish`, { effectiveFrom }, set.etag)).status).toBe(200)
  expect(await staff("POST", `${path}/publish`, { effectiveFrom }, set.etag)).toMatchObject({
    status: 409,
    body: { code: "price-book-published" },
  })
  expect((await staff("PUT", `${path}/items/gyoza`, { amountCents: 1 }, set.etag)).status).toBe(409)
  expect((await staff("DELETE", path, undefined, set.etag)).status).toBe(409)
  await expect(ctx.db.execute(sql`update catalog_prices set amount_cents = 1`)).rejects.toThrow()

  expect((await currentPriceBook(ctx)).version).toBe(1)
  app.clock.set(effectiveFrom)
  expect((await currentPriceBook(ctx)).version).toBe(2)
  expect((await quoteParty(ctx, aRequest(lobster))).beforeTax.amount).toBe(69_600)
  expect((await readQuote(ctx, { quoteId: open.id })).beforeTax.amount).toBe(69_000)
  expect((await explainQuote(ctx, { quoteId: open.id })).isReplayIdentical).toBe(true)
})

test("a draft can be thrown away, and reading is no writing", async () => {
  const made = await staff<PriceBook>("POST", "/v1/price-books", { fromId: "pb_sample1", name: "Never" })
  const path = `/v1/price-books/${made.body.id}`
  expect((await staff("POST", "/v1/price-books", { fromId: "pb_moon", name: "x" })).status).toBe(404)
  expect((await staff("DELETE", path, undefined, made.etag, "auditor")).status).toBe(403)
  expect((await staff("GET", path, undefined, undefined, "auditor")).status).toBe(200)
  expect((await staff("DELETE", path, undefined, made.etag)).status).toBe(204)
  expect((await staff("GET", path)).status).toBe(404)
})

test("a new tax rate counts from its date on and changes nothing before", async () => {
  const ctx = app.ctx()
  const oakland = (at: string) =>
    findTaxRates(ctx, { state: "CA", city: "oakland", at: Temporal.Instant.from(at) }).then((rates) =>
      rates.map(({ lineClass, basisPoints }) => [lineClass, basisPoints]),
    )
  const rate = {
    jurisdiction: "Oakland, California",
    state: "CA",
    city: "Oakland",
    lineClasses: ["food" as const],
    basisPoints: 1075,
    validFrom: "2027-04-01T07:00:00Z",
  }
  await expect(addTaxRate(ctx, { ...rate, validFrom: "2026-01-01T00:00:00Z" })).rejects.toMatchObject({
    code: "valid-from-past",
  })
  await addTaxRate(ctx, rate)
  await expect(addTaxRate(ctx, rate)).rejects.toMatchObject({ code: "tax-rate-exists" })
  expect(await oakland("2027-04-01T06:59:59Z")).toContainEqual(["food", 1025])
  expect(await oakland("2027-04-01T07:00:00Z")).toContainEqual(["food", 1075])
  expect(await oakland("2027-04-01T07:00:00Z")).toContainEqual(["travel", 1025])
  await expect(ctx.db.execute(sql`update catalog_tax_rates set basis_points = 1`)).rejects.toThrow()
  expect((await staff("POST", "/v1/tax-rates", { ...rate, basisPoints: 5001 })).status).toBe(400)
  expect((await staff("POST", "/v1/tax-rates", { ...rate, state: "California" })).status).toBe(400)
})

test("a mandatory service charge is a rule that is published: taxed, and no part of the tip", async () => {
  const policy = {
    title: "Service charge",
    text: "For 20 guests or more a service charge of 18 % of the food is added.",
    parameters: { basisPoints: 1800, on: "food", fromGuests: 20 },
    replacesVersion: 1,
  }
  const path = "/v1/policies/service_charge/versions"
  expect((await staff("POST", path, { ...policy, parameters: { basisPoints: -1 } })).status).toBe(400)
  expect((await staff("POST", path, { ...policy, effectiveFrom: "2026-01-01T00:00:00Z" })).status).toBe(400)
  expect(await staff<PolicyText>("POST", path, policy)).toMatchObject({ status: 201, body: { version: 2 } })
  expect(await staff("POST", path, policy)).toMatchObject({ status: 409, body: { code: "policy-changed" } })
  const quote: Quote = await quoteParty(app.ctx(), aRequest({ guests: { adults: 20 } }))
  expect(quote.lines.map((line) => [line.kind, line.amount.amount])).toEqual([
    ["guests", 110_000],
    ["travel", 0],
    ["service_charge", 19_800],
    ["tax", 13_305],
  ])
  expect(quote.suggestedTips[0]?.amount.amount).toBe(22_000)
})

test("the spread of changes has bars of a round width that hold every change once", () => {
  expect(spreadOf([])).toEqual([])
  expect(spreadOf([0])).toEqual([{ fromCents: 0, toCents: 100, quotes: 1 }])
  const bars = spreadOf([-1250, 0, 0, 4999])
  expect(bars.map(({ quotes }) => quotes).reduce((sum, quotes) => sum + quotes)).toBe(4)
  expect(bars.length).toBeLessThanOrEqual(12)
  expect(bars[0]).toEqual({ fromCents: -2000, toCents: -1000, quotes: 1 })
})
