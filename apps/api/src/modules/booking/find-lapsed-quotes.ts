import { and, eq, gt, isNotNull, lte, notExists, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { holds, quoteRevisions, quotes } from "./tables.ts"

export interface LapsedQuote {
  quoteId: string
  customerId: string
  customerName: string | null
  createdAt: string
}

/** @returns quotes of known people whose newest revision ran out in the time and that nobody holds or booked. */
export async function findLapsedQuotes(
  ctx: Context,
  { since, until }: { since: Temporal.Instant; until: Temporal.Instant },
): Promise<LapsedQuote[]> {
  const used = ctx.db
    .select({ one: sql`1` })
    .from(holds)
    .where(
      and(eq(holds.quoteId, quotes.id), sql`${holds.status} in ('held', 'awaiting_deposit', 'confirmed')`),
    )
  const rows = await ctx.db
    .select({ quote: quotes })
    .from(quotes)
    .innerJoin(
      quoteRevisions,
      and(eq(quoteRevisions.quoteId, quotes.id), eq(quoteRevisions.revision, quotes.latestRevision)),
    )
    .where(
      and(
        isNotNull(quotes.customerId),
        gt(quoteRevisions.expiresAt, since),
        lte(quoteRevisions.expiresAt, until),
        notExists(used),
      ),
    )
    .orderBy(quotes.createdAt)
    .limit(500)
  return rows.flatMap(({ quote: { id, customerId, customerName, createdAt } }) =>
    customerId ? [{ quoteId: id, customerId, customerName, createdAt: createdAt.toString() }] : [],
  )
}
