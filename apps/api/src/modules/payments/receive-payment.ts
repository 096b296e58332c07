import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import {
  type BookingMoney,
  confirmBookingFromHold,
  lockBookingMoney,
  recordBookingPayment,
} from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { publish } from "#platform/jobs/events.ts"
import { createRefund } from "./create-refund.ts"
import { isEarned } from "./earn-booking.ts"
import { paymentReceived } from "./events.ts"
import { accountOf, methodWord } from "./ledger/account-of.ts"
import { postEntry } from "./ledger/post-entry.ts"
import { ledgerEntries } from "./ledger/tables.ts"
import { splitTip } from "./split-tips.ts"
import { checkouts, payLinks, payments } from "./tables.ts"
import { tellCustomerStory } from "./tell-customer-story.ts"

type PaymentRow = typeof payments.$inferSelect

/**
 * Books money that the provider has for certain, once, in the caller's transaction and with the payment's row
 * locked. What nobody owes goes back by itself.
 * @returns what came of it, in words for staff.
 */
export async function receivePayment(ctx: Context, row: PaymentRow): Promise<string> {
  const [booked] = await ctx.db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.key, receivedKey(row.id)))
  if (booked) return "was booked before"
  if (row.checkoutId) await closePage(ctx, row.checkoutId)
  if (row.holdId) return receiveForHold(ctx, { ...row, holdId: row.holdId })
  if (!row.bookingId) throw new Error(`The payment ${row.id} is for nothing.`)
  const booking = await lockBookingMoney(ctx, { bookingId: row.bookingId })
  return row.purpose === "tip" ? receiveTip(ctx, row, booking) : receiveForBooking(ctx, row, booking)
}

/** @returns the key under which a payment's money is booked. */
export function receivedKey(paymentId: string): string {
  return `payment:${paymentId}:received`
}

async function closePage(ctx: Context, checkoutId: string): Promise<void> {
  const [page] = await ctx.db
    .update(checkouts)
    .set({ status: "completed" })
    .where(eq(checkouts.id, checkoutId))
    .returning({ payLinkId: checkouts.payLinkId })
  if (page?.payLinkId)
    await ctx.db.update(payLinks).set({ usedAt: ctx.now() }).where(eq(payLinks.id, page.payLinkId))
}

async function receiveForHold(ctx: Context, row: PaymentRow & { holdId: string }): Promise<string> {
  const result = await confirmBookingFromHold(ctx, {
    holdId: row.holdId,
    paidCents: row.amountCents,
    source: row.id,
  })
  const bookingId = result.outcome === "confirmed" ? result.bookingId : null
  await book(ctx, { ...row, bookingId }, { customer_deposits: -row.amountCents })
  if (result.outcome === "confirmed") return `received; booking ${result.reference} confirmed`
  const isLate = result.outcome === "too-late"
  const reason = isLate
    ? "The payment came after the hold had ended and the start was taken."
    : "The party was paid already; this second payment goes back."
  await giveBack(ctx, row, row.amountCents, result.outcome, reason)
  return isLate ? "came too late; goes back" : "came twice; goes back"
}

async function receiveForBooking(ctx: Context, row: PaymentRow, booking: BookingMoney): Promise<string> {
  const account = (await isEarned(ctx, booking.bookingId)) ? "receivable" : "customer_deposits"
  await book(ctx, row, { [account]: -row.amountCents })
  await recordBookingPayment(ctx, { bookingId: booking.bookingId, paidCents: row.amountCents })
  const excessCents = row.amountCents - booking.owedCents
  if (excessCents <= 0) return `received for ${booking.reference}`
  const reason =
    booking.status === "cancelled"
      ? "The party is cancelled, so nothing was owed."
      : "More was paid than was owed."
  await giveBack(ctx, row, excessCents, "overpaid", reason)
  return `received for ${booking.reference}; ${formatMoney(usd(excessCents))} were not owed and go back`
}

async function receiveTip(ctx: Context, row: PaymentRow, booking: BookingMoney): Promise<string> {
  await book(ctx, row, { tips_payable: -row.amountCents })
  if (booking.status === "cancelled" || booking.status === "no_show") {
    await giveBack(ctx, row, row.amountCents, "tip-unwanted", "The party did not take place.")
    return "is a tip for a party that did not take place; goes back"
  }
  if (await isEarned(ctx, booking.bookingId)) await splitTip(ctx, row)
  return `received as a tip for ${booking.reference}`
}

/** Writes the entry and the payment's place; `row.bookingId` is the booking that it now belongs to. */
async function book(ctx: Context, row: PaymentRow, credit: Record<string, number>): Promise<void> {
  const { bookingId, amountCents } = row
  await ctx.db.update(payments).set({ bookingId, receivedAt: ctx.now() }).where(eq(payments.id, row.id))
  await postEntry(ctx, {
    key: receivedKey(row.id),
    kind: row.purpose === "tip" ? "tip" : "payment",
    description: `${row.method === "card" ? "Card payment" : `Payment by ${methodWord(row.method)}`}, ${row.purpose}`,
    postings: { [accountOf(row)]: amountCents, ...credit },
    bookingId,
    paymentId: row.id,
  })
  await publish(ctx, paymentReceived, { paymentId: row.id, bookingId, amountCents })
  await tellCustomerStory(ctx, row, { amountCents, what: `paid by ${methodWord(row.method)}` })
}

async function giveBack(
  ctx: Context,
  row: PaymentRow,
  amountCents: number,
  why: string,
  reason: string,
): Promise<void> {
  await createRefund(ctx, { paymentId: row.id, amountCents, cause: `${why}:${row.id}`, reason })
}
