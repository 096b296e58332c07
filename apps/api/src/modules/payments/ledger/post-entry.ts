import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction, isInTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { ledgerEntries, ledgerLines } from "./tables.ts"

/** Cents by account: debits positive, credits negative, together zero. */
export type Postings = Readonly<Record<string, number>>

export interface NewEntry {
  /** What happened, once: the same key is never booked again. */
  key: string
  kind: string
  description: string
  postings: Postings
  /** Of `tips_payable`: cents by chef, beside the postings. */
  chefTips?: Readonly<Record<string, number>>
  bookingId?: string | null
  paymentId?: string | null
  reversesId?: string
}

/**
 * Books an entry in the caller's transaction.
 * @returns its id, or null when the key was booked before.
 * @throws at commit when it does not balance: the database refuses it.
 */
export async function postEntry(ctx: Context, entry: NewEntry): Promise<string | null> {
  if (!isInTransaction())
    throw new Error(`The ledger entry ${entry.key} must be booked in the transaction of its cause.`)
  return insertEntry(ctx, entry, [
    ...Object.entries(entry.postings).map(([account, amountCents]) => ({ account, amountCents })),
    ...Object.entries(entry.chefTips ?? {}).map(([chefId, amountCents]) => ({
      account: "tips_payable",
      amountCents,
      chefId,
    })),
  ])
}

interface NewLine {
  account: string
  amountCents: number
  chefId?: string | null
}

async function insertEntry(
  ctx: Context,
  entry: Omit<NewEntry, "postings">,
  lines: readonly NewLine[],
): Promise<string | null> {
  const [row] = await ctx.db
    .insert(ledgerEntries)
    .values({
      id: ctx.newId("le"),
      key: entry.key,
      kind: entry.kind,
      description: entry.description,
      bookingId: entry.bookingId ?? null,
      paymentId: entry.paymentId ?? null,
      reversesId: entry.reversesId ?? null,
      at: ctx.now(),
    })
    .onConflictDoNothing({ target: ledgerEntries.key })
    .returning({ id: ledgerEntries.id })
  if (!row) return null
  const written = lines.filter(({ amountCents }) => amountCents !== 0)
  if (written.length === 0) throw new Error(`The ledger entry ${entry.key} moves nothing.`)
  await ctx.db
    .insert(ledgerLines)
    .values(written.map((line) => ({ ...line, entryId: row.id, currency: "USD" as const })))
  return row.id
}

/**
 * Books the opposite of an entry, once.
 * @returns the reversal's id, or null when it was reversed before. @throws AppError "ledger-entry-not-found".
 */
export async function reverseEntry(ctx: Context, key: string, reason: string): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    const [entry] = await ctx.db.select().from(ledgerEntries).where(eq(ledgerEntries.key, key))
    if (!entry) throw notFound("ledger-entry", key)
    const lines = await ctx.db.select().from(ledgerLines).where(eq(ledgerLines.entryId, entry.id))
    const reversal = {
      key: `${key}:reversed`,
      kind: "reversal",
      description: `${reason} (reverses: ${entry.description})`,
      bookingId: entry.bookingId,
      paymentId: entry.paymentId,
      reversesId: entry.id,
    }
    return insertEntry(
      ctx,
      reversal,
      lines.map(({ account, amountCents, chefId }) => ({ account, amountCents: -amountCents, chefId })),
    )
  })
}
