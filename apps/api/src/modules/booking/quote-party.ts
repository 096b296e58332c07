import type { PolicyParameters, PriceBook } from "@myhibachi/contract/catalog"
import type { Place } from "@myhibachi/contract/customers"
import { type Quote, QuoteRequest } from "@myhibachi/contract/quote"
import { eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { currentPolicies, currentPriceBook, findTaxRates, pricesOnSale } from "#modules/catalog/index.ts"
import { addTimelineEntry, findOrCreateCustomer } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { verifyLink } from "#platform/http/links.ts"
import { Temporal } from "#platform/time.ts"
import { locateParty, reachPlace, statedTravel } from "./locate-party.ts"
import { offerPromotion } from "./offer-promotion.ts"
import { parseInput } from "./parse-input.ts"
import {
  findTaken,
  presentQuote,
  type QuoteRow,
  type RevisionRow,
  type StoredQuote,
  type VersionedCatalog,
  versionsOf,
} from "./read-quote.ts"
import { checkDate, requireLocalStart } from "./refuse-start.ts"
import { checkItems } from "./rules/check-items.ts"
import { checkGuests } from "./rules/count-guests.ts"
import { type PricingCatalog, type PricingInputs, priceParty } from "./rules/price-party.ts"
import { sealQuote } from "./seal-quote.ts"
import { quoteRevisions, quotes } from "./tables.ts"

type Request = z.output<typeof QuoteRequest>

/**
 * Prices a party and keeps the offer. What is not known yet is named in `missing`.
 * @throws AppError for guests, items, dates and places that cannot be served, each with its pointer and remedy.
 */
export async function quoteParty(ctx: Context, input: QuoteRequest): Promise<Quote> {
  return quoteAtPlace(ctx, input, null)
}

/** Like quoteParty, for a party whose place was looked up before and stays. */
export async function quoteAtPlace(ctx: Context, input: QuoteRequest, place: Place | null): Promise<Quote> {
  const request = parseInput(QuoteRequest, input)
  const quoteId = request.reviseToken ? readQuoteToken(ctx, request.reviseToken) : null
  const { inputs, catalog } = await gatherInputs(ctx, request, place)
  return keepQuote(ctx, { quoteId, inputs, catalog, request })
}

/** @returns the id in a quote's link. @throws AppError "quote-not-found". */
export function readQuoteToken(ctx: Context, token: string): string {
  const link = verifyLink(ctx.services.config.MYHIBACHI_SECRET, "quote", token)
  if (link) return link.id
  throw new AppError("not-found", "quote-not-found", "This quote link is not valid; ask for a new price.")
}

/**
 * Checks the request and collects what the price follows from.
 * @param place where it was looked up before, else null.
 * @param given the prices to reckon with, those in force by default.
 * @throws AppError as quoteParty.
 */
export async function gatherInputs(
  ctx: Context,
  request: Omit<Request, "reviseToken">,
  place: Place | null,
  given?: PriceBook,
): Promise<{ inputs: PricingInputs; catalog: VersionedCatalog }> {
  const book = given ?? (await currentPriceBook(ctx))
  const { texts, parameters } = await currentPolicies(ctx)
  checkGuests(request.guests, parameters.guests)
  checkItems(request.items, request.guests, await pricesOnSale(ctx, book), parameters.guests)
  if (request.time && !request.date)
    throw invalidField("/date", "Give the date that belongs to the time.", "date-missing")
  if (request.date) checkDate(request.date, ctx.now(), parameters.scheduling)
  const { located, startsAt, travel } = await locateRequest(ctx, request, place, parameters)
  const taxRates = await findTaxRates(ctx, {
    state: located?.place.state ?? null,
    city: located?.place.city ?? null,
    at: startsAt ?? ctx.now(),
  })
  const inputs: PricingInputs = {
    guests: request.guests,
    items: request.items,
    date: request.date ?? null,
    time: request.time ?? null,
    startsAt: startsAt?.toString() ?? null,
    timeZone: located?.station.timeZone ?? null,
    place: located?.place ?? null,
    travel,
    pricedAt: ctx.now().toString(),
    priceBookId: book.id,
    policyIds: texts.map((policy) => policy.id),
    taxRateIds: taxRates.map((rate) => rate.id),
  }
  const catalog = { book, parameters, taxRates, versions: versionsOf(texts) }
  const promotion = await offerPromotion(ctx, { code: request.promotionCode, inputs, catalog })
  return { inputs: promotion ? { ...inputs, promotion } : inputs, catalog }
}

async function locateRequest(
  ctx: Context,
  request: Omit<Request, "reviseToken">,
  place: Place | null,
  { scheduling }: PolicyParameters,
) {
  const { date, time, statedMilesHundredths: stated } = request
  const located = place
    ? await reachPlace(ctx, place)
    : request.address
      ? await locateParty(ctx, request.address.text)
      : null
  const timeZone = located?.station.timeZone
  const startsAt =
    timeZone && date && time ? requireLocalStart({ date, time, timeZone }, ctx.now(), scheduling) : null
  const travel = located?.travel ?? (stated === undefined ? null : await statedTravel(ctx, stated))
  return { located, startsAt, travel }
}

interface KeepQuote {
  quoteId: string | null
  inputs: PricingInputs
  catalog: VersionedCatalog
  request: Pick<Request, "contact" | "conversationId">
}

async function keepQuote(ctx: Context, { quoteId, inputs, catalog, request }: KeepQuote): Promise<Quote> {
  const priced = priceParty(inputs, catalog)
  const revision = {
    id: ctx.newId("qr"),
    inputs,
    ...sealQuote(inputs, priced),
    createdAt: ctx.now(),
    expiresAt: expiryOf(inputs, catalog, ctx.now()),
  }
  const stored = quoteId ? await addRevision(ctx, quoteId, revision) : await addQuote(ctx, request, revision)
  return presentQuote(ctx, { ...stored, priced }, catalog, false)
}

type NewRevision = Omit<RevisionRow, "quoteId" | "revision">
type Kept = Pick<StoredQuote, "quote" | "revision">

async function addQuote(ctx: Context, request: KeepQuote["request"], given: NewRevision): Promise<Kept> {
  const customer = request.contact ? await findOrCreateCustomer(ctx, request.contact) : null
  const quote: QuoteRow = {
    id: ctx.newId("qt"),
    customerId: customer?.id ?? (ctx.actor.kind === "customer" ? ctx.actor.customerId : null),
    customerName: request.contact?.name ?? null,
    conversationId: request.conversationId ?? null,
    latestRevision: 1,
    createdAt: ctx.now(),
    createdBy: actorName(ctx.actor),
  }
  const revision = { ...given, quoteId: quote.id, revision: 1 }
  if (ctx.actor.kind === "staff") return inTransaction(ctx, (ctx) => addStaffQuote(ctx, quote, revision))
  // One statement for both rows: a quote costs one way to the database and is there whole or not at all.
  const created = ctx.db.$with("created").as(ctx.db.insert(quotes).values(quote).returning({ id: quotes.id }))
  await ctx.db.with(created).insert(quoteRevisions).values(revision)
  return { quote, revision }
}

/** What staff offer is noted with their name, on the customer's timeline and in the audit. */
async function addStaffQuote(ctx: Context, quote: QuoteRow, revision: RevisionRow): Promise<Kept> {
  await ctx.db.insert(quotes).values(quote)
  await ctx.db.insert(quoteRevisions).values(revision)
  const of = { entity: "quote", entityId: quote.id }
  if (quote.customerId)
    await addTimelineEntry(ctx, { ...of, customerId: quote.customerId, kind: "quote", title: "Quote made" })
  await audit(ctx, { ...of, action: "quote.created", details: { hash: revision.hash } })
  return { quote, revision }
}

/** @throws AppError "quote-taken" (409) when the quote is booked. */
async function addRevision(ctx: Context, quoteId: string, given: NewRevision): Promise<Kept> {
  return inTransaction(ctx, async (ctx) => {
    const [quote] = await ctx.db
      .update(quotes)
      .set({ latestRevision: sql`${quotes.latestRevision} + 1` })
      .where(eq(quotes.id, quoteId))
      .returning()
    if (!quote) throw notFound("quote", quoteId)
    const taken = await findTaken(ctx, [quoteId])
    if (taken.has(quoteId)) {
      throw new AppError(
        "conflict",
        "quote-taken",
        "This quote is booked already; ask for a new price for another party.",
      )
    }
    const revision = { ...given, quoteId, revision: quote.latestRevision }
    await ctx.db.insert(quoteRevisions).values(revision)
    const details = { revision: revision.revision, hash: revision.hash }
    if (ctx.actor.kind === "staff")
      await audit(ctx, { action: "quote.revised", entity: "quote", entityId: quoteId, details })
    return { quote, revision }
  })
}

/** Three days, or until its promotion ends or the start can no longer be booked. */
function expiryOf(
  inputs: PricingInputs,
  { parameters }: PricingCatalog,
  now: Temporal.Instant,
): Temporal.Instant {
  const usual = earlier(now.add({ hours: parameters.quote.expiresAfterHours }), inputs.promotion?.endsAt)
  if (!inputs.startsAt) return usual
  const lastMoment = Temporal.Instant.from(inputs.startsAt).subtract({
    hours: parameters.scheduling.leadHours,
  })
  const isSoon =
    Temporal.Instant.compare(lastMoment, usual) < 0 && Temporal.Instant.compare(lastMoment, now) > 0
  return isSoon ? lastMoment : usual
}

function earlier(instant: Temporal.Instant, other: string | null | undefined): Temporal.Instant {
  if (!other) return instant
  const end = Temporal.Instant.from(other)
  return Temporal.Instant.compare(end, instant) < 0 ? end : instant
}
