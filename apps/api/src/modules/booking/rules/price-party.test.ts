import type { QuoteItem } from "@myhibachi/contract/quote"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sampleCatalog, sampleTaxRates } from "#modules/catalog/testing/sample-catalog.ts"
import { sealQuote } from "../seal-quote.ts"
import { checkItems } from "./check-items.ts"
import { checkGuests } from "./count-guests.ts"
import { type PricingInputs, priceParty } from "./price-party.ts"
import type { TravelInputs } from "./price-travel.ts"

const catalog = { ...sampleCatalog(), taxRates: sampleTaxRates() }

function aDrive(milesHundredths: number): TravelInputs {
  return {
    stationId: "st_fremont",
    stationName: "Fremont",
    milesHundredths,
    freeMilesHundredths: 3000,
    ratePerMileCents: 200,
    source: "google-routes",
    measuredAt: "2026-11-10T20:00:00Z",
    drivingSeconds: 1800,
  }
}

function inputs(part: Partial<PricingInputs> = {}): PricingInputs {
  return {
    guests: { adults: 10, children: 0, littleOnes: 0 },
    items: [],
    date: null,
    time: null,
    startsAt: "2026-12-13T02:00:00Z",
    timeZone: "America/Los_Angeles",
    place: null,
    travel: aDrive(2500),
    pricedAt: "2026-11-10T20:00:00Z",
    priceBookId: "pb_sample1",
    policyIds: [],
    taxRateIds: [],
    ...part,
  }
}

const amounts = (part: Partial<PricingInputs>) =>
  priceParty(inputs(part), catalog).lines.map((line) => [line.kind, line.sku, line.amount.amount])

test("prices 14 adults, children of 7 and 11, a little one and two lobsters", () => {
  const priced = priceParty(
    inputs({
      guests: { adults: 14, children: 2, littleOnes: 1 },
      items: [{ sku: "lobster-tail", quantity: 2 }],
      travel: aDrive(3450),
    }),
    catalog,
  )
  expect(priced.lines.map((line) => [line.title, line.amount.amount])).toEqual([
    ["Adults", 77000],
    ["Children", 6000],
    ["Little one", 0],
    ["Lobster tail", 3000],
    ["Travel", 900],
    ["Sales tax, Oakland, California", 8907],
  ])
  expect(priced).toMatchObject({
    foodCents: 86000,
    travelCents: 900,
    beforeTaxCents: 86900,
    totalCents: 95807,
  })
})

test("tops a small party up to the minimum after its upgrades and add-ons", () => {
  const items: QuoteItem[] = [
    { sku: "filet-mignon", quantity: 3 },
    { sku: "gyoza", quantity: 1 },
  ]
  expect(amounts({ guests: { adults: 8, children: 0, littleOnes: 0 }, items })).toEqual([
    ["guests", "adult", 44000],
    ["upgrade", "filet-mignon", 1500],
    ["add_on", "gyoza", 1000],
    ["minimum_top_up", "minimum-food", 8500],
    ["travel", null, 0],
    ["tax", null, 5638],
  ])
})

test("charges a premium third protein its 10.00 plus its upgrade, and one protein twice", () => {
  const items: QuoteItem[] = [
    { sku: "lobster-tail", quantity: 2 },
    { sku: "third-protein", quantity: 1, proteinSku: "lobster-tail" },
  ]
  const lines = amounts({ items }).slice(1, 3)
  expect(lines).toEqual([
    ["upgrade", "lobster-tail", 4500],
    ["add_on", "third-protein", 1000],
  ])
})

describe("travel", () => {
  test.each([
    [3000, 0],
    [3001, 2],
    [3050, 100],
    [20000, 34000],
  ])("%i hundredths of a mile cost %i cents", (miles, cents) => {
    expect(priceParty(inputs({ travel: aDrive(miles) }), catalog).travelCents).toBe(cents)
  })
})

describe("chefs and service time", () => {
  test.each([
    [1, 1, 90],
    [20, 1, 90],
    [21, 1, 105],
    [30, 1, 105],
    [31, 2, 90],
    [41, 2, 105],
    [60, 2, 105],
    [61, 3, 105],
  ])("%i guests: %i chefs, %i minutes", (adults, chefs, minutes) => {
    const priced = priceParty(inputs({ guests: { adults, children: 0, littleOnes: 40 } }), catalog)
    expect([priced.chefs, priced.durations.serviceMinutes]).toEqual([chefs, minutes])
  })
})

test("asks for everything when the start is under 72 hours away, and for the deposit at exactly 72", () => {
  const at = (startsAt: string) => priceParty(inputs({ startsAt, pricedAt: "2026-11-10T20:00:00Z" }), catalog)
  expect(at("2026-11-13T20:00:00Z")).toMatchObject({ isFullPaymentDue: false, dueAtBookingCents: 10000 })
  const close = at("2026-11-13T19:59:59Z")
  expect(close).toMatchObject({
    isFullPaymentDue: true,
    dueAtBookingCents: close.totalCents,
    balanceCents: 0,
  })
})

test("suggests tips on food and travel before tax", () => {
  expect(priceParty(inputs({ travel: aDrive(3450) }), catalog).suggestedTips).toEqual([
    { percent: 20, amountCents: 11180 },
    { percent: 25, amountCents: 13975 },
    { percent: 30, amountCents: 16770 },
  ])
})

describe("refuses", () => {
  const { book, parameters } = catalog
  const refusal = (work: () => void) => {
    try {
      work()
      return "nothing"
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  test.each([
    [{ adults: 0, children: 0, littleOnes: 0 }, "guests-none"],
    [{ adults: 0, children: 12, littleOnes: 3 }, "adults-missing"],
    [{ adults: 10_000, children: 0, littleOnes: 0 }, "guests-too-many"],
    [{ adults: 1, children: 0, littleOnes: 0 }, "nothing"],
  ])("%o guests: %s", (guests, code) => {
    expect(refusal(() => checkGuests(guests, parameters.guests))).toBe(code)
  })
  test.each([
    [[{ sku: "caviar", quantity: 1 }], "unknown-sku"],
    [[{ sku: "adult", quantity: 1 }], "unknown-sku"],
    [[{ sku: "lobster-tail", quantity: 21 }], "too-many-proteins"],
    [[{ sku: "lobster-tail", quantity: 20 }], "nothing"],
    [[{ sku: "gyoza", quantity: 1, proteinSku: "salmon" }], "protein-unknown"],
  ])("%o for ten guests: %s", (items, code) => {
    const guests = { adults: 10, children: 0, littleOnes: 5 }
    expect(refusal(() => checkItems(items, guests, book, parameters.guests))).toBe(code)
  })
})

const anyInputs = fc.record({
  adults: fc.integer({ min: 1, max: 400 }),
  children: fc.integer({ min: 0, max: 60 }),
  littleOnes: fc.integer({ min: 0, max: 40 }),
  miles: fc.integer({ min: 0, max: 20_000 }),
  items: fc.array(
    fc.record({
      sku: fc.constantFrom("lobster-tail", "salmon", "chicken", "gyoza", "edamame", "third-protein"),
      quantity: fc.integer({ min: 1, max: 50 }),
    }),
    { maxLength: 6 },
  ),
})

test("for any party the total is the sum of its lines, the minimum is kept and a replay gives the same bytes", () => {
  fc.assert(
    fc.property(anyInputs, ({ adults, children, littleOnes, miles, items }) => {
      const party = inputs({ guests: { adults, children, littleOnes }, items, travel: aDrive(miles) })
      const priced = priceParty(party, catalog)
      expect(priced.lines.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(priced.totalCents)
      expect(
        priced.lines.every((line) => Number.isSafeInteger(line.amount.amount) && line.amount.amount >= 0),
      ).toBe(true)
      expect(priced.foodCents).toBeGreaterThanOrEqual(55_000)
      expect(priced.dueAtBookingCents + priced.balanceCents).toBe(priced.totalCents)
      const stored: PricingInputs = JSON.parse(JSON.stringify(party))
      expect(sealQuote(stored, priceParty(stored, catalog))).toEqual(sealQuote(party, priced))
    }),
    { numRuns: 2000 },
  )
})
