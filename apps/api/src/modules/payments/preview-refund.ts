import { usd } from "@myhibachi/contract/money"
import type { PreviewRefund, RefundPreview } from "@myhibachi/contract/refunds"
import type { Context } from "#platform/context.ts"
import { refundLimit } from "./approve-refund.ts"
import { toPayment } from "./find-payments.ts"
import { spreadOverPayments } from "./spread-over-payments.ts"

/** @returns how a refund of a booking would be spread over its payments; nothing is changed. */
export async function previewRefund(ctx: Context, input: PreviewRefund): Promise<RefundPreview> {
  const { parts, unplacedCents } = await spreadOverPayments(ctx, input.bookingId, input.amount.amount)
  return {
    parts: parts.map(({ payment, leftCents }) => ({
      paymentId: payment.id,
      description: toPayment(payment).description ?? payment.method,
      amount: usd(leftCents),
    })),
    unplaced: usd(unplacedCents),
    isApprovalNeeded: input.amount.amount > (await refundLimit(ctx)),
  }
}
