import type { TaxRate } from "@myhibachi/contract/catalog"
import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { taxRates } from "./tables.ts"

export interface TaxPlace {
  state: string | null
  city: string | null
  /** The rates of this instant. */
  at: Temporal.Instant
}

/** @returns the rates of the place, one for each line class, those of the city before those of the state. */
export async function findTaxRates(ctx: Context, place: TaxPlace): Promise<TaxRate[]> {
  if (!place.state) return []
  const rows = await ctx.db
    .select()
    .from(taxRates)
    .where(
      and(
        eq(taxRates.state, place.state),
        or(isNull(taxRates.city), eq(taxRates.city, place.city ?? "")),
        lte(taxRates.validFrom, place.at),
        or(isNull(taxRates.validTo), gt(taxRates.validTo, place.at)),
      ),
    )
    .orderBy(asc(taxRates.id))
  const ofCity = rows.filter((row) => row.city !== null)
  const ofState = rows.filter(
    (row) => row.city === null && !ofCity.some((other) => other.lineClass === row.lineClass),
  )
  return [...ofCity, ...ofState].map(presentTaxRate)
}

/** @returns the rates with these ids, in their order. */
export async function taxRatesById(ctx: Context, ids: readonly string[]): Promise<TaxRate[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select()
    .from(taxRates)
    .where(inArray(taxRates.id, [...ids]))
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(presentTaxRate))
}

/** @returns all rates, for staff. */
export async function listTaxRates(ctx: Context): Promise<TaxRate[]> {
  const rows = await ctx.replica
    .select()
    .from(taxRates)
    .orderBy(asc(taxRates.state), asc(taxRates.jurisdiction), asc(taxRates.id))
  return rows.map(presentTaxRate)
}

function presentTaxRate(row: typeof taxRates.$inferSelect): TaxRate {
  return { ...row, validFrom: row.validFrom.toString(), validTo: row.validTo?.toString() ?? null }
}
