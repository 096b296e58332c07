import type { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import { Pool } from "pg"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { createProviders } from "#app/providers.ts"
import { MODEL_VENDORS } from "#modules/classroom/testing/model-settings.ts"
import { googleMaps } from "#providers/maps/google.ts"
import type { FaultKind } from "../../../sandbox/src/core/faults.ts"
import { expectHonest } from "./testing/judge-answer.ts"
import { type Product, type Refused, startProduct, wordsOf } from "./testing/start-product.ts"

const PARTY =
  "14 adults and 3 kids (4, 7 and 11) in Oakland, CA on December 12, 2026 around 6 pm, two of us want lobster. How much?"
const LOBSTERS = 2

let product: Product
/** What the price tool says about this party, as a customer would read it. */
let amounts: string[] = []
let total = ""
/** Every number that tools alone put into the answer. */
let numbers = new Set<string>()

const dollars = (cents: number) => `$${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`
const priceOf = (text: string, part: object = {}) =>
  product.call<Quote & Refused>("POST", "/v1/public/quotes", {
    guests: { adults: 14, children: 2, littleOnes: 1 },
    items: [{ sku: "lobster-tail", quantity: LOBSTERS }],
    address: { text },
    ...part,
  })

beforeAll(async () => {
  product = await startProduct()
  const { body: quote } = await priceOf("Oakland, CA", { date: "2026-12-12", time: "18:00" })
  total = dollars(quote.beforeTax.amount)
  const cents = JSON.stringify(quote).matchAll(/"amount":(\d+)/g)
  amounts = [...cents].map(([, number]) => dollars(Number(number)))
  product.seatsAre("down")
  numbers = new Set(numbersIn(wordsOf(await product.say(await product.openChat(), PARTY))))
})
beforeEach(async () => {
  product.mend()
  await product.forgetAnswers()
})
afterAll(() => product.close())

const numbersIn = (text: string) => text.match(/\d+(?:[.,:]\d+)*/g) ?? []

async function expectTrueAnswer(): Promise<void> {
  const said = await product.say(await product.openChat(), PARTY)
  expect(said).toMatchObject({ httpStatus: 200, status: "assistant" })
  const words = wordsOf(said)
  expect(words).toContain(total)
  expectHonest(words, amounts)
  expect(numbersIn(words).filter((number) => !numbers.has(number))).toEqual([])
}

describe("language models", () => {
  const FAULTS: FaultKind[] = ["down", "rate_limited", "garbage", "lost", "malformed", "empty"]
  const LIES: FaultKind[] = ["wrong_number", "flattering", "injected"]

  test.each([...FAULTS, ...LIES])("when all of them are %s the answer is true", async (kind) => {
    product.seatsAre(kind)
    await expectTrueAnswer()
  })

  test.each(MODEL_VENDORS.flatMap((vendor) => LIES.map((kind) => [vendor, kind] as const)))(
    "when %s alone is %s the answer is true",
    async (vendor, kind) => {
      product.seatsAre(kind, [vendor])
      await expectTrueAnswer()
    },
  )

  test.each(MODEL_VENDORS)("when %s alone is down the others answer", async (vendor) => {
    product.seatsAre("down", [vendor])
    await expectTrueAnswer()
    expect((await product.lastTrace()).responder).toBe("discussion")
  })

  // The request gives up by itself after its deadline and then has no answer; so an answer was in time.
  test.each(["timeout", "late"] as const)(
    "when all of them are %s beyond the deadline the answer is there",
    async (kind) => {
      product.seatsAre(kind)
      await expectTrueAnswer()
      expect((await product.lastTrace()).responder).toBe("grounded")
    },
  )
})

/** New adapters, so that no circuit is open. */
function renewMaps(): void {
  const { maps } = createProviders(product.app.services.config, {
    pool: new Pool(),
    clock: product.app.clock,
  })
  if (maps) product.app.services.providers.maps = maps
}

describe("maps", () => {
  beforeEach(renewMaps)

  const MAPS_FAULTS: FaultKind[] = ["down", "garbage", "rate_limited", "lost", "timeout"]
  const TOWNS = ["Berkeley, CA", "Richmond, CA", "Hayward, CA", "San Leandro, CA", "Alameda, CA"]

  test.each(MAPS_FAULTS.map((kind, index) => [kind, TOWNS[index] ?? ""]))(
    "that are %s: a place not looked up yet is said to be out of sight, in a sentence",
    async (kind, town) => {
      product.sandbox.ctx.faults.set({ vendor: "maps", kind: kind as FaultKind })
      const refused = await priceOf(town)
      expect(refused).toMatchObject({ status: 503, body: { code: "maps-unavailable" } })
      expect(refused.body.detail).toMatch(/cannot look up addresses right now.*[.]$/)
      product.mend()
      renewMaps()
      expect((await priceOf(town)).status).toBe(201)
    },
  )

  test("that are down: a place that is known keeps its price", async () => {
    product.sandbox.ctx.faults.set({ vendor: "maps", kind: "down" })
    const { status, body } = await priceOf("Oakland, CA")
    expect([status, dollars(body.beforeTax.amount)]).toEqual([201, total])
  })

  test("that find the place but no road: the distance is an estimate and is called one", async () => {
    const { maps } = product.app.services.providers
    if (!maps) throw new Error("There are no maps.")
    const gone = googleMaps({
      apiKey: "gone",
      geocodingUrl: "http://127.0.0.1:9",
      routesUrl: "http://127.0.0.1:9",
    })
    product.app.services.providers.maps = { geocode: maps.geocode, distance: gone.distance }
    const { status, body } = await priceOf("Stockton, CA")
    expect(status).toBe(201)
    expect(body.travel).toMatchObject({
      source: "great-circle",
      explanation: expect.stringMatching(/estimate|straight|about/i),
    })
  })

  test.each(["down", "timeout"] as const)(
    "that are %s: the chat gives the food's price and says what it lacks",
    async (kind) => {
      product.sandbox.ctx.faults.set({ vendor: "maps", kind })
      const said = await product.say(
        await product.openChat(),
        `How much is it for 20 adults in ${kind === "down" ? "Walnut Creek" : "Pleasanton"}, CA?`,
      )
      const words = wordsOf(said)
      expect(words).toContain("$1,100.00")
      expect(words).toMatch(/cannot look up addresses|travel/i)
      expectHonest(words, ["$1,100.00", "$55.00", "$100.00"])
    },
  )

  test("and models and mail that are all away at once: the chat still answers in time", async () => {
    product.seatsAre("timeout")
    for (const vendor of ["maps", "smtp", "stripe"] as const)
      product.sandbox.ctx.faults.set({ vendor, kind: "timeout" })
    const said = await product.say(
      await product.openChat(),
      "How much is it for 20 adults in Livermore, CA on December 19?",
    )
    expect(wordsOf(said)).toContain("$1,100.00")
    expectHonest(wordsOf(said), ["$1,100.00", "$55.00", "$100.00"])
  })
})

test("maps that are down never keep a hold from what was quoted", async () => {
  const { body: quote } = await priceOf("2000 Broadway, Oakland, CA 94612", {
    date: "2026-12-19",
    time: "18:00",
  })
  renewMaps()
  product.sandbox.ctx.faults.set({ vendor: "maps", kind: "down" })
  const contact = { name: "Mia Mapless", email: "mia@example.com" }
  const hold = await product.call<Hold>("POST", "/v1/public/holds", { quoteToken: quote.token, contact })
  expect(hold).toMatchObject({ status: 201, body: { status: "held" } })
})
