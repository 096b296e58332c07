import { usd } from "@myhibachi/contract/money"
import type { HoldPayment } from "@myhibachi/contract/payments"
import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { signLink } from "#platform/http/links.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { isOfProvider } from "./payment-provider.ts"
import { applyTold, readSubject } from "./read-subject.ts"
import { checkouts, payments, refunds } from "./tables.ts"

type PaymentRow = typeof payments.$inferSelect
type CheckoutRow = typeof checkouts.$inferSelect

/** Asks the provider about a page, for when its message is late. */
export const checkCheckout = defineJob({
  name: "check-checkout",
  schema: z.object({ checkoutId: z.string() }),
  run: async (ctx, { checkoutId }) => {
    const [row] = await ctx.db.select().from(checkouts).where(eq(checkouts.id, checkoutId))
    if (!row?.providerCheckoutId || !isOfProvider(ctx, row)) return
    const told = await readSubject(ctx, { subjectKind: "checkout", subjectId: row.providerCheckoutId })
    await inTransaction(ctx, (ctx) => applyTold(ctx, told))
  },
})

/**
 * How the payment of a hold stands, for its customer.
 * @param hasReturned the browser came back from the provider's page as paid.
 */
export async function readHoldPayment(
  ctx: Context,
  input: { holdId: string; hasReturned: boolean },
): Promise<HoldPayment> {
  const [payment] = await ctx.db
    .select()
    .from(payments)
    .where(eq(payments.holdId, input.holdId))
    .orderBy(desc(payments.receivedAt), desc(payments.createdAt))
    .limit(1)
  const [page] = await ctx.db
    .select()
    .from(checkouts)
    .where(eq(checkouts.holdId, input.holdId))
    .orderBy(desc(checkouts.createdAt))
    .limit(1)
  if (payment?.receivedAt) return describeReceived(ctx, payment)
  if (!page) return { ...NOTHING, state: "unpaid", message: "Nothing has been paid yet." }
  if (input.hasReturned) await askSoon(ctx, page)
  return describeOpen(page, payment, input.hasReturned)
}

const NOTHING = { amount: null, checkoutUrl: null, bookingToken: null, refund: null } as const

async function describeReceived(ctx: Context, payment: PaymentRow): Promise<HoldPayment> {
  const amount = usd(payment.amountCents)
  if (payment.bookingId) {
    const bookingToken = signLink(ctx.services.config.MYHIBACHI_SECRET, "booking", payment.bookingId)
    const message = "Thank you: your payment is in and your party is booked."
    return { ...NOTHING, state: "confirmed", message, amount, bookingToken }
  }
  const [refund] = await ctx.db.select().from(refunds).where(eq(refunds.paymentId, payment.id)).limit(1)
  const state = refund?.status === "succeeded" || refund?.status === "failed" ? refund.status : "pending"
  const message =
    state === "failed"
      ? "Your payment came after the hold had ended, and returning it did not work; a person is looking after it and will call you."
      : `Your payment came after the hold had ended and the start was taken. ${backOf(payment)}`
  return { ...NOTHING, state: "too-late", message, amount, refund: { amount, state } }
}

function backOf({ method }: PaymentRow): string {
  return method === "card"
    ? "All of it goes back to your card by itself."
    : "Our people send all of it back to you."
}

function describeOpen(page: CheckoutRow, payment: PaymentRow | undefined, hasReturned: boolean): HoldPayment {
  const amount = usd(page.amountCents)
  const checkoutUrl = page.status === "open" ? page.url : null
  if (page.status === "completed" || payment?.status === "processing") {
    return { ...NOTHING, state: "processing", message: "Your payment is being confirmed.", amount }
  }
  if (payment?.status === "failed") {
    const message = `The payment did not go through: ${payment.failureMessage ?? "the card was declined."} Nothing was charged; you can try again.`
    return { ...NOTHING, state: "failed", message, amount, checkoutUrl }
  }
  if (page.status === "expired")
    return { ...NOTHING, state: "unpaid", message: "The payment page has ended unpaid.", amount }
  if (hasReturned && page.provider !== "manual")
    return { ...NOTHING, state: "processing", message: "Your payment is being confirmed.", amount }
  return { ...NOTHING, state: "open", message: openMessage(page), amount, checkoutUrl }
}

function openMessage({ provider }: CheckoutRow): string {
  return provider === "manual"
    ? "The party is booked as soon as our people see your money."
    : "The payment page is open."
}

const ASK_EVERY_SECONDS = 5

/** Asks the provider about a page soon, at most once in five seconds. */
export async function askSoon(ctx: Context, page: Pick<CheckoutRow, "id">): Promise<void> {
  const slot = Math.floor(ctx.now().epochMilliseconds / 1000 / ASK_EVERY_SECONDS)
  await ctx.services.jobs.enqueue(ctx, checkCheckout, { checkoutId: page.id }, { key: `${page.id}:${slot}` })
}
