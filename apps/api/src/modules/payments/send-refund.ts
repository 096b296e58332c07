import { eq } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import type { ProviderRefund } from "#providers/payments/port.ts"
import { applyRefund, lockPayment, settleFailure } from "./apply-refund.ts"
import { isOfProvider, requirePaymentProvider } from "./payment-provider.ts"
import { payments, refunds } from "./tables.ts"

type RefundRow = typeof refunds.$inferSelect

/** Sends a refund to the provider; run again it finds the one it made. */
export const sendRefund = defineJob({
  name: "send-refund",
  schema: z.object({ refundId: z.string() }),
  retryLimit: 8,
  run: async (ctx, { refundId }) => {
    const [found] = await ctx.db
      .select({ refund: refunds, payment: payments })
      .from(refunds)
      .innerJoin(payments, eq(payments.id, refunds.paymentId))
      .where(eq(refunds.id, refundId))
    if (found?.refund.status !== "requested" || !found.payment.providerPaymentId) return
    const { refund, payment } = found
    const { providerPaymentId } = found.payment
    if (!isOfProvider(ctx, payment)) {
      const { provider } = payment
      await giveUp(ctx, refund, `It was paid over ${provider}, which is not set up any more; return it there`)
      return
    }
    try {
      const told = await findOrMake(ctx, refund, providerPaymentId)
      await applyRefund(ctx, refund.paymentId, told)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "payment-refused") throw error
      await giveUp(ctx, refund, error.message)
    }
  },
})

async function findOrMake(ctx: Context, refund: RefundRow, paymentId: string): Promise<ProviderRefund> {
  const provider = requirePaymentProvider(ctx)
  // The provider forgets idempotency keys after a day, our sweep asks for longer.
  const { refunds: made } = await provider.readPayment(paymentId)
  const known = made.find(({ refundId }) => refundId === refund.id)
  return known ?? provider.refund({ refundId: refund.id, paymentId, amountCents: refund.amountCents })
}

async function giveUp(ctx: Context, refund: RefundRow, reason: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const payment = await lockPayment(ctx, refund.paymentId)
    await ctx.db
      .update(refunds)
      .set({ status: "failed", pendingReason: reason, updatedAt: ctx.now() })
      .where(eq(refunds.id, refund.id))
    await settleFailure(ctx, payment, refund, reason)
  })
}
