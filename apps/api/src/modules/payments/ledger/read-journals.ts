import { and, asc, count, eq, gte, inArray, lt, sql, sum } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import type { Temporal } from "#platform/time.ts"
import { ledgerEntries, ledgerLines } from "./tables.ts"

/** One entry of the ledger with all of its lines. */
export interface Journal {
  id: string
  at: Temporal.Instant
  kind: string
  description: string
  bookingId: string | null
  paymentId: string | null
  /** Debits positive, credits negative, together zero. */
  lines: { account: string; amountCents: number; chefId: string | null }[]
}

/** Entries read at a time. */
const BATCH = 500

const inside = (within: Span) => and(gte(ledgerEntries.at, within.from), lt(ledgerEntries.at, within.to))

/** Every entry of the span once, oldest first, a few at a time. */
export async function* readJournals(ctx: Context, within: Span): AsyncGenerator<Journal> {
  let place: { at: Temporal.Instant; id: string } | undefined
  do {
    const entries = await ctx.db
      .select()
      .from(ledgerEntries)
      .where(
        and(
          inside(within),
          place
            ? sql`(${ledgerEntries.at}, ${ledgerEntries.id}) > (${place.at.toString()}::timestamptz, ${place.id})`
            : undefined,
        ),
      )
      .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.id))
      .limit(BATCH)
    yield* await withLines(ctx, entries)
    place = entries.length === BATCH ? entries.at(-1) : undefined
  } while (place)
}

async function withLines(ctx: Context, entries: (typeof ledgerEntries.$inferSelect)[]): Promise<Journal[]> {
  if (entries.length === 0) return []
  const ids = entries.map(({ id }) => id)
  const lines = await ctx.db
    .select()
    .from(ledgerLines)
    .where(inArray(ledgerLines.entryId, ids))
    .orderBy(asc(ledgerLines.id))
  const byEntry = Map.groupBy(lines, ({ entryId }) => entryId)
  return entries.map(({ id, at, kind, description, bookingId, paymentId }) => ({
    ...{ id, at, kind, description, bookingId, paymentId },
    lines: (byEntry.get(id) ?? []).map(({ account, amountCents, chefId }) => ({
      account,
      amountCents,
      chefId,
    })),
  }))
}

export interface JournalSums {
  /** Lines of each entry, oldest first. */
  lineCounts: number[]
  /** Cents by account: what was debited and, above zero, what was credited. */
  accounts: { account: string; debitCents: number; creditCents: number }[]
}

/** @returns how much the span holds, without reading all of it. */
export async function sumJournals(ctx: Context, within: Span): Promise<JournalSums> {
  const counts = await ctx.db
    .select({ lines: count() })
    .from(ledgerEntries)
    .innerJoin(ledgerLines, eq(ledgerLines.entryId, ledgerEntries.id))
    .where(inside(within))
    .groupBy(ledgerEntries.at, ledgerEntries.id)
    .orderBy(asc(ledgerEntries.at), asc(ledgerEntries.id))
  const positive = sql`greatest(${ledgerLines.amountCents}, 0)`
  const negative = sql`greatest(-${ledgerLines.amountCents}, 0)`
  const rows = await ctx.db
    .select({ account: ledgerLines.account, debits: sum(positive), credits: sum(negative) })
    .from(ledgerEntries)
    .innerJoin(ledgerLines, eq(ledgerLines.entryId, ledgerEntries.id))
    .where(inside(within))
    .groupBy(ledgerLines.account)
    .orderBy(asc(ledgerLines.account))
  return {
    lineCounts: counts.map(({ lines }) => lines),
    accounts: rows.map(({ account, debits, credits }) => ({
      account,
      debitCents: Number(debits ?? 0),
      creditCents: Number(credits ?? 0),
    })),
  }
}
