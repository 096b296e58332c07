import type { CreatePromotion, Promotion, PromotionCheck } from "@myhibachi/contract/promotions"
import type { Quote } from "@myhibachi/contract/quote"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { confirmBookingFromHold } from "../confirm-booking.ts"
import { expireHold, releaseHold } from "../end-hold.ts"
import { placeHold } from "../place-hold.ts"
import { quoteParty } from "../quote-party.ts"
import { explainQuote } from "../read-quote.ts"
import { aContact, aRequest, sign } from "../testing/booked-party.ts"
import { createCheckedPromotion } from "./create-checked-promotion.ts"
import { validatePromotion } from "./validate-promotion.ts"

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ providers: { maps: knownPlaces() } })
})
afterAll(() => app.close())

const offer = (part: Partial<CreatePromotion>): Promise<Promotion> =>
  createCheckedPromotion(app.ctx(), {
    name: "Spring",
    code: "SPRING-10",
    value: { kind: "percent", basisPoints: 1000 },
    target: "food",
    minimumSpendCents: 0,
    startsAt: "2026-11-01T00:00:00Z",
    endsAt: "2026-12-01T00:00:00Z",
    limitTotal: null,
    limitPerCustomer: null,
    stationIds: [],
    weekdays: [],
    ...part,
  })

const quote = (promotionCode: string, date = "2026-12-12", adults = 20): Promise<Quote> =>
  quoteParty(app.ctx(), aRequest({ guests: { adults }, date, promotionCode }))

const hold = ({ token }: Quote, name: string) =>
  placeHold(app.ctx(), { quoteToken: token, contact: aContact(name) })

const isRefused = (code: string, words: RegExp) => (error: { code: string; message: string }) =>
  error.code === code && words.test(error.message)

test("a code lowers the price, is reserved by the hold, counted by the booking and given back by a release", async () => {
  const { id } = await offer({ limitTotal: 1 })
  const lowered = await quote("spring-10")
  expect(lowered).toMatchObject({
    promotion: { code: "SPRING-10", saved: { amount: 11_000 } },
    beforeTax: { amount: 99_000 },
    foodTotal: { amount: 110_000 },
  })
  expect((await explainQuote(app.ctx(), { quoteId: lowered.id })).isReplayIdentical).toBe(true)

  const first = await hold(lowered, "Ida First")
  await expect(quote("SPRING-10")).rejects.toSatisfy(isRefused("promotion-refused", /used up/))
  await releaseHold(app.ctx(), { holdId: first.id, reason: "changed my mind" })

  const second = await hold(await quote("SPRING-10"), "Ola Second")
  const signed = await sign(app.ctx(), second)
  const booked = { holdId: second.id, paidCents: signed.dueNow.amount, source: "pay_1" }
  expect((await confirmBookingFromHold(app.ctx(), booked)).outcome).toBe("confirmed")
  const { body } = await asOwner<Promotion>("GET", `/v1/promotions/${id}`)
  expect(body).toMatchObject({ counted: 1, reserved: 0, status: "used_up" })
})

test("the database refuses one use too many, whatever the code above it thinks", async () => {
  const { id } = await offer({ code: "GUARDED", limitTotal: 2, limitPerCustomer: 1 })
  const use = (holdId: string, customerId: string) =>
    app
      .ctx()
      .db.execute(
        sql`insert into catalog_promotion_uses values (${holdId}, ${id}, ${customerId}, 'reserved', null, now())`,
      )
  await use("hld_a", "cus_a")
  await expect(use("hld_b", "cus_a")).rejects.toThrow()
  await use("hld_c", "cus_c")
  await expect(use("hld_d", "cus_d")).rejects.toThrow()
})

test("a late payment takes its use again when one is left, and goes back when none is", async () => {
  await offer({ code: "LAST-ONE", limitTotal: 1 })
  const late = await sign(app.ctx(), await hold(await quote("LAST-ONE", "2027-01-16"), "Lee Late"))
  app.clock.advance({ hours: 5 })
  await expireHold(app.ctx(), { holdId: late.id })
  const quick = await hold(await quote("LAST-ONE", "2027-01-16"), "Quinn Quick")
  const payment = { holdId: late.id, paidCents: 10_000, source: "pay_2" }
  expect(await confirmBookingFromHold(app.ctx(), payment)).toMatchObject({
    outcome: "too-late",
    reason: expect.stringMatching(/used up/),
  })
  await releaseHold(app.ctx(), { holdId: quick.id, reason: "no" })
  expect((await confirmBookingFromHold(app.ctx(), payment)).outcome).toBe("confirmed")
})

test("one customer cannot use a code twice, and the start that is held must be one of its days", async () => {
  await offer({ code: "ONCE", limitPerCustomer: 1, weekdays: [5, 6] })
  await hold(await quote("ONCE", "2027-01-08"), "Uma Once")
  await expect(hold(await quote("ONCE", "2027-01-09"), "Uma Once")).rejects.toSatisfy(
    isRefused("promotion-used-up", /once by each customer/),
  )
  await expect(quote("ONCE", "2027-01-10")).rejects.toSatisfy(
    isRefused("promotion-refused", /Friday, Saturday only/),
  )
  const { token } = await quote("ONCE", "2027-01-09")
  const sunday = { quoteToken: token, contact: aContact("Sun Day"), startsAt: "2027-01-11T02:00:00Z" }
  await expect(placeHold(app.ctx(), sunday)).rejects.toSatisfy(
    isRefused("promotion-not-meant", /Update the price/),
  )
})

test("a code that cannot be used says why", async () => {
  await offer({ code: "DALLAS-ONLY", stationIds: ["st_dallas"] })
  await offer({ code: "BIG-PARTY", minimumSpendCents: 200_000 })
  await offer({ code: "LATER", startsAt: "2026-11-20T00:00:00Z" })
  const check = (promotionCode: string, adults = 20): Promise<PromotionCheck> =>
    validatePromotion(app.ctx(), { ...aRequest({ guests: { adults } }), promotionCode })
  const cases: [string, number, RegExp][] = [
    ["NOBODY", 20, /do not know the code NOBODY/],
    ["DALLAS-ONLY", 20, /not for parties in this area/],
    ["BIG-PARTY", 20, /needs \$2,000.00 of food; this price is \$900.00 short/],
    ["LATER", 20, /has not begun/],
    ["GUARDED", 20, /used up/],
  ]
  for (const [code, adults, words] of cases)
    expect(await check(code, adults), code).toMatchObject({
      isUsable: false,
      detail: expect.stringMatching(words),
    })
  await offer({ code: "ALWAYS" })
  expect(await check("ALWAYS", 8)).toMatchObject({
    isUsable: false,
    detail: expect.stringMatching(/minimum/),
  })
  expect(await check("ALWAYS")).toMatchObject({ isUsable: true, saved: { amount: 11_000 } })
})

test("a promotion without a code applies by itself, the better one wins, and an ended one keeps its open quotes", async () => {
  const { id } = await offer({
    name: "Big week",
    code: null,
    value: { kind: "percent", basisPoints: 2000 },
    minimumSpendCents: 150_000,
  })
  const open = await quoteParty(app.ctx(), aRequest({ guests: { adults: 30 }, date: "2027-02-06" }))
  expect(open).toMatchObject({ promotion: { code: null, name: "Big week", saved: { amount: 33_000 } } })
  expect((await quote("ALWAYS", "2027-02-06", 30)).promotion).toMatchObject({ name: "Big week" })
  expect((await quote("ALWAYS", "2027-02-06", 20)).promotion).toMatchObject({ code: "ALWAYS" })

  const now = app.clock.now().toString()
  const path = `/v1/promotions/${id}`
  expect((await asOwner("PATCH", path, { endsAt: now })).status).toBe(428)
  expect((await asOwner("PATCH", path, { endsAt: "2026-01-01T00:00:00Z" }, '"v1"')).status).toBe(400)
  expect((await asOwner<Promotion>("PATCH", path, { endsAt: now }, '"v1"')).body.status).toBe("ended")
  expect((await asOwner("PATCH", path, { limitTotal: 5 }, '"v1"')).status).toBe(412)
  const next = await quoteParty(app.ctx(), aRequest({ guests: { adults: 30 }, date: "2027-02-06" }))
  expect(next.promotion).toBeNull()
  expect((await hold(open, "Opal Open")).total.amount).toBe(open.total.amount)
})

test("promotions refuse what makes no sense", async () => {
  await expect(offer({ code: "SPRING-10" })).rejects.toMatchObject({ code: "promotion-code-taken" })
  await expect(offer({ code: "NOWHERE", stationIds: ["st_moon"] })).rejects.toMatchObject({
    code: "station-unknown",
  })
  const bad: object[] = [
    { value: { kind: "percent", basisPoints: 10_001 } },
    { value: { kind: "percent", basisPoints: 0.5 } },
    { value: { kind: "fixed", amountCents: -1 } },
    { limitTotal: 0 },
    { minimumSpendCents: Number.MAX_SAFE_INTEGER },
    { weekdays: [8] },
    { endsAt: "2026-10-01T00:00:00Z" },
    { code: "a" },
  ]
  for (const part of bad) {
    const body = { ...SOUND, ...part }
    expect((await asOwner("POST", "/v1/promotions", body)).status, JSON.stringify(part)).toBe(400)
  }
  expect((await asOwner("POST", "/v1/promotions", SOUND)).status).toBe(201)
})

const SOUND = {
  name: "Sound",
  code: "SOUND",
  value: { kind: "fixed", amountCents: 5000 },
  target: "whole",
  minimumSpendCents: 0,
  startsAt: "2026-11-10T00:00:00Z",
  endsAt: null,
  limitTotal: 10,
  limitPerCustomer: null,
  stationIds: [],
  weekdays: [],
}

let cookie = ""
async function asOwner<T>(method: "GET" | "POST" | "PATCH", url: string, payload?: object, ifMatch?: string) {
  cookie ||= await signIn()
  const headers = { cookie, origin: "http://localhost:3100", ...(ifMatch ? { "if-match": ifMatch } : {}) }
  const reply = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: reply.statusCode, body: reply.json() as T }
}

async function signIn(): Promise<string> {
  const reply = await app.http.inject({
    method: "POST",
    url: "/v1/auth/login",
    payload: { email: "owner@myhibachi.example", password: "hibachi-sample-2026" },
  })
  return [reply.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ")
}
