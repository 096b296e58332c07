import { usd } from "@myhibachi/contract/money"
import type { PreviewRefund, RefundPreview } from "@myhibachi/contract/payments"
import { and, desc, eq, isNotNull, ne } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { refundLimit } from "./approve-refund.ts"
import { refundableCents } from "./create-refund.ts"
import { toPayment } from "./find-payments.ts"
import { spreadRefund } from "./rules.ts"
import { payments } from "./tables.ts"

/** @returns how a refund of a booking would be spread over its payments; nothing is changed. */
export async function previewRefund(ctx: Context, input: PreviewRefund): Promise<RefundPreview> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.bookingId, input.bookingId),
        isNotNull(payments.receivedAt),
        ne(payments.status, "voided"),
        ne(payments.purpose, "tip"),
      ),
    )
    .orderBy(desc(payments.receivedAt))
  const refundable = []
  for (const row of rows) refundable.push({ id: row.id, leftCents: await refundableCents(ctx, row) })
  const { parts, unplacedCents } = spreadRefund(refundable, input.amount.amount)
  const words = new Map(rows.map((row) => [row.id, toPayment(row)]))
  return {
    parts: parts.map(({ id, leftCents }) => ({
      paymentId: id,
      description: words.get(id)?.description ?? words.get(id)?.method ?? id,
      amount: usd(leftCents),
    })),
    unplaced: usd(unplacedCents),
    isApprovalNeeded: input.amount.amount > (await refundLimit(ctx)),
  }
}
