import { formatMoney, usd } from "@myhibachi/contract/money"
import { and, eq, like } from "drizzle-orm"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { createRefund, refundableCents } from "./create-refund.ts"
import { postEntry } from "./ledger/post-entry.ts"
import { receivedPayments, spreadOverPayments } from "./spread-over-payments.ts"
import { refunds } from "./tables.ts"

export interface CancelledBooking {
  bookingId: string
  /** What goes back by the policy that the customer signed. */
  refundCents: number
  /** What is kept by it. */
  keptCents: number
  reason: string
}

/** Returns what a cancelled booking's policy gives back, newest payment first, and books what is kept. */
export async function refundCancellation(ctx: Context, cancelled: CancelledBooking): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { bookingId } = cancelled
    await bookKept(ctx, cancelled)
    await returnTips(ctx, bookingId)
    if (cancelled.refundCents === 0 || (await wasRefunded(ctx, bookingId))) return
    const { parts, unplacedCents } = await spreadOverPayments(ctx, bookingId, cancelled.refundCents)
    for (const { id, leftCents } of parts) {
      const cause = `cancelled:${bookingId}:${id}`
      await createRefund(ctx, {
        paymentId: id,
        amountCents: leftCents,
        cause,
        reason: "The party was cancelled.",
      })
    }
    if (unplacedCents > 0) await askPerson(ctx, cancelled, unplacedCents)
  })
}

/** A tip for a party that does not take place goes back, whatever the policy keeps. */
async function returnTips(ctx: Context, bookingId: string): Promise<void> {
  for (const row of await receivedPayments(ctx, bookingId, "tips")) {
    const amountCents = await refundableCents(ctx, row)
    if (amountCents <= 0) continue
    const reason = "The party was cancelled, so the tip goes back."
    await createRefund(ctx, { paymentId: row.id, amountCents, cause: `tip-cancelled:${row.id}`, reason })
  }
}

async function wasRefunded(ctx: Context, bookingId: string): Promise<boolean> {
  const [known] = await ctx.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.bookingId, bookingId), like(refunds.cause, "cancelled:%")))
    .limit(1)
  return known !== undefined
}

async function bookKept(ctx: Context, { bookingId, keptCents }: CancelledBooking): Promise<void> {
  if (keptCents === 0) return
  await postEntry(ctx, {
    key: `booking:${bookingId}:kept`,
    kind: "cancellation",
    description: "Kept by the cancellation policy",
    postings: { customer_deposits: keptCents, "revenue:cancellation": -keptCents },
    bookingId,
  })
}

async function askPerson(
  ctx: Context,
  { bookingId, refundCents }: CancelledBooking,
  unplacedCents: number,
): Promise<void> {
  await createTask(ctx, {
    kind: "payment",
    title: `${formatMoney(usd(unplacedCents))} of a cancelled party found no payment to return to`,
    detail: `The policy returns ${formatMoney(usd(refundCents))}, but the payments of the booking do not hold that much.`,
    isUrgent: true,
    dueAt: ctx.now().add({ hours: 24 }),
    bookingId,
    key: `refund-unplaced:${bookingId}`,
  })
}
