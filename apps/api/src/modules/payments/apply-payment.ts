import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { confirmBookingFromHold } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { publish } from "#platform/jobs/events.ts"
import type { ProviderPayment } from "#providers/payments/port.ts"
import { applyRefund } from "./apply-refund.ts"
import { createRefund } from "./create-refund.ts"
import { paymentReceived } from "./events.ts"
import { postEntry } from "./post-entry.ts"
import { nextPaymentStatus } from "./rules.ts"
import { checkouts, ledgerEntries, payments } from "./tables.ts"

type PaymentRow = typeof payments.$inferSelect
type CheckoutRow = typeof checkouts.$inferSelect

/**
 * Makes our books agree with a payment as the provider knows it now. It may run any number of times, in any
 * order and at once: the payment's row is locked and every effect has its own key.
 * @returns what came of it, in words for staff; null when the payment is none of ours.
 */
export async function applyProviderPayment(ctx: Context, told: ProviderPayment): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    const checkout = await findCheckout(ctx, told.checkoutId)
    if (!checkout) return null
    if (told.currency !== "USD") throw new Error(`The payment ${told.id} is in ${told.currency}.`)
    const before = await lockPayment(ctx, checkout, told)
    const row = await updatePayment(ctx, before, told)
    const outcome = told.status === "succeeded" ? await receive(ctx, row) : `is ${row.status}`
    if (told.feeCents !== null) await bookFee(ctx, row.id, told.feeCents)
    for (const refund of told.refunds) await applyRefund(ctx, row.id, refund)
    ctx.afterCommit(() => ctx.services.live.publish({ topic: "payments", kind: "payment", id: row.id }))
    ctx.afterCommit(() =>
      ctx.services.live.publish({ topic: `hold:${checkout.holdId}`, kind: "payment", id: row.id }),
    )
    return `${formatMoney(usd(row.amountCents))} ${outcome}`
  })
}

async function findCheckout(ctx: Context, id: string | null): Promise<CheckoutRow | undefined> {
  if (!id) return undefined
  const [row] = await ctx.db.select().from(checkouts).where(eq(checkouts.id, id))
  return row
}

async function lockPayment(ctx: Context, checkout: CheckoutRow, told: ProviderPayment): Promise<PaymentRow> {
  await ctx.db
    .insert(payments)
    .values({
      id: ctx.newId("pay"),
      holdId: checkout.holdId,
      checkoutId: checkout.id,
      customerId: checkout.customerId,
      customerName: checkout.customerName,
      purpose: checkout.purpose,
      method: "card",
      provider: "stripe",
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

/** Books the money and the party, once; money that no party can be made of goes back by itself. */
async function receive(ctx: Context, row: PaymentRow): Promise<string> {
  const key = `payment:${row.id}:received`
  const [booked] = await ctx.db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.key, key))
  if (booked || !row.holdId) return "was booked before"
  const result = await confirmBookingFromHold(ctx, {
    holdId: row.holdId,
    paidCents: row.amountCents,
    source: row.id,
  })
  const bookingId = result.outcome === "confirmed" ? result.bookingId : null
  await ctx.db.update(payments).set({ bookingId, receivedAt: ctx.now() }).where(eq(payments.id, row.id))
  await postEntry(ctx, {
    key,
    kind: "payment",
    description: `Card payment of ${row.customerName ?? "a customer"}`,
    postings: { stripe_clearing: row.amountCents, customer_deposits: -row.amountCents },
    bookingId,
    paymentId: row.id,
  })
  if (row.checkoutId)
    await ctx.db.update(checkouts).set({ status: "completed" }).where(eq(checkouts.id, row.checkoutId))
  await publish(ctx, paymentReceived, { paymentId: row.id, bookingId, amountCents: row.amountCents })
  if (result.outcome === "confirmed") return `received; booking ${result.reference} confirmed`
  await returnMoney(ctx, row, result.outcome)
  return result.outcome === "too-late" ? "came too late; goes back" : "came twice; goes back"
}

async function returnMoney(ctx: Context, row: PaymentRow, outcome: "too-late" | "already"): Promise<void> {
  const reason =
    outcome === "too-late"
      ? "The payment came after the hold had ended and the start was taken."
      : "The party was paid already; this second payment goes back."
  await createRefund(ctx, {
    paymentId: row.id,
    amountCents: row.amountCents,
    cause: `${outcome}:${row.id}`,
    reason,
  })
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
