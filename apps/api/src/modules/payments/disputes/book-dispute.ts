import { and, eq, like, sum } from "drizzle-orm"
import { recordBookingPayment } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import type { Movement } from "#providers/payments/account-port.ts"
import { debitOf } from "../apply-refund.ts"
import { isEarned } from "../earn-booking.ts"
import { postEntry } from "../ledger/post-entry.ts"
import { ledgerEntries, ledgerLines } from "../ledger/tables.ts"
import type { payments } from "../tables.ts"
import type { disputes } from "./tables.ts"

type DisputeRow = typeof disputes.$inferSelect
type PaymentRow = typeof payments.$inferSelect

/** @returns the key under which what the bank took or gave back is booked, once. */
export function disputeMovementKey(disputeId: string, movementId: string): string {
  return `dispute:${disputeId}:movement:${movementId}`
}

/** Books what the bank took, with its fee, or gave back: the money stands in reserve until it is decided. */
export async function bookDisputeMovement(ctx: Context, row: DisputeRow, movement: Movement): Promise<void> {
  const { amountCents, feeCents } = movement
  if (amountCents === 0 && feeCents === 0) return
  await postEntry(ctx, {
    key: disputeMovementKey(row.id, movement.id),
    kind: "dispute",
    description: amountCents < 0 ? "Taken back by the customer's bank" : "Given back by the customer's bank",
    postings: {
      dispute_reserve: -amountCents,
      fees: feeCents,
      stripe_clearing: amountCents - feeCents,
    },
    bookingId: row.bookingId,
    paymentId: row.paymentId,
  })
}

/**
 * Takes what stood in reserve as lost, once. Before the party the customer has their money again, so they owe the
 * party as if they had not paid; after it the business bears it. A lost tip is never taken from the chef.
 */
export async function bookLoss(ctx: Context, row: DisputeRow, payment: PaymentRow): Promise<void> {
  const lostCents = await reserveOf(ctx, row)
  if (lostCents === 0) return
  const debit =
    payment.purpose === "tip" ? { "revenue:concessions": lostCents } : await debitOf(ctx, payment, lostCents)
  const entryId = await postEntry(ctx, {
    key: `dispute:${row.id}:lost`,
    kind: "dispute",
    description: "Dispute lost",
    postings: { ...debit, dispute_reserve: -lostCents },
    bookingId: row.bookingId,
    paymentId: row.paymentId,
  })
  if (entryId === null || payment.purpose === "tip" || !payment.bookingId) return
  if (!(await isEarned(ctx, payment.bookingId)))
    await recordBookingPayment(ctx, { bookingId: payment.bookingId, refundedCents: lostCents })
}

async function reserveOf(ctx: Context, { id, paymentId }: DisputeRow): Promise<number> {
  const [row] = await ctx.db
    .select({ cents: sum(ledgerLines.amountCents) })
    .from(ledgerLines)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerLines.entryId))
    .where(
      and(
        eq(ledgerEntries.paymentId, paymentId),
        like(ledgerEntries.key, `dispute:${id}:%`),
        eq(ledgerLines.account, "dispute_reserve"),
      ),
    )
  return Number(row?.cents ?? 0)
}
