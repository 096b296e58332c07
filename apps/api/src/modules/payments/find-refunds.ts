import type { Refund, RefundPage, RefundStatus, RequestRefund } from "@myhibachi/contract/refunds"
import { and, desc, eq, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import type { ProviderRefund } from "#providers/payments/port.ts"
import { applyRefund, lockPayment, settleAcceptance } from "./apply-refund.ts"
import { askSecondPerson, refundLimit } from "./approve-refund.ts"
import { createRefund } from "./create-refund.ts"
import { toRefund } from "./find-payments.ts"
import { isOfProvider } from "./payment-provider.ts"
import { payments, refunds } from "./tables.ts"

type RefundRow = typeof refunds.$inferSelect
type PaymentRow = typeof payments.$inferSelect

export interface FindRefunds {
  status?: RefundStatus | undefined
  paymentId?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Refunds, newest first. */
export async function findRefunds(ctx: Context, query: FindRefunds): Promise<RefundPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const rows = await ctx.replica
    .select()
    .from(refunds)
    .where(
      and(
        query.status ? eq(refunds.status, query.status) : undefined,
        query.paymentId ? eq(refunds.paymentId, query.paymentId) : undefined,
        at ? sql`(${refunds.createdAt}, ${refunds.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(refunds.createdAt), desc(refunds.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.createdAt.toString(), row.id], toRefund)
}

/** @throws AppError "refund-not-found". */
export async function readRefund(ctx: Context, id: string): Promise<Refund> {
  const [row] = await ctx.db.select().from(refunds).where(eq(refunds.id, id))
  if (!row) throw notFound("refund", id)
  return toRefund(row)
}

/** Returns money by decision of staff. @throws AppError as `createRefund`. */
export async function requestRefund(ctx: Context, input: RequestRefund): Promise<Refund> {
  return inTransaction(ctx, async (ctx) => {
    const { paymentId, amount, reason } = input
    const cause = `staff:${ctx.newId("cause")}`
    const isApprovalNeeded = amount.amount > (await refundLimit(ctx))
    const row = await createRefund(ctx, {
      paymentId,
      amountCents: amount.amount,
      cause,
      reason,
      isApprovalNeeded,
    })
    if (isApprovalNeeded) await askSecondPerson(ctx, row)
    await audit(ctx, {
      action: "refund.requested",
      entity: "payment",
      entityId: paymentId,
      details: { refundId: row.id, amountCents: amount.amount, reason },
    })
    return toRefund(row)
  })
}

/** Notes that a person has returned cash or sent it back. @throws AppError "refund-not-manual" (409). */
export async function settleOfflineRefund(ctx: Context, id: string): Promise<Refund> {
  const told = await returnOverDesk(ctx, id)
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(refunds).where(eq(refunds.id, id))
    if (!row) throw notFound("refund", id)
    const payment = await lockPayment(ctx, row.paymentId)
    if (payment.provider !== "offline" && !told)
      throw new AppError("conflict", "refund-not-manual", "This refund goes to the card by itself.")
    if (row.status === "succeeded") return toRefund(row)
    if (row.status !== "requested")
      throw new AppError("conflict", "refund-not-manual", "This refund is not to be paid back now.")
    if (told) await applyRefund(ctx, payment.id, told)
    else await settleByHand(ctx, payment, row)
    await audit(ctx, {
      action: "refund.paid-back",
      entity: "payment",
      entityId: payment.id,
      details: { refundId: id },
    })
    return readRefund(ctx, id)
  })
}

async function settleByHand(ctx: Context, payment: PaymentRow, row: RefundRow): Promise<void> {
  await ctx.db
    .update(refunds)
    .set({ status: "succeeded", pendingReason: null, updatedAt: ctx.now() })
    .where(eq(refunds.id, row.id))
  await settleAcceptance(ctx, payment, row)
}

/** Marks a refund of our own desk as sent. @returns what the desk says then; null when it is not the desk's. */
async function returnOverDesk(ctx: Context, id: string): Promise<ProviderRefund | null> {
  const { manualDesk, payments: provider } = ctx.providers
  const [found] = await ctx.db
    .select({ payment: payments, refund: refunds })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, id))
  if (!manualDesk || !provider || !found || !isOfProvider(ctx, found.payment)) return null
  const paymentId = found.payment.providerPaymentId
  if (found.refund.status === "awaiting_approval" || found.refund.status === "cancelled" || !paymentId)
    return null
  await provider.refund({ refundId: id, paymentId, amountCents: found.refund.amountCents })
  await manualDesk.giveBack(id)
  const told = await provider.readPayment(paymentId)
  return told.refunds.find(({ refundId }) => refundId === id) ?? null
}
