import { and, asc, eq, gte, lt, sql, sum } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, encodeCursor } from "#platform/http/paging.ts"
import type { Temporal } from "#platform/time.ts"
import { accounts, ledgerEntries, ledgerLines } from "./tables.ts"

export interface FindAccountLines {
  account: string
  within: Span
  cursor?: string | undefined
  limit: number
}

export interface AccountPage {
  title: string
  /** Cents before the span, and after it. */
  openingCents: number
  closingCents: number
  lines: {
    entryId: string
    at: Temporal.Instant
    kind: string
    description: string
    bookingId: string | null
    paymentId: string | null
    amountCents: number
    balanceCents: number
  }[]
  nextCursor: string | null
}

/**
 * One account's lines with its balance after each, oldest first; debits positive, credits negative.
 * @throws AppError "account-not-found", "invalid-cursor".
 */
export async function findAccountLines(ctx: Context, query: FindAccountLines): Promise<AccountPage> {
  const [account] = await ctx.replica.select().from(accounts).where(eq(accounts.code, query.account))
  if (!account) throw notFound("account", query.account)
  const [at, lineId] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const place = sql`(${ledgerEntries.at}, ${ledgerLines.id})`
  const cursorPlace = sql`(${String(at)}::timestamptz, ${Number(lineId)}::bigint)`
  const isBefore = lt(ledgerEntries.at, query.within.from)
  const openingCents = await balanceWhere(ctx, query, isBefore)
  const readCents = query.cursor
    ? await balanceWhere(ctx, query, sql`${place} <= ${cursorPlace}`)
    : openingCents
  const rows = await ctx.replica
    .select({ entry: ledgerEntries, line: ledgerLines })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(
      and(
        eq(ledgerLines.account, query.account),
        gte(ledgerEntries.at, query.within.from),
        lt(ledgerEntries.at, query.within.to),
        query.cursor ? sql`${place} > ${cursorPlace}` : undefined,
      ),
    )
    .orderBy(asc(ledgerEntries.at), asc(ledgerLines.id))
    .limit(query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  let balanceCents = readCents
  return {
    title: account.title,
    openingCents,
    closingCents: await balanceWhere(ctx, query, lt(ledgerEntries.at, query.within.to)),
    lines: shown.map(({ entry, line }) => {
      balanceCents += line.amountCents
      const { at, kind, description, bookingId, paymentId } = entry
      const { amountCents } = line
      return { entryId: entry.id, at, kind, description, bookingId, paymentId, amountCents, balanceCents }
    }),
    nextCursor:
      rows.length > query.limit && last ? encodeCursor([last.entry.at.toString(), last.line.id]) : null,
  }
}

async function balanceWhere(
  ctx: Context,
  { account }: Pick<FindAccountLines, "account">,
  condition: ReturnType<typeof sql>,
): Promise<number> {
  const [row] = await ctx.replica
    .select({ cents: sum(ledgerLines.amountCents) })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(and(eq(ledgerLines.account, account), condition))
  return Number(row?.cents ?? 0)
}
