import type { TaxRate } from "@myhibachi/contract/tax"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { readPublished } from "./published-catalog.ts"

export interface TaxPlace {
  state: string | null
  city: string | null
  /** The rates of this instant. */
  at: Temporal.Instant
}

/** @returns the rates of the place, one for each line class, those of the city before those of the state. */
export async function findTaxRates(ctx: Context, place: TaxPlace): Promise<TaxRate[]> {
  const atMs = place.at.epochMilliseconds
  const inForce = (await readPublished(ctx)).taxRates
    .filter((rate) => rate.value.state === place.state)
    .filter((rate) => rate.effectiveMs <= atMs && atMs < rate.endsMs)
    .map(({ value }) => value)
  const city = place.city?.toLowerCase()
  const ofCity = inForce.filter((rate) => rate.city !== null && rate.city.toLowerCase() === city)
  const isCovered = (rate: TaxRate) => ofCity.some((other) => other.lineClass === rate.lineClass)
  return [...ofCity, ...inForce.filter((rate) => rate.city === null && !isCovered(rate))]
}

/** @returns the rates with these ids, in their order. */
export async function taxRatesById(ctx: Context, ids: readonly string[]): Promise<TaxRate[]> {
  const rates = await listTaxRates(ctx)
  return ids.flatMap((id) => rates.filter((rate) => rate.id === id))
}

/** @returns all rates, for staff. */
export async function listTaxRates(ctx: Context): Promise<TaxRate[]> {
  return (await readPublished(ctx)).taxRates.map(({ value }) => value)
}
