import type { PriceBook } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import { type QuoteReplay, ReplayQuotes } from "@myhibachi/contract/pricing"
import { and, desc, eq } from "drizzle-orm"
import { readPriceBook } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { parseInput } from "../parse-input.ts"
import { catalogOf } from "../read-quote.ts"
import { checkItems } from "../rules/check-items.ts"
import { type PricedParty, type PricingInputs, priceParty } from "../rules/price-party.ts"
import { quoteRevisions, quotes } from "../tables.ts"
import { spreadOf } from "./spread.ts"

/**
 * Prices the last quotes again with another version's prices; everything else stays as it was quoted.
 * @throws AppError "price-book-not-found".
 */
export async function replayQuotes(ctx: Context, input: ReplayQuotes): Promise<QuoteReplay> {
  const { priceBookId, last } = parseInput(ReplayQuotes, input)
  const book = await readPriceBook(ctx, priceBookId)
  const revisions = await readLast(ctx, last)
  const pairs: { before: number; after: number }[] = []
  for (const { inputs, result } of revisions) {
    const after = await priceOn(ctx, inputs, book)
    const { totalCents } = JSON.parse(result) as PricedParty // safe: sealQuote wrote it, and the row never changes
    if (after !== null) pairs.push({ before: totalCents, after })
  }
  const changes = pairs.map(({ before, after }) => after - before)
  const { id, version, name, status } = book
  return {
    priceBook: { id, version, name, status },
    compared: pairs.length,
    dearer: changes.filter((change) => change > 0).length,
    cheaper: changes.filter((change) => change < 0).length,
    unchanged: changes.filter((change) => change === 0).length,
    notSold: revisions.length - pairs.length,
    before: usd(sum(pairs.map(({ before }) => before))),
    after: usd(sum(pairs.map(({ after }) => after))),
    change: usd(sum(changes)),
    spread: spreadOf(changes),
  }
}

function readLast(ctx: Context, last: number) {
  return ctx.replica
    .select({ inputs: quoteRevisions.inputs, result: quoteRevisions.result })
    .from(quotes)
    .innerJoin(
      quoteRevisions,
      and(eq(quoteRevisions.quoteId, quotes.id), eq(quoteRevisions.revision, quotes.latestRevision)),
    )
    .orderBy(desc(quotes.createdAt), desc(quotes.id))
    .limit(last)
}

/** @returns the total in cents, or null when the book does not sell something of the party. */
async function priceOn(ctx: Context, inputs: PricingInputs, book: PriceBook): Promise<number | null> {
  const catalog = await catalogOf(ctx, inputs)
  try {
    checkItems(inputs.items, inputs.guests, book, catalog.parameters.guests)
    return priceParty(inputs, { ...catalog, book }).totalCents
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, one) => total + one, 0)
}
