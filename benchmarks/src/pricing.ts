import type { PromotionTerms } from "@myhibachi/contract/promotion-terms"
import type { QuoteLine } from "@myhibachi/contract/quote"
import type { TaxRate } from "@myhibachi/contract/tax"
import { type PricingInputs, priceParty } from "../../apps/api/src/modules/booking/rules/price-party.ts"
import { sealQuote } from "../../apps/api/src/modules/booking/seal-quote.ts"
import { sampleCatalog, sampleTaxRates } from "../../apps/api/src/modules/catalog/testing/sample-catalog.ts"
import { information, none } from "../../evaluation/src/figures.ts"
import type { Figure, Proof } from "../../evaluation/src/proof.ts"
import { type Chance, seededChance } from "./chance.ts"
import { median, percentile95 } from "./load.ts"
import { REFERENCE_MS, runReferenceWorkload } from "./reference-workload.ts"

const QUOTES = 1_000_000
const QUICK_QUOTES = 100_000
const TIMED = 2_000
const MOST_MS = 2

const sample = sampleCatalog()
interface Broken {
  sum: number
  negative: number
  minimum: number
  tax: number
  dearer: number
  replay: number
}

/** Random parties, promotions, service charges and tax rates by class against what must be true of every price. */
export const pricing: Proof = {
  name: "pricing",
  shows: "Random quotes through the product's pricing rules: what never may be wrong, and what one costs.",
  target: "1,000,000 quotes: 0 broken; one quote ≤ 2 ms where the reference workload takes 9.5 ms",
  async run({ quick, seed, progress }) {
    const chance = seededChance(seed)
    const quotes = quick ? QUICK_QUOTES : QUOTES
    const broken: Broken = { sum: 0, negative: 0, minimum: 0, tax: 0, dearer: 0, replay: 0 }
    for (let index = 0; index < quotes; index += 1) {
      if (index % 50_000 === 0) {
        progress(`${index} of ${quotes} quotes`)
        await new Promise(setImmediate) // lets Ctrl-C and the progress line through
      }
      examine(randomInputs(chance), randomCatalog(chance), broken)
    }
    return [...counts(quotes, broken), ...timeOne(chance)]
  },
}

function examine(inputs: PricingInputs, catalog: ReturnType<typeof randomCatalog>, broken: Broken): void {
  const priced = priceParty(inputs, catalog)
  const sum = priced.lines.reduce((total, line) => total + line.amount.amount, 0)
  const minimum = catalog.book.prices.find((price) => price.sku === "minimum-food")?.amount.amount ?? 0
  if (sum !== priced.totalCents || !Number.isSafeInteger(sum)) broken.sum += 1
  const isWrong = ({ kind, amount }: QuoteLine) => (kind === "discount") !== amount.amount < 0
  const travel = sumOfClass(priced.lines, "travel")
  if (priced.lines.some((line) => line.amount.amount !== 0 && isWrong(line)) || travel < 0)
    broken.negative += 1
  if (priced.foodCents < minimum || sumOfClass(priced.lines, "food") < minimum) broken.minimum += 1
  if (priced.taxCents !== taxByClass(priced.lines, catalog.taxRates)) broken.tax += 1
  if (inputs.promotion && isDearer(inputs, catalog, priced.totalCents)) broken.dearer += 1
  const stored = sealQuote(inputs, priced)
  const read = JSON.parse(JSON.stringify(inputs)) as PricingInputs // safe: as the database gives it back
  const again = sealQuote(read, priceParty(read, catalog))
  if (again.hash !== stored.hash || again.result !== stored.result) broken.replay += 1
}

function sumOfClass(lines: readonly QuoteLine[], lineClass: string): number {
  const members = lines.filter((line) => line.lineClass === lineClass)
  return members.reduce((sum, line) => sum + line.amount.amount, 0)
}

/** The tax of the classes counted anew in whole numbers, each group of one rate rounded once. */
function taxByClass(lines: readonly QuoteLine[], rates: readonly TaxRate[]): number {
  const groups = Map.groupBy(rates, (rate) => rate.basisPoints)
  return [...groups].reduce((sum, [basisPoints, members]) => {
    const base = members.reduce((cents, { lineClass }) => cents + sumOfClass(lines, lineClass), 0)
    return sum + Number((BigInt(base) * BigInt(basisPoints) + 5_000n) / 10_000n)
  }, 0)
}

function isDearer(inputs: PricingInputs, catalog: ReturnType<typeof randomCatalog>, cents: number): boolean {
  return cents > priceParty({ ...inputs, promotion: null }, catalog).totalCents
}

function randomInputs(chance: Chance): PricingInputs {
  const guests = {
    adults: chance.whole(1, 300),
    children: chance.whole(0, 60),
    littleOnes: chance.whole(0, 20),
  }
  const eating = guests.adults + guests.children
  const extras = sample.book.prices.filter(({ unit }) => unit === "per_protein" || unit === "per_order")
  const items = extras
    .filter(({ sku }) => sku !== "third-protein" && chance.whole(0, 3) === 0)
    .map(({ sku }) => ({ sku, quantity: chance.whole(1, Math.max(1, eating)) }))
  const hasTravel = chance.whole(0, 9) > 0
  return {
    guests,
    items,
    date: null,
    time: null,
    startsAt: chance.whole(0, 1) ? "2026-12-13T02:00:00Z" : null,
    timeZone: "America/Los_Angeles",
    place: null,
    travel: hasTravel ? randomTravel(chance) : null,
    promotion: chance.whole(0, 1) ? randomPromotion(chance) : null,
    pricedAt: "2026-11-10T20:00:00Z",
    priceBookId: sample.book.id,
    policyIds: [],
    taxRateIds: [],
  }
}

function randomPromotion(chance: Chance): PromotionTerms {
  const isPercent = chance.whole(0, 1) === 0
  return {
    id: "prm_random",
    code: "RANDOM",
    name: "Random",
    value: isPercent
      ? { kind: "percent", basisPoints: chance.whole(1, 10_000) }
      : { kind: "fixed", amountCents: chance.whole(1, 500_000) },
    target: chance.one(["food", "whole"]),
    minimumSpendCents: chance.whole(0, 3) === 0 ? chance.whole(0, 1_000_000) : 0,
    endsAt: null,
  }
}

function randomTravel(chance: Chance): PricingInputs["travel"] {
  const freeMilesHundredths = chance.whole(0, 60) * 100
  return {
    ...(chance.next() < 0.5 ? { furtherRates: randomRates(chance, freeMilesHundredths) } : {}),
    ...(chance.next() < 0.2 ? { areaName: "Napa Valley" } : {}),
    stationId: "st_fremont",
    stationName: "Fremont",
    milesHundredths: chance.whole(0, 20_000),
    freeMilesHundredths,
    ratePerMileCents: chance.whole(0, 500),
    source: "google-routes",
    measuredAt: "2026-11-10T20:00:00Z",
    drivingSeconds: chance.whole(0, 15_000),
  }
}

function randomRates(chance: Chance, freeMilesHundredths: number) {
  let fromMilesHundredths = freeMilesHundredths
  return Array.from({ length: chance.whole(1, 4) }, () => {
    fromMilesHundredths += chance.whole(1, 6_000)
    return { fromMilesHundredths, ratePerMileCents: chance.whole(0, 500) }
  })
}

/** The sample prices, each changed by chance, so that no invariant holds only for round amounts. */
function randomCatalog(chance: Chance) {
  const prices = sample.book.prices.map((price) => ({
    ...price,
    amount: { ...price.amount, amount: price.amount.amount === 0 ? 0 : chance.whole(0, 90_000) },
  }))
  const taxRates = sampleTaxRates().map((rate) => ({ ...rate, basisPoints: chance.whole(0, 1500) }))
  const service_charge = {
    basisPoints: chance.whole(0, 1) * chance.whole(0, 3000),
    on: chance.one(["food", "food_and_travel"] as const),
    fromGuests: chance.whole(0, 100),
  }
  const parameters = { ...sample.parameters, service_charge }
  return { parameters, book: { ...sample.book, prices }, taxRates }
}

function counts(quotes: number, broken: Broken): Figure[] {
  return [
    information("quotes priced, sealed and replayed", quotes),
    none("totals that are not the sum of their lines", broken.sum),
    none("negative lines that are no discount, travel below zero", broken.negative),
    none("food below the minimum, discounts taken off", broken.minimum),
    none("tax that is not its classes' share, half-up", broken.tax),
    none("promotions that made a price dearer", broken.dearer),
    none("replays with another byte", broken.replay),
  ]
}

function timeOne(chance: Chance): Figure[] {
  const references = Array.from({ length: 20 }, runReferenceWorkload)
  const milliseconds = Array.from({ length: TIMED }, () => {
    const inputs = randomInputs(chance)
    const catalog = randomCatalog(chance)
    const startedAt = performance.now()
    sealQuote(inputs, priceParty(inputs, catalog))
    return performance.now() - startedAt
  })
  references.push(...Array.from({ length: 20 }, runReferenceWorkload))
  const share = percentile95(milliseconds) / median(references)
  const bound = MOST_MS / REFERENCE_MS
  return [
    information("one quote in process, p95 ms", round(percentile95(milliseconds))),
    {
      what: "one quote as share of the reference",
      value: round(share),
      mustBe: `≤ ${round(bound)}`,
      holds: share <= bound,
    },
  ]
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
