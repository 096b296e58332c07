import { and, eq, gte, inArray, lt, type SQL } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { ledgerEntries, ledgerLines } from "../ledger/tables.ts"
import type { Statement } from "./compare-books.ts"

const OF_PAYMENT = /^(payment:[^:]+):(received|fee)$/

/** @returns what our entries of a span moved at the provider. */
export function readEntriesOf(ctx: Context, span: Span): Promise<Statement[]> {
  return readEntries(ctx, and(gte(ledgerEntries.at, span.from), lt(ledgerEntries.at, span.to)))
}

/** @returns what our books say about subjects, whenever it was booked. */
export async function readEntriesAbout(ctx: Context, subjects: readonly string[]): Promise<Statement[]> {
  if (subjects.length === 0) return []
  const keys = subjects.flatMap((subject) =>
    /^payment:[^:]+$/.test(subject) ? [`${subject}:received`, `${subject}:fee`] : [subject],
  )
  return readEntries(ctx, inArray(ledgerEntries.key, keys))
}

async function readEntries(ctx: Context, where: SQL | undefined): Promise<Statement[]> {
  const rows = await ctx.db
    .select({
      key: ledgerEntries.key,
      cents: ledgerLines.amountCents,
      description: ledgerEntries.description,
      paymentId: ledgerEntries.paymentId,
    })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(and(eq(ledgerLines.account, "stripe_clearing"), where))
    .orderBy(ledgerEntries.at, ledgerEntries.id)
  return rows.map(({ key, ...row }) => ({
    ...row,
    // A payment and its fee are one movement at the provider.
    subject: OF_PAYMENT.exec(key)?.[1] ?? key,
    providerReference: null,
  }))
}
