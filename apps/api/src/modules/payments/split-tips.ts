import { and, count, eq, isNotNull, isNull, like, sum } from "drizzle-orm"
import { shareTip, type TipShare, takeBackTip } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { postEntry } from "./ledger/post-entry.ts"
import { ledgerEntries, ledgerLines } from "./ledger/tables.ts"
import { payments } from "./tables.ts"

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
 * Shares what a tip holds and nobody owns yet among the chefs who served, in the ledger and on their pay lines
 * alike. After a refund they give all of it back and share what is left. Nothing happens while nobody serves.
 * In the caller's transaction, which holds the payment's lock.
 */
export async function splitTip(ctx: Context, tip: Tip): Promise<void> {
  const openCents = await unsharedCents(ctx, tip.id)
  if (!tip.bookingId || openCents === 0) return
  const { id, bookingId } = tip
  const round = await countSplits(ctx, id)
  const back = openCents < 0 ? await takeAllBack(ctx, { bookingId, id, round }) : []
  const leftCents = openCents + sumShares(back)
  const key = `${splitPrefix(id)}${round}`
  const given = leftCents > 0 ? await shareTip(ctx, { bookingId, amountCents: leftCents, key }) : []
  const changeCents = sumShares(given) - sumShares(back)
  if (changeCents === 0) return
  await postEntry(ctx, {
    key,
    kind: "tip",
    description: given.length > 0 ? `Tip shared by ${given.length}` : "Tip given back by the chefs",
    postings: { tips_payable: changeCents },
    chefTips: creditsByChef(given, back),
    bookingId,
    paymentId: id,
  })
}

/** Every earlier sharing of a tip is undone on the pay lines. @returns what each chef gives back. */
async function takeAllBack(
  ctx: Context,
  { bookingId, id, round }: { bookingId: string; id: string; round: number },
): Promise<TipShare[]> {
  const back: TipShare[] = []
  for (let earlier = 0; earlier < round; earlier += 1) {
    const key = `${splitPrefix(id)}${earlier}`
    back.push(...(await takeBackTip(ctx, { bookingId, key, reason: "the tip went back to the customer" })))
  }
  return back
}

function sumShares(shares: readonly TipShare[]): number {
  return shares.reduce((sum, { amountCents }) => sum + amountCents, 0)
}

/** The ledger's lines: what a chef gets is a credit, what they give back a debit. */
function creditsByChef(given: readonly TipShare[], back: readonly TipShare[]): Record<string, number> {
  const cents: Record<string, number> = {}
  for (const { chefId, amountCents } of given) cents[chefId] = (cents[chefId] ?? 0) - amountCents
  for (const { chefId, amountCents } of back) cents[chefId] = (cents[chefId] ?? 0) + amountCents
  return cents
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
    .where(and(eq(ledgerEntries.paymentId, paymentId), like(ledgerEntries.key, `${splitPrefix(paymentId)}%`)))
  return row?.count ?? 0
}
