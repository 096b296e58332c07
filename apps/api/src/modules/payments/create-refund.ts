import { formatMoney, usd } from "@myhibachi/contract/money"
import { and, eq, inArray, sum } from "drizzle-orm"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { askPerson } from "./ask-person.ts"
import { isDisputed, lostCents, refuseDisputed } from "./disputes/freeze-refunds.ts"
import { sendRefund } from "./send-refund.ts"
import { payments, refunds } from "./tables.ts"

export interface NewRefund {
  paymentId: string
  amountCents: number
  /** Why it happens, once: a second refund with the same cause is the first one. */
  cause: string
  reason: string
  /** A second person must say yes before it is sent. */
  isApprovalNeeded?: boolean
}

export type RefundRow = typeof refunds.$inferSelect
type PaymentRow = typeof payments.$inferSelect

/**
 * Asks for a refund in the caller's transaction; a job sends it. What was paid offline is returned by a
 * person, who gets a task.
 * @throws AppError "payment-not-found", "refund-too-large" (422), "payment-not-refundable" (409),
 * "payment-disputed" (409).
 */
export async function createRefund(ctx: Context, input: NewRefund): Promise<RefundRow> {
  return inTransaction(ctx, async (ctx) => {
    const [payment] = await ctx.db
      .select()
      .from(payments)
      .where(eq(payments.id, input.paymentId))
      .for("update")
    if (!payment) throw notFound("payment", input.paymentId)
    const [known] = await ctx.db.select().from(refunds).where(eq(refunds.cause, input.cause))
    if (known) return known
    await refuseDisputed(ctx, payment.id)
    await refuseTooMuch(ctx, payment, input.amountCents)
    const [row] = await ctx.db
      .insert(refunds)
      .values({
        id: ctx.newId("rf"),
        paymentId: payment.id,
        bookingId: payment.bookingId,
        cause: input.cause,
        amountCents: input.amountCents,
        currency: "USD",
        status: input.isApprovalNeeded ? "awaiting_approval" : "requested",
        reason: input.reason,
        pendingReason: input.isApprovalNeeded ? "A second person must approve it." : handNote(payment),
        requestedBy: actorName(ctx.actor),
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning()
    if (!row) throw new Error("The refund was not written.")
    if (row.status === "requested") await startRefund(ctx, payment, row)
    return row
  })
}

/** @returns what staff read beside a refund that no provider makes. */
export function handNote(payment: PaymentRow): string | null {
  return payment.provider === "offline" ? "A person returns it by hand." : null
}

/** Has a refund sent, or asks a person to return the money. */
export async function startRefund(ctx: Context, payment: PaymentRow, row: RefundRow): Promise<void> {
  if (payment.provider === "offline") await askPerson(ctx, payment, row)
  else await ctx.services.jobs.enqueue(ctx, sendRefund, { refundId: row.id })
}

async function refuseTooMuch(ctx: Context, payment: PaymentRow, amountCents: number): Promise<void> {
  if (!payment.receivedAt || payment.status === "voided") {
    throw new AppError("conflict", "payment-not-refundable", "There is no money of this payment to return.")
  }
  const leftCents = await refundableCents(ctx, payment)
  if (amountCents <= leftCents) return
  const message = `Only ${formatMoney(usd(leftCents))} of this payment can still go back.`
  throw new AppError("unprocessable", "refund-too-large", message, {
    errors: [{ pointer: "/amount", detail: message }],
  })
}

/** @returns cents that have neither gone back nor been asked back; none while the bank holds them in a dispute. */
export async function refundableCents(ctx: Context, payment: PaymentRow): Promise<number> {
  if (await isDisputed(ctx, payment.id)) return 0
  const [asked] = await ctx.db
    .select({ cents: sum(refunds.amountCents) })
    .from(refunds)
    .where(
      and(eq(refunds.paymentId, payment.id), inArray(refunds.status, ["awaiting_approval", "requested"])),
    )
  const goneCents = payment.refundedCents + (await lostCents(ctx, payment.id))
  return Math.max(0, payment.amountCents - goneCents - Number(asked?.cents ?? 0))
}
