import type { PolicyText } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import type { Quote, QuoteExplanation } from "@myhibachi/contract/quote"
import { and, eq, inArray, sql } from "drizzle-orm"
import { policiesById, priceBookById, taxRatesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { Temporal } from "#platform/time.ts"
import { sumOf } from "./rules/price-food.ts"
import { type PricedParty, type PricingCatalog, type PricingInputs, priceParty } from "./rules/price-party.ts"
import { sealQuote } from "./seal-quote.ts"
import { holds, quoteRevisions, quotes } from "./tables.ts"

export type RevisionRow = typeof quoteRevisions.$inferSelect
export type QuoteRow = typeof quotes.$inferSelect

/** The versions that a price follows from, with the numbers that people read. */
export interface VersionedCatalog extends PricingCatalog {
  versions: Record<string, number>
}

/** @returns the version of each policy by its key. */
export function versionsOf(texts: readonly PolicyText[]): Record<string, number> {
  return Object.fromEntries(texts.map((policy) => [policy.key, policy.version]))
}

export interface StoredQuote {
  quote: QuoteRow
  revision: RevisionRow
  priced: PricedParty
}

/** @returns a quote's revision as it is kept, the newest by default. @throws AppError "quote-not-found". */
export async function requireQuote(
  ctx: Context,
  input: { quoteId: string; revision?: number | undefined },
): Promise<StoredQuote> {
  const [row] = await ctx.db
    .select({ quote: quotes, revision: quoteRevisions })
    .from(quotes)
    .innerJoin(quoteRevisions, eq(quoteRevisions.quoteId, quotes.id))
    .where(
      and(
        eq(quotes.id, input.quoteId),
        eq(quoteRevisions.revision, input.revision ?? sql`${quotes.latestRevision}`),
      ),
    )
  if (!row) throw notFound("quote", input.quoteId)
  return { ...row, priced: readPriced(row.revision) }
}

/** @returns what the revision offers. */
export function readPriced(revision: RevisionRow): PricedParty {
  return JSON.parse(revision.result) as PricedParty // safe: sealQuote wrote it, and the row never changes
}

/** @returns the offer as it was made. @throws AppError "quote-not-found". */
export async function readQuote(
  ctx: Context,
  input: { quoteId: string; revision?: number | undefined },
): Promise<Quote> {
  const stored = await requireQuote(ctx, input)
  const taken = await findTaken(ctx, [input.quoteId])
  const catalog = await catalogOf(ctx, stored.revision.inputs)
  return presentQuote(ctx, stored, catalog, taken.has(input.quoteId))
}

/** Prices the stored inputs again. @returns the quote, its inputs, and whether the bytes are the same. */
export async function explainQuote(
  ctx: Context,
  input: { quoteId: string; revision?: number },
): Promise<QuoteExplanation> {
  const { revision } = await requireQuote(ctx, input)
  const replayed = sealQuote(
    revision.inputs,
    priceParty(revision.inputs, await catalogOf(ctx, revision.inputs)),
  )
  return {
    quote: await readQuote(ctx, input),
    inputs: { ...revision.inputs },
    isReplayIdentical: replayed.result === revision.result && replayed.hash === revision.hash,
  }
}

/** @returns the versions that the inputs name. */
export async function catalogOf(ctx: Context, inputs: PricingInputs): Promise<VersionedCatalog> {
  const { texts, parameters } = await policiesById(ctx, inputs.policyIds)
  return {
    book: await priceBookById(ctx, inputs.priceBookId),
    parameters,
    taxRates: await taxRatesById(ctx, inputs.taxRateIds),
    versions: versionsOf(texts),
  }
}

/** @returns the offer as people see it. */
export function presentQuote(
  ctx: Context,
  { quote, revision, priced }: StoredQuote,
  catalog: VersionedCatalog,
  isTaken: boolean,
): Quote {
  const { inputs } = revision
  return {
    id: quote.id,
    token: signLink(ctx.services.config.MYHIBACHI_SECRET, "quote", quote.id),
    revision: revision.revision,
    status: statusOf(ctx, revision.expiresAt, isTaken),
    createdAt: revision.createdAt.toString(),
    expiresAt: revision.expiresAt.toString(),
    guests: inputs.guests,
    items: inputs.items,
    date: inputs.date,
    time: inputs.time,
    startsAt: inputs.startsAt,
    timeZone: inputs.timeZone,
    place: inputs.place,
    travel: priced.travel,
    lines: priced.lines,
    ...presentAmounts(priced),
    promotion: presentPromotion(inputs, priced),
    chefs: priced.chefs,
    durations: priced.durations,
    missing: priced.missing,
    versions: { priceBook: catalog.book.version, policies: catalog.versions, taxRates: inputs.taxRateIds },
    hash: revision.hash,
  }
}

function presentAmounts(priced: PricedParty) {
  return {
    foodTotal: usd(priced.foodCents),
    travelFee: usd(priced.travelCents),
    beforeTax: usd(priced.beforeTaxCents),
    tax: usd(priced.taxCents),
    total: usd(priced.totalCents),
    deposit: usd(priced.depositCents),
    dueAtBooking: usd(priced.dueAtBookingCents),
    balance: usd(priced.balanceCents),
    balanceDueAt: priced.balanceDueAt,
    isFullPaymentDue: priced.isFullPaymentDue,
    suggestedTips: priced.suggestedTips.map((tip) => ({
      percent: tip.percent,
      amount: usd(tip.amountCents),
    })),
  }
}

function presentPromotion({ promotion }: PricingInputs, { lines }: PricedParty): Quote["promotion"] {
  if (!promotion) return null
  const { code, name } = promotion
  return { code, name, saved: usd(-sumOf(lines.filter((line) => line.kind === "discount"))) }
}

/** @returns whether the offer can still be taken. */
export function statusOf(ctx: Context, expiresAt: Temporal.Instant, isTaken: boolean): Quote["status"] {
  if (isTaken) return "taken"
  return Temporal.Instant.compare(expiresAt, ctx.now()) <= 0 ? "expired" : "open"
}

/** @returns those of the quotes that became a booking, each with the start that was booked. */
export async function findTaken(ctx: Context, quoteIds: string[]): Promise<Map<string, Temporal.Instant>> {
  if (quoteIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ quoteId: holds.quoteId, startsAt: holds.startsAt })
    .from(holds)
    .where(and(inArray(holds.quoteId, quoteIds), eq(holds.status, "confirmed")))
  return new Map(rows.map((row) => [row.quoteId, row.startsAt]))
}
