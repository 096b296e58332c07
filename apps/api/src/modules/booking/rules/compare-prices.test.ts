import type { Guests } from "@myhibachi/contract/quote"
import fc from "fast-check"
import { expect, test } from "vitest"
import { sampleCatalog } from "#modules/catalog/testing/sample-catalog.ts"
import { comparePrices } from "./compare-prices.ts"
import { type PricingInputs, priceParty } from "./price-party.ts"

const rate = {
  id: "tax_1",
  jurisdiction: "Oakland",
  state: "CA",
  city: "Oakland",
  lineClass: "food" as const,
  basisPoints: 1075,
  validFrom: "2026-01-01T00:00:00Z",
  validTo: null,
}
const catalog = { ...sampleCatalog(), taxRates: [rate] }
const inputs = (guests: Guests, lobsters: number): PricingInputs => ({
  guests,
  items: lobsters > 0 ? [{ sku: "lobster-tail", quantity: Math.min(lobsters, guests.adults * 2) }] : [],
  date: null,
  time: null,
  startsAt: null,
  timeZone: null,
  place: null,
  travel: null,
  pricedAt: "2026-11-10T20:00:00Z",
  priceBookId: catalog.book.id,
  policyIds: [],
  taxRateIds: [],
})
const party = fc.record({
  guests: fc.record({
    adults: fc.integer({ min: 1, max: 60 }),
    children: fc.integer({ min: 0, max: 20 }),
    littleOnes: fc.integer({ min: 0, max: 10 }),
  }),
  lobsters: fc.integer({ min: 0, max: 40 }),
})

test("the differences of a change add up to the difference of the totals, whatever was and becomes", () => {
  fc.assert(
    fc.property(party, party, (was, becomes) => {
      const before = priceParty(inputs(was.guests, was.lobsters), catalog)
      const after = priceParty(inputs(becomes.guests, becomes.lobsters), catalog)
      const changes = comparePrices(before.lines, after.lines)
      const sum = changes.reduce((total, { difference }) => total + difference.amount, 0)
      expect(sum).toBe(after.totalCents - before.totalCents)
      expect(changes.every(({ difference }) => difference.amount !== 0)).toBe(true)
    }),
  )
})

test("names what comes, what goes and what grows", () => {
  const before = priceParty(inputs({ adults: 6, children: 0, littleOnes: 0 }, 2), catalog)
  const after = priceParty(inputs({ adults: 12, children: 1, littleOnes: 0 }, 0), catalog)
  const changes = comparePrices(before.lines, after.lines)
  expect(changes.find(({ kind }) => kind === "minimum_top_up")).toMatchObject({ after: null })
  expect(changes.find(({ kind }) => kind === "upgrade")).toMatchObject({ after: null })
  expect(changes.filter(({ kind, before: was }) => kind === "guests" && was === null)).toHaveLength(1)
})
