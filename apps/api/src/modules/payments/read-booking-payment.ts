import { formatMoney, usd } from "@myhibachi/contract/money"
import type { BookingPaymentState } from "@myhibachi/contract/payments"
import { desc, eq } from "drizzle-orm"
import { readBooking } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { requirePayLink } from "./pay-links.ts"
import { askSoon } from "./read-hold-payment.ts"
import { checkouts, payments } from "./tables.ts"

export interface ReadBookingPayment {
  bookingId: string
  /** The browser came back from the provider's page as paid. */
  hasReturned: boolean
}

/** How the newest payment on a booking's pages stands, for its customer. */
export async function readBookingPayment(
  ctx: Context,
  input: ReadBookingPayment,
): Promise<BookingPaymentState> {
  const [page] = await ctx.db
    .select()
    .from(checkouts)
    .where(eq(checkouts.bookingId, input.bookingId))
    .orderBy(desc(checkouts.createdAt))
    .limit(1)
  if (!page)
    return { state: "none", purpose: null, message: "Nothing is being paid right now.", amount: null }
  const [payment] = await ctx.db
    .select()
    .from(payments)
    .where(eq(payments.checkoutId, page.id))
    .orderBy(desc(payments.receivedAt), desc(payments.createdAt))
    .limit(1)
  const about = { purpose: page.purpose, amount: usd(page.amountCents) }
  if (payment?.receivedAt)
    return { ...about, state: "received", message: `Thank you: ${formatMoney(about.amount)} is in.` }
  if (input.hasReturned) await askSoon(ctx, page)
  if (payment?.status === "failed") {
    const why = payment.failureMessage ?? "the card was declined."
    return {
      ...about,
      state: "failed",
      message: `The payment did not go through: ${why} Nothing was charged.`,
    }
  }
  if (page.status === "completed" || payment?.status === "processing" || input.hasReturned)
    return { ...about, state: "processing", message: "Your payment is being confirmed." }
  return { ...about, state: "open", message: "The payment page is open." }
}

/** The same for who came by a pay link. @throws AppError "pay-link-not-found". */
export async function readLinkPayment(
  ctx: Context,
  input: { payLinkId: string; hasReturned: boolean },
): Promise<BookingPaymentState> {
  const { bookingId } = await requirePayLink(ctx, input.payLinkId)
  return readBookingPayment(ctx, { bookingId, hasReturned: input.hasReturned })
}

/** @returns whose cards a booking's page shows. @throws AppError "booking-not-found". */
export async function customerOfBooking(ctx: Context, bookingId: string): Promise<{ customerId: string }> {
  const { customer } = await readBooking(ctx, { bookingId })
  return { customerId: customer.id }
}
