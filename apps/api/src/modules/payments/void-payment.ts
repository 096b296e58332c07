import type { PaymentDetail } from "@myhibachi/contract/payments"
import { eq } from "drizzle-orm"
import { recordBookingPayment } from "#modules/booking/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { readPayment } from "./find-payments.ts"
import { reverseEntry } from "./ledger/post-entry.ts"
import { splitTip } from "./split-tips.ts"
import { payments, refunds } from "./tables.ts"
import { tellCustomerStory } from "./tell-customer-story.ts"

/**
 * Takes back a payment that staff recorded by mistake; the booking owes it again.
 * @throws AppError "payment-not-found", "payment-not-offline" (409), "payment-has-refunds" (409).
 */
export async function voidPayment(ctx: Context, id: string, reason: string): Promise<PaymentDetail> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(payments).where(eq(payments.id, id)).for("update")
    if (!row) throw notFound("payment", id)
    if (row.status === "voided") return
    if (row.provider !== "offline") {
      throw new AppError(
        "conflict",
        "payment-not-offline",
        "A card payment cannot be taken off the books; refund it.",
      )
    }
    const [back] = await ctx.db
      .select({ id: refunds.id })
      .from(refunds)
      .where(eq(refunds.paymentId, id))
      .limit(1)
    if (back)
      throw new AppError("conflict", "payment-has-refunds", "Money of this payment went back already.")
    await ctx.db.update(payments).set({ status: "voided", note: reason }).where(eq(payments.id, id))
    await reverseEntry(ctx, `payment:${id}:received`, "Taken off the books")
    await tellCustomerStory(ctx, row, {
      amountCents: row.amountCents,
      what: "taken off the books",
      detail: reason,
    })
    if (row.bookingId && row.purpose === "tip") await splitTip(ctx, row)
    else if (row.bookingId)
      await recordBookingPayment(ctx, { bookingId: row.bookingId, paidCents: -row.amountCents })
    await audit(ctx, { action: "payment.voided", entity: "payment", entityId: id, details: { reason } })
  })
  return readPayment(ctx, id)
}
