import { usd } from "@myhibachi/contract/money"
import { type QuoteChannel, type QuotePage, QuoteQuery } from "@myhibachi/contract/quote-list"
import { and, desc, eq, exists, gt, ilike, like, lte, not, notLike, or, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { isPerson } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { Temporal } from "#platform/time.ts"
import { parseInput } from "./parse-input.ts"
import { findTaken, type QuoteRow, type RevisionRow, readPriced, statusOf } from "./read-quote.ts"
import { allGuests } from "./rules/count-guests.ts"
import { holds, quoteRevisions, quoteSendings, quotes } from "./tables.ts"

interface Found {
  quote: QuoteRow
  revision: RevisionRow
  sentAt: string | null
}

/** @returns quotes for staff by search and filters, the newest first. @throws AppError "invalid-cursor". */
export async function findQuotes(ctx: Context, input: z.input<typeof QuoteQuery>): Promise<QuotePage> {
  const query = parseInput(QuoteQuery, input)
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const rows: Found[] = await ctx.db
    .select({ quote: quotes, revision: quoteRevisions, sentAt: lastSending(ctx) })
    .from(quotes)
    .innerJoin(
      quoteRevisions,
      and(eq(quoteRevisions.quoteId, quotes.id), eq(quoteRevisions.revision, quotes.latestRevision)),
    )
    .where(
      and(
        ...filtersOf(ctx, query),
        after
          ? sql`(${quotes.createdAt}, ${quotes.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(quotes.createdAt), desc(quotes.id))
    .limit(query.limit + 1)
  const taken = await findTaken(
    ctx,
    rows.map((row) => row.quote.id),
  )
  return toPage(
    rows,
    query.limit,
    ({ quote }) => [quote.createdAt.toString(), quote.id],
    (found) => summarise(ctx, found, taken.get(found.quote.id)),
  )
}

function lastSending(ctx: Context) {
  return sql<string | null>`(${ctx.db
    .select({ at: sql`to_char(max(${quoteSendings.at}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')` })
    .from(quoteSendings)
    .where(eq(quoteSendings.quoteId, quotes.id))})`
}

function filtersOf(ctx: Context, query: z.output<typeof QuoteQuery>): (SQL | undefined)[] {
  return [
    query.customerId ? isPerson(quotes.customerId, query.customerId) : undefined,
    query.status ? hasStatus(ctx, query.status) : undefined,
    query.channel ? hasChannel(query.channel) : undefined,
    query.search ? matches(query.search) : undefined,
  ]
}

function hasStatus(
  ctx: Context,
  status: NonNullable<z.output<typeof QuoteQuery>["status"]>,
): SQL | undefined {
  const isTaken = exists(
    ctx.db
      .select({ one: sql`1` })
      .from(holds)
      .where(and(eq(holds.quoteId, quotes.id), eq(holds.status, "confirmed"))),
  )
  if (status === "taken") return isTaken
  const isOver = lte(quoteRevisions.expiresAt, ctx.now())
  return and(not(isTaken), status === "expired" ? isOver : gt(quoteRevisions.expiresAt, ctx.now()))
}

const PREFIXES: Record<Exclude<QuoteChannel, "website">, string> = {
  staff: "staff:",
  assistant: "agent:",
  import: "system:import:",
}

/** @returns where a quote was asked for, by who made it. */
export function channelOf(createdBy: string): QuoteChannel {
  if (createdBy.startsWith(PREFIXES.staff)) return "staff"
  if (createdBy.startsWith(PREFIXES.assistant)) return "assistant"
  return createdBy.startsWith(PREFIXES.import) ? "import" : "website"
}

function hasChannel(channel: QuoteChannel): SQL | undefined {
  if (channel !== "website") return like(quotes.createdBy, `${PREFIXES[channel]}%`)
  return and(...Object.values(PREFIXES).map((prefix) => notLike(quotes.createdBy, `${prefix}%`)))
}

function matches(search: string): SQL | undefined {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return or(
    ilike(quotes.customerName, pattern),
    eq(quotes.id, search),
    sql`${quoteRevisions.inputs}->'place'->>'formatted' ilike ${pattern}`,
  )
}

function summarise(
  ctx: Context,
  { quote, revision, sentAt }: Found,
  bookedStart: Temporal.Instant | undefined,
): QuotePage["items"][number] {
  const { inputs } = revision
  const priced = readPriced(revision)
  return {
    id: quote.id,
    revision: revision.revision,
    status: statusOf(ctx, revision.expiresAt, bookedStart !== undefined),
    createdAt: revision.createdAt.toString(),
    expiresAt: revision.expiresAt.toString(),
    customerId: quote.customerId,
    customerName: quote.customerName,
    guestTotal: allGuests(inputs.guests),
    // Customers often choose the start only when they hold it.
    startsAt: bookedStart?.toString() ?? inputs.startsAt,
    timeZone: inputs.timeZone,
    city: inputs.place?.city ?? null,
    beforeTax: usd(priced.beforeTaxCents),
    total: usd(priced.totalCents),
    channel: channelOf(quote.createdBy),
    sentAt: sentAt ? Temporal.Instant.from(sentAt).toString() : null,
  }
}
