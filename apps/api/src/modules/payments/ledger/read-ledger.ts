import type { LedgerEntry, LedgerEntryPage, TrialBalance } from "@myhibachi/contract/ledger"
import { usd } from "@myhibachi/contract/money"
import { and, count, desc, eq, exists, inArray, sql, sum } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { accounts, ledgerEntries, ledgerLines } from "./tables.ts"

/** Balance of every account in cents; the total is zero because every entry is. */
export async function readTrialBalance(ctx: Context): Promise<TrialBalance> {
  const rows = await ctx.replica
    .select({
      account: accounts.code,
      title: accounts.title,
      cents: sql<string>`coalesce(${sum(ledgerLines.amountCents)}, 0)`,
    })
    .from(accounts)
    .leftJoin(ledgerLines, eq(ledgerLines.account, accounts.code))
    .groupBy(accounts.code, accounts.title)
    .orderBy(accounts.code)
  const [entries] = await ctx.replica.select({ count: count() }).from(ledgerEntries)
  return {
    accounts: rows.map(({ account, title, cents }) => ({ account, title, balance: usd(Number(cents)) })),
    total: usd(rows.reduce((total, row) => total + Number(row.cents), 0)),
    entries: entries?.count ?? 0,
    asOf: ctx.now().toString(),
  }
}

export interface FindEntries {
  account?: string | undefined
  bookingId?: string | undefined
  paymentId?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Entries with their lines, newest first. */
export async function findLedgerEntries(ctx: Context, query: FindEntries): Promise<LedgerEntryPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const rows = await ctx.replica
    .select()
    .from(ledgerEntries)
    .where(
      and(
        query.bookingId ? eq(ledgerEntries.bookingId, query.bookingId) : undefined,
        query.paymentId ? eq(ledgerEntries.paymentId, query.paymentId) : undefined,
        query.account ? hasAccount(ctx, query.account) : undefined,
        at ? sql`(${ledgerEntries.at}, ${ledgerEntries.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(ledgerEntries.at), desc(ledgerEntries.id))
    .limit(query.limit + 1)
  const lines =
    rows.length === 0
      ? []
      : await linesOf(
          ctx,
          rows.map((row) => row.id),
        )
  return toPage(
    rows,
    query.limit,
    (row) => [row.at.toString(), row.id],
    (row) => toEntry(row, lines),
  )
}

function hasAccount(ctx: Context, account: string) {
  return exists(
    ctx.replica
      .select({ id: ledgerLines.id })
      .from(ledgerLines)
      .where(and(eq(ledgerLines.entryId, ledgerEntries.id), eq(ledgerLines.account, account))),
  )
}

function linesOf(ctx: Context, entryIds: string[]) {
  return ctx.replica
    .select()
    .from(ledgerLines)
    .where(inArray(ledgerLines.entryId, entryIds))
    .orderBy(ledgerLines.id)
}

type EntryRow = typeof ledgerEntries.$inferSelect
type LineRow = typeof ledgerLines.$inferSelect

function toEntry(row: EntryRow, lines: LineRow[]): LedgerEntry {
  return {
    id: row.id,
    kind: row.kind,
    description: row.description,
    bookingId: row.bookingId,
    paymentId: row.paymentId,
    reversesId: row.reversesId,
    at: row.at.toString(),
    lines: lines
      .filter((line) => line.entryId === row.id)
      .map(({ account, amountCents, chefId }) => ({ account, amount: usd(amountCents), chefId })),
  }
}
