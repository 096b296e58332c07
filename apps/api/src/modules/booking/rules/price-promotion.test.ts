import type { PromotionTerms } from "@myhibachi/contract/promotion-terms"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sampleCatalog, sampleTaxRates } from "#modules/catalog/testing/sample-catalog.ts"
import { sealQuote } from "../seal-quote.ts"
import { sumOf } from "./price-food.ts"
import { type PricingInputs, priceParty } from "./price-party.ts"

const { book, parameters } = sampleCatalog()
const catalog = { book, parameters, taxRates: sampleTaxRates() }

function terms(part: Partial<PromotionTerms> = {}): PromotionTerms {
  return {
    id: "prm_1",
    code: "SPRING-10",
    name: "Spring",
    value: { kind: "percent", basisPoints: 1000 },
    target: "food",
    minimumSpendCents: 0,
    endsAt: null,
    ...part,
  }
}

function inputs(adults: number, miles: number, promotion: PromotionTerms | null): PricingInputs {
  return {
    guests: { adults, children: 0, littleOnes: 0 },
    items: [],
    date: null,
    time: null,
    startsAt: null,
    timeZone: null,
    place: null,
    travel: {
      stationId: "st_fremont",
      stationName: "Fremont",
      milesHundredths: miles,
      freeMilesHundredths: 3000,
      ratePerMileCents: 200,
      source: "google-routes",
      measuredAt: "2026-11-10T20:00:00Z",
      drivingSeconds: 1800,
    },
    promotion,
    pricedAt: "2026-11-10T20:00:00Z",
    priceBookId: book.id,
    policyIds: [],
    taxRateIds: [],
  }
}

const discountsOf = (adults: number, miles: number, promotion: PromotionTerms) =>
  priceParty(inputs(adults, miles, promotion), catalog)
    .lines.filter((line) => line.kind === "discount")
    .map((line) => [line.lineClass, line.amount.amount])

describe("a promotion", () => {
  test.each<[string, Partial<PromotionTerms>, number, number, unknown[]]>([
    ["10 % of the food", {}, 20, 8000, [["food", -11_000]]],
    [
      "10 % of all of it",
      { target: "whole" },
      20,
      8000,
      [
        ["food", -11_000],
        ["travel", -1000],
      ],
    ],
    [
      "no more than down to the minimum",
      { value: { kind: "fixed", amountCents: 20_000 } },
      12,
      0,
      [["food", -11_000]],
    ],
    ["nothing of a party at the minimum", {}, 8, 0, []],
    [
      "the rest of a fixed sum off travel",
      { value: { kind: "fixed", amountCents: 12_000 }, target: "whole" },
      12,
      8000,
      [
        ["food", -11_000],
        ["travel", -1000],
      ],
    ],
    ["nothing below the least spend", { minimumSpendCents: 110_001 }, 20, 0, []],
    ["something at the least spend", { minimumSpendCents: 110_000 }, 20, 0, [["food", -11_000]]],
    [
      "half a cent upwards",
      { value: { kind: "percent", basisPoints: 1 }, target: "whole" },
      11,
      5500,
      [
        ["food", -6],
        ["travel", -1],
      ],
    ],
  ])("takes off %s", (_, part, adults, miles, expected) => {
    expect(discountsOf(adults, miles, terms(part))).toEqual(expected)
  })

  test("stands before the service charge and the tax, which follow from the lowered lines", () => {
    const charged = {
      ...catalog,
      parameters: {
        ...parameters,
        service_charge: { basisPoints: 1800, on: "food" as const, fromGuests: 20 },
      },
    }
    const priced = priceParty(inputs(20, 8000, terms()), charged)
    expect(priced.lines.map((line) => [line.kind, line.amount.amount])).toEqual([
      ["guests", 110_000],
      ["travel", 10_000],
      ["discount", -11_000],
      ["service_charge", 17_820],
      ["tax", 12_999],
    ])
    expect(priced.suggestedTips[0]).toEqual({ percent: 20, amountCents: 21_800 })
    expect(priceParty(inputs(19, 8000, null), charged).lines.map((line) => line.kind)).not.toContain(
      "service_charge",
    )
  })
})

const anyTerms = fc.record({
  value: fc.oneof(
    fc.record({ kind: fc.constant("percent" as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
    fc.record({ kind: fc.constant("fixed" as const), amountCents: fc.integer({ min: 1, max: 10_000_000 }) }),
  ),
  target: fc.constantFrom("food" as const, "whole" as const),
  minimumSpendCents: fc.integer({ min: 0, max: 300_000 }),
})

test("for any promotion the sum holds, food keeps the minimum, no class falls below zero and a replay is the same", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 20_000 }),
      anyTerms,
      (adults, miles, part) => {
        const party = inputs(adults, miles, terms(part))
        const priced = priceParty(party, catalog)
        const without = priceParty({ ...party, promotion: null }, catalog)
        const sumOfClass = (name: string) => sumOf(priced.lines.filter((line) => line.lineClass === name))
        expect(sumOf(priced.lines)).toBe(priced.totalCents)
        expect(sumOfClass("food")).toBeGreaterThanOrEqual(55_000)
        expect(sumOfClass("travel")).toBeGreaterThanOrEqual(0)
        expect(priced.totalCents).toBeLessThanOrEqual(without.totalCents)
        const stored: PricingInputs = JSON.parse(JSON.stringify(party))
        expect(sealQuote(stored, priceParty(stored, catalog))).toEqual(sealQuote(party, priced))
      },
    ),
    { numRuns: 2000 },
  )
})
