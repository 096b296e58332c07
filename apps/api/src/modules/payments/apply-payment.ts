import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import type { ProviderPayment } from "#providers/payments/port.ts"
import { applyRefund } from "./apply-refund.ts"
import { keepCard } from "./cards.ts"
import { postEntry } from "./ledger/post-entry.ts"
import { receivePayment } from "./receive-payment.ts"
import { nextPaymentStatus } from "./rules.ts"
import { checkouts, payments } from "./tables.ts"

type PaymentRow = typeof payments.$inferSelect
type CheckoutRow = typeof checkouts.$inferSelect

/**
 * Makes our books agree with a payment as the provider knows it now. It may run any number of times, in any
 * order and at once: the payment's row is locked and every effect has its own key.
 * @returns what came of it, in words for staff; null when the payment is none of ours.
 */
export async function applyProviderPayment(ctx: Context, told: ProviderPayment): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockOwnPayment(ctx, told)
    if (!before) return null
    if (told.currency !== "USD") throw new Error(`The payment ${told.id} is in ${told.currency}.`)
    const row = await updatePayment(ctx, before, told)
    const outcome = told.status === "succeeded" ? await receivePayment(ctx, row) : `is ${row.status}`
    const isNews = before.receivedAt === null || before.providerMethodId !== told.methodId
    if (told.status === "succeeded" && isNews) await keepCard(ctx, row, told)
    if (told.feeCents !== null && told.feeCents !== before.feeCents) await bookFee(ctx, row.id, told.feeCents)
    for (const refund of told.refunds) await applyRefund(ctx, row.id, refund)
    ctx.afterCommit(() => {
      ctx.services.live.publish({ topic: "payments", kind: "payment", id: row.id })
      if (row.holdId) ctx.services.live.publish({ topic: `hold:${row.holdId}`, kind: "payment", id: row.id })
    })
    return `${formatMoney(usd(row.amountCents))} ${outcome}`
  })
}

/** Finds the payment by our id that the provider keeps with it: of the page it came from, or of the charge. */
async function lockOwnPayment(ctx: Context, told: ProviderPayment): Promise<PaymentRow | null> {
  if (told.paymentId) {
    const [row] = await ctx.db.select().from(payments).where(eq(payments.id, told.paymentId)).for("update")
    return row ?? null
  }
  const checkout = await findCheckout(ctx, told.checkoutId)
  return checkout ? lockPaymentOfPage(ctx, checkout, told) : null
}

async function findCheckout(ctx: Context, id: string | null): Promise<CheckoutRow | undefined> {
  if (!id) return undefined
  const [row] = await ctx.db.select().from(checkouts).where(eq(checkouts.id, id))
  return row
}

async function lockPaymentOfPage(
  ctx: Context,
  checkout: CheckoutRow,
  told: ProviderPayment,
): Promise<PaymentRow> {
  await ctx.db
    .insert(payments)
    .values({
      id: ctx.newId("pay"),
      holdId: checkout.holdId,
      bookingId: checkout.bookingId,
      checkoutId: checkout.id,
      customerId: checkout.customerId,
      customerName: checkout.customerName,
      purpose: checkout.purpose,
      method: told.method,
      provider: checkout.provider,
      providerPaymentId: told.id,
      status: "requires_payment",
      amountCents: told.amountCents,
      currency: "USD",
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: payments.providerPaymentId })
  const [row] = await ctx.db
    .select()
    .from(payments)
    .where(eq(payments.providerPaymentId, told.id))
    .for("update")
  if (!row) throw new Error(`The payment ${told.id} was not written.`)
  return row
}

async function updatePayment(ctx: Context, row: PaymentRow, told: ProviderPayment): Promise<PaymentRow> {
  const status = nextPaymentStatus(row.status, told.status)
  const [updated] = await ctx.db
    .update(payments)
    .set({
      status,
      method: row.receivedAt ? row.method : told.method,
      providerPaymentId: told.id,
      amountCents: row.receivedAt ? row.amountCents : told.amountCents,
      failureMessage: status === "failed" ? told.failureMessage : null,
      cardBrand: told.card?.brand ?? row.cardBrand,
      cardLast4: told.card?.last4 ?? row.cardLast4,
      providerCustomerId: told.customerId ?? row.providerCustomerId,
      providerMethodId: told.methodId ?? row.providerMethodId,
    })
    .where(eq(payments.id, row.id))
    .returning()
  if (!updated) throw new Error(`The payment ${row.id} has gone.`)
  return updated
}

async function bookFee(ctx: Context, paymentId: string, feeCents: number): Promise<void> {
  const [row] = await ctx.db.update(payments).set({ feeCents }).where(eq(payments.id, paymentId)).returning()
  if (!row || feeCents === 0) return
  await postEntry(ctx, {
    key: `payment:${row.id}:fee`,
    kind: "fee",
    description: "Card fee",
    postings: { fees: feeCents, stripe_clearing: -feeCents },
    bookingId: row.bookingId,
    paymentId: row.id,
  })
}
