import type { PolicyParameters, PriceBook } from "@myhibachi/contract/catalog"
import type { Place } from "@myhibachi/contract/customers"
import type { PromotionTerms } from "@myhibachi/contract/promotion-terms"
import type { Durations, Guests, MissingPart, QuoteItem, QuoteLine, Travel } from "@myhibachi/contract/quote"
import type { TaxRate } from "@myhibachi/contract/tax"
import { Temporal } from "#platform/time.ts"
import { priceOf } from "./check-items.ts"
import { paymentTerms } from "./payment-terms.ts"
import { chefsNeeded, durationsFor } from "./plan-crew.ts"
import { foodLines, sumOf } from "./price-food.ts"
import { discountLines } from "./price-promotion.ts"
import { serviceChargeLines } from "./price-service-charge.ts"
import { taxLines } from "./price-tax.ts"
import { priceTravel, type TravelInputs, travelLine } from "./price-travel.ts"
import { divideHalfUp } from "./round-half-up.ts"

/** All that a price follows from, kept with the quote; versions by their ids. */
export interface PricingInputs {
  guests: Guests
  items: QuoteItem[]
  date: string | null
  time: string | null
  startsAt: string | null
  timeZone: string | null
  place: Place | null
  travel: TravelInputs | null
  /** What the price is lowered with; absent in quotes from before there were promotions. */
  promotion?: PromotionTerms | null
  pricedAt: string
  priceBookId: string
  policyIds: string[]
  taxRateIds: string[]
}

/** The versions that the inputs name. */
export interface PricingCatalog {
  book: PriceBook
  parameters: PolicyParameters
  taxRates: TaxRate[]
}

export interface PricedParty {
  lines: QuoteLine[]
  travel: Travel | null
  foodCents: number
  travelCents: number
  beforeTaxCents: number
  taxCents: number
  totalCents: number
  depositCents: number
  dueAtBookingCents: number
  balanceCents: number
  balanceDueAt: string | null
  isFullPaymentDue: boolean
  suggestedTips: { percent: number; amountCents: number }[]
  chefs: number
  durations: Durations
  missing: MissingPart[]
}

/** Prices a party. The same inputs and versions always give the same result. */
export function priceParty(inputs: PricingInputs, catalog: PricingCatalog): PricedParty {
  const { parameters } = catalog
  const food = foodLines(inputs.guests, inputs.items, catalog.book, parameters.guests)
  const travel = inputs.travel ? priceTravel(inputs.travel) : null
  const priced = travel ? [...food, travelLine(travel)] : food
  const discount = inputs.promotion
    ? discountLines(priced, inputs.promotion, minimumFoodCents(catalog.book))
    : []
  const lowered = [...priced, ...discount]
  const charge = serviceChargeLines(lowered, inputs.guests, parameters.service_charge)
  const untaxed = [...lowered, ...charge]
  const tax = taxLines(untaxed, catalog.taxRates)
  const beforeTaxCents = sumOf(untaxed)
  const taxCents = sumOf(tax)
  const startsAt = inputs.startsAt ? Temporal.Instant.from(inputs.startsAt) : null
  const terms = paymentTerms(
    beforeTaxCents + taxCents,
    startsAt,
    Temporal.Instant.from(inputs.pricedAt),
    parameters,
  )
  return {
    lines: [...untaxed, ...tax],
    travel,
    foodCents: sumOf(food),
    travelCents: travel?.fee.amount ?? 0,
    beforeTaxCents,
    taxCents,
    totalCents: beforeTaxCents + taxCents,
    depositCents: terms.depositCents,
    dueAtBookingCents: terms.dueAtBookingCents,
    balanceCents: terms.balanceCents,
    balanceDueAt: terms.balanceDueAt?.toString() ?? null,
    isFullPaymentDue: terms.isFullPaymentDue,
    suggestedTips: suggestTips(sumOf(lowered), parameters),
    chefs: chefsNeeded(inputs.guests, parameters.scheduling),
    durations: durationsFor(inputs.guests, parameters.scheduling),
    missing: findMissing(inputs, catalog),
  }
}

/** @returns what food comes to at least, in cents. */
export function minimumFoodCents(book: PriceBook): number {
  return priceOf(book, "minimum-food")?.amount.amount ?? 0
}

/** @returns the tips that screens suggest, on food and travel before tax. */
export function suggestTips(
  foodAndTravelCents: number,
  parameters: PolicyParameters,
): PricedParty["suggestedTips"] {
  return parameters.tipping.suggestedPercents.map((percent) => ({
    percent,
    amountCents: divideHalfUp(foodAndTravelCents * percent, 100),
  }))
}

function findMissing(inputs: PricingInputs, catalog: PricingCatalog): MissingPart[] {
  const missing: MissingPart[] = []
  const { place } = inputs
  if (!place) missing.push({ part: "address", detail: "Give the address, city or ZIP code of the party." })
  else if (!isDrivable(place))
    missing.push({ part: "address", detail: "To book we need the street address." })
  if (!inputs.travel)
    missing.push({
      part: "travel",
      detail: "The travel fee depends on the address and is not in this price yet.",
    })
  if (!inputs.startsAt) missing.push({ part: "start", detail: "Choose a date and a start." })
  if (catalog.taxRates.length === 0) {
    missing.push({
      part: "tax",
      detail: place
        ? "We do not hold a sales tax rate for this place; a person will add it."
        : "Sales tax depends on the address and is not in this price yet.",
    })
  }
  return missing
}

/** @returns whether a chef can find the place. */
export function isDrivable(place: Place): boolean {
  return place.precision === "address" || place.precision === "street"
}
