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
  const lines = Object.entries(entry.postings).filter(([, amountCents]) => amountCents !== 0)
  await ctx.db.insert(ledgerLines).values(
    lines.map(([account, amountCents]) => ({
      entryId: row.id,
      account,
      amountCents,
      currency: "USD" as const,
    })),
  )
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
    return postEntry(ctx, {
      key: `${key}:reversed`,
      kind: "reversal",
      description: `${reason} (reverses: ${entry.description})`,
      postings: Object.fromEntries(lines.map((line) => [line.account, -line.amountCents])),
      bookingId: entry.bookingId,
      paymentId: entry.paymentId,
      reversesId: entry.id,
    })
  })
}
