import type { MarkReceived } from "@myhibachi/contract/by-hand"
import type { PaymentDetail } from "@myhibachi/contract/payments"
import { eq } from "drizzle-orm"
import { completeTaskByKey } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { readPayment } from "../find-payments.ts"
import { requireManualDesk } from "../payment-provider.ts"
import { applyTold, readSubject } from "../read-subject.ts"
import { checkouts, payments } from "../tables.ts"
import { lookTaskKey } from "./announce-money.ts"

/**
 * Marks the money of a page as received; from there on everything goes the way of a card payment: the party is
 * booked, what came too late or twice goes back. Repeated, it finds the same payment.
 * @throws AppError "expected-payment-not-found", "by-hand-off" (409).
 */
export async function markReceived(
  ctx: Context,
  input: MarkReceived & { checkoutId: string },
): Promise<PaymentDetail> {
  const desk = requireManualDesk(ctx)
  const pageId = await requirePageId(ctx, input.checkoutId)
  await desk.receive(pageId, input.method)
  const told = await readSubject(ctx, { subjectKind: "checkout", subjectId: pageId })
  const paymentId = await inTransaction(ctx, async (ctx) => {
    await applyTold(ctx, told)
    const id = await describePayment(ctx, pageId, input.reference)
    await completeTaskByKey(ctx, lookTaskKey(input.checkoutId))
    const { method, checkoutId } = input
    await audit(ctx, {
      action: "payment.marked-received",
      entity: "payment",
      entityId: id,
      details: { method, checkoutId },
    })
    return id
  })
  return readPayment(ctx, paymentId)
}

async function requirePageId(ctx: Context, checkoutId: string): Promise<string> {
  const [row] = await ctx.db.select().from(checkouts).where(eq(checkouts.id, checkoutId))
  if (row?.provider !== "manual" || !row.providerCheckoutId) throw notFound("expected-payment", checkoutId)
  return row.providerCheckoutId
}

/** Adds what only we know: who marked it, and what stood on the transfer. */
async function describePayment(ctx: Context, pageId: string, reference: string): Promise<string> {
  const [row] = await ctx.db
    .update(payments)
    .set({ reference, recordedBy: actorName(ctx.actor) })
    .where(eq(payments.providerPaymentId, pageId))
    .returning({ id: payments.id })
  if (!row) throw new Error(`The payment of ${pageId} was not written.`)
  return row.id
}
