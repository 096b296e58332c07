import type { PolicyText, PriceBook } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import type { TaxRate } from "@myhibachi/contract/tax"
import { asc, desc, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { remembered } from "#platform/remembered.ts"
import { policies, priceBooks, prices, taxRates } from "./tables.ts"

/** A version with the moment from which it counts, in epoch milliseconds. */
export interface Versioned<T> {
  value: T
  effectiveMs: number
}

/** What never changes once it is published, and so may be kept in memory. */
export interface Published {
  books: Versioned<PriceBook>[]
  policies: Versioned<PolicyText>[]
  taxRates: (Versioned<TaxRate> & { endsMs: number })[]
}

const published = remembered("catalog", loadPublished)

/** Forgets what was read, here and in the other processes, once the publication has committed. */
export const announceCatalogChange = published.forget

/** @returns all published versions, from memory while nothing new is published. */
export const readPublished = published.read

async function loadPublished(ctx: Context): Promise<Published> {
  const books = await ctx.db.select().from(priceBooks).where(eq(priceBooks.status, "published"))
  const rows = await ctx.db.select().from(prices).orderBy(asc(prices.position))
  const texts = await ctx.db.select().from(policies).orderBy(asc(policies.key), desc(policies.version))
  const rates = await ctx.db.select().from(taxRates).orderBy(asc(taxRates.id))
  return {
    books: books.map((book) => ({
      value: { ...presentPriceBook(book, rows), isCurrent: true },
      effectiveMs: book.effectiveFrom?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    })),
    policies: texts.map((row) => ({
      value: presentPolicy(row),
      effectiveMs: row.effectiveFrom.epochMilliseconds,
    })),
    taxRates: rates.map((row) => presentTaxRate(row, rates)),
  }
}

type TaxRateRow = typeof taxRates.$inferSelect

/** A rate counts until its own end or until a newer one of the same place and lines begins. */
function presentTaxRate(row: TaxRateRow, all: readonly TaxRateRow[]): Published["taxRates"][number] {
  const sinceMs = row.validFrom.epochMilliseconds
  const isNewer = (other: TaxRateRow) =>
    other.state === row.state &&
    other.city?.toLowerCase() === row.city?.toLowerCase() &&
    other.lineClass === row.lineClass &&
    other.validFrom.epochMilliseconds > sinceMs
  const ends = [row.validTo, ...all.filter(isNewer).map((other) => other.validFrom)].filter(
    (end) => end !== null,
  )
  const endsMs = Math.min(...ends.map((end) => end.epochMilliseconds))
  const end = ends.find((candidate) => candidate.epochMilliseconds === endsMs)
  return {
    value: { ...row, validFrom: row.validFrom.toString(), validTo: end?.toString() ?? null },
    effectiveMs: sinceMs,
    endsMs,
  }
}

/** @returns the book with its own among the given prices. */
export function presentPriceBook(
  book: typeof priceBooks.$inferSelect,
  rows: readonly (typeof prices.$inferSelect)[],
): PriceBook {
  return {
    id: book.id,
    version: book.version,
    name: book.name,
    status: book.status,
    effectiveFrom: book.effectiveFrom?.toString() ?? null,
    publishedAt: book.publishedAt?.toString() ?? null,
    isCurrent: false,
    revision: book.revision,
    prices: rows
      .filter((row) => row.priceBookId === book.id)
      .map((row) => ({ sku: row.sku, name: row.name, unit: row.unit, amount: usd(row.amountCents) })),
  }
}

export function presentPolicy(row: typeof policies.$inferSelect): PolicyText {
  const { id, key, version, title, text, parameters, textHash } = row
  return { id, key, version, title, text, parameters, textHash, effectiveFrom: row.effectiveFrom.toString() }
}
