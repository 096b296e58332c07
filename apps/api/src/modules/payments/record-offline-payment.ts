import { formatMoney, usd } from "@myhibachi/contract/money"
import type { PaymentDetail, RecordOfflinePayment } from "@myhibachi/contract/payments"
import {
  confirmBookingFromHold,
  lockBookingMoney,
  readHoldForPayment,
  recordBookingPayment,
} from "#modules/booking/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { closeCheckoutsOfHold } from "./close-checkout.ts"
import { isEarned } from "./earn-booking.ts"
import { paymentReceived } from "./events.ts"
import { readPayment } from "./find-payments.ts"
import { accountOf, methodWord } from "./ledger/account-of.ts"
import { postEntry } from "./ledger/post-entry.ts"
import { receivedKey } from "./receive-payment.ts"
import { splitTip } from "./split-tips.ts"
import { refuseTip } from "./start-checkout.ts"
import { payments } from "./tables.ts"
import { tellCustomerStory } from "./tell-customer-story.ts"

/**
 * Records what staff received for a hold, and books the party.
 * @throws AppError "amount-too-small" (400), "hold-not-payable" (409), "hold-expired" (410).
 */
export async function recordOfflineDeposit(
  ctx: Context,
  holdId: string,
  input: RecordOfflinePayment,
): Promise<PaymentDetail> {
  const paymentId = await inTransaction(ctx, async (ctx) => {
    const hold = await readHoldForPayment(ctx, { holdId })
    if (input.amount.amount < hold.dueCents) {
      throw invalidField(
        "/amount",
        `To book this party ${formatMoney(usd(hold.dueCents))} are due.`,
        "amount-too-small",
      )
    }
    if (input.amount.amount > hold.totalCents) throw tooMuch(hold.totalCents)
    if (input.purpose === "tip")
      throw invalidField("/purpose", "A party is booked with its deposit; record a tip on the booking.")
    const id = ctx.newId("pay")
    const result = await confirmBookingFromHold(ctx, { holdId, paidCents: input.amount.amount, source: id })
    if (result.outcome === "too-late")
      throw new AppError("gone", "hold-expired", "The hold has ended and the start is taken.")
    if (result.outcome === "already")
      throw new AppError(
        "conflict",
        "hold-not-payable",
        "This party is booked; record the payment on the booking.",
      )
    await write(
      ctx,
      {
        id,
        holdId,
        bookingId: result.bookingId,
        customerId: hold.customerId,
        customerName: hold.customerName,
      },
      input,
    )
    await closeCheckoutsOfHold(ctx, holdId)
    return id
  })
  return readPayment(ctx, paymentId)
}

/**
 * Records what staff received for a booking, or as a tip for its chefs.
 * @throws AppError "amount-too-large" (400), "booking-not-payable", "tip-not-possible" (409).
 */
export async function recordOfflinePayment(
  ctx: Context,
  bookingId: string,
  input: RecordOfflinePayment,
): Promise<PaymentDetail> {
  const paymentId = await inTransaction(ctx, async (ctx) => {
    const booking = await lockBookingMoney(ctx, { bookingId })
    if (booking.status === "cancelled")
      throw new AppError("conflict", "booking-not-payable", "This booking is cancelled; nothing is owed.")
    const isTip = input.purpose === "tip"
    if (isTip) refuseTip(booking)
    else if (input.amount.amount > booking.owedCents) throw tooMuch(booking.owedCents)
    const id = ctx.newId("pay")
    const { customerId, customerName } = booking
    await write(ctx, { id, holdId: null, bookingId, customerId, customerName }, input)
    if (!isTip) await recordBookingPayment(ctx, { bookingId, paidCents: input.amount.amount })
    else if (await isEarned(ctx, bookingId)) await splitTip(ctx, { id, bookingId, customerName })
    return id
  })
  return readPayment(ctx, paymentId)
}

interface PaidFor {
  id: string
  holdId: string | null
  bookingId: string
  customerId: string
  customerName: string
}

async function write(ctx: Context, paidFor: PaidFor, input: RecordOfflinePayment): Promise<void> {
  const amountCents = input.amount.amount
  await ctx.db.insert(payments).values({
    ...paidFor,
    purpose: input.purpose,
    method: input.method,
    provider: "offline",
    status: "succeeded",
    amountCents,
    currency: "USD",
    reference: input.reference,
    note: input.note ?? null,
    recordedBy: actorName(ctx.actor),
    receivedAt: ctx.now(),
    createdAt: ctx.now(),
  })
  await postEntry(ctx, {
    key: receivedKey(paidFor.id),
    kind: input.purpose === "tip" ? "tip" : "payment",
    description: `Payment by ${methodWord(input.method)}, ${input.purpose}`,
    postings: { [accountOf(input)]: amountCents, [await creditOf(ctx, paidFor, input)]: -amountCents },
    bookingId: paidFor.bookingId,
    paymentId: paidFor.id,
  })
  await publish(ctx, paymentReceived, { paymentId: paidFor.id, bookingId: paidFor.bookingId, amountCents })
  await tellCustomerStory(ctx, paidFor, { amountCents, what: `paid by ${methodWord(input.method)}` })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "payments", kind: "payment", id: paidFor.id }))
  const details = { method: input.method, amountCents }
  await audit(ctx, { action: "payment.recorded", entity: "payment", entityId: paidFor.id, details })
}

async function creditOf(
  ctx: Context,
  { bookingId }: PaidFor,
  { purpose }: RecordOfflinePayment,
): Promise<string> {
  if (purpose === "tip") return "tips_payable"
  return (await isEarned(ctx, bookingId)) ? "receivable" : "customer_deposits"
}

function tooMuch(owedCents: number): AppError {
  return invalidField("/amount", `Only ${formatMoney(usd(owedCents))} are owed.`, "amount-too-large")
}
