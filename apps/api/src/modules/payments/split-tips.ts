import { and, count, eq, isNotNull, isNull, like, sum } from "drizzle-orm"
import { findClaimsOfBookings } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { postEntry } from "./post-entry.ts"
import { ledgerEntries, ledgerLines, payments } from "./tables.ts"

type Tip = Pick<typeof payments.$inferSelect, "id" | "bookingId" | "customerName">

/** Gives every received tip of a party to the chefs who served it, in the caller's transaction. */
export async function splitTipsOf(ctx: Context, bookingId: string): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(
      and(eq(payments.bookingId, bookingId), eq(payments.purpose, "tip"), isNotNull(payments.receivedAt)),
    )
  for (const row of rows) await splitTip(ctx, row)
}

/**
 * Shares what a tip holds and nobody owns yet among the chefs who served; after a refund they give their
 * shares back. Nothing happens while nobody serves.
 */
export async function splitTip(ctx: Context, tip: Tip): Promise<void> {
  const openCents = await unsharedCents(ctx, tip.id)
  if (!tip.bookingId || openCents === 0) return
  const claims = await findClaimsOfBookings(ctx, [tip.bookingId])
  const chefIds = [...new Set(claims.map((claim) => claim.chefId))].sort()
  if (chefIds.length === 0) return
  const shares = shareEqually(Math.abs(openCents), chefIds.length)
  await postEntry(ctx, {
    key: `${splitPrefix(tip.id)}${await countSplits(ctx, tip.id)}`,
    kind: "tip",
    description: `Tip shared by ${chefIds.length}`,
    postings: { tips_payable: openCents },
    chefTips: Object.fromEntries(
      chefIds.map((chefId, index) => [chefId, -Math.sign(openCents) * (shares[index] ?? 0)]),
    ),
    bookingId: tip.bookingId,
    paymentId: tip.id,
  })
}

const splitPrefix = (paymentId: string) => `payment:${paymentId}:tip-split:`

/** @returns cents that came as this tip and are no chef's yet; below zero when more went back than is left. */
async function unsharedCents(ctx: Context, paymentId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ cents: sum(ledgerLines.amountCents) })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(
      and(
        eq(ledgerEntries.paymentId, paymentId),
        eq(ledgerLines.account, "tips_payable"),
        isNull(ledgerLines.chefId),
      ),
    )
  return -Number(row?.cents ?? 0)
}

async function countSplits(ctx: Context, paymentId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(ledgerEntries)
    .where(like(ledgerEntries.key, `${splitPrefix(paymentId)}%`))
  return row?.count ?? 0
}

/** @returns `cents` in `count` parts that differ by one cent at most and sum to it. */
export function shareEqually(cents: number, count: number): number[] {
  const least = Math.floor(cents / count)
  const further = cents - least * count
  return Array.from({ length: count }, (_, index) => least + (index < further ? 1 : 0))
}
