import type { Booking } from "@myhibachi/contract/booking"
import { usd } from "@myhibachi/contract/money"
import type {
  PaymentSchedule,
  ScheduledPayment,
  SetPaymentSchedule,
} from "@myhibachi/contract/payment-schedule"
import { readBooking, setPaymentPlan } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { findCardToCharge } from "./cards.ts"

/** What is paid when, and how it is collected. @throws AppError "booking-not-found". */
export async function readPaymentSchedule(
  ctx: Context,
  input: { bookingId: string },
): Promise<PaymentSchedule> {
  const booking = await readBooking(ctx, input)
  const deposit: ScheduledPayment = {
    purpose: "deposit",
    amount: booking.deposit,
    dueAt: null,
    state: "paid",
    how: "Paid to book the party.",
  }
  const balance = booking.dues.length > 0 ? await openItems(ctx, booking) : closedItems(booking)
  return { items: [deposit, ...balance], owed: booking.owed, version: booking.version }
}

async function openItems(ctx: Context, booking: Booking): Promise<ScheduledPayment[]> {
  const how = await describeCollection(ctx, booking.id)
  return booking.dues.map(({ amount, dueAt }) => {
    const isDue = Date.parse(dueAt) <= ctx.now().epochMilliseconds
    return { purpose: "balance", amount, dueAt, state: isDue ? "due" : "upcoming", how }
  })
}

/** The balance of a party that owes nothing any more; none where the deposit was all of the price. */
function closedItems(booking: Booking): ScheduledPayment[] {
  const balanceCents = booking.total.amount - booking.deposit.amount
  if (balanceCents <= 0) return []
  const isOff = booking.status === "cancelled" || booking.status === "no_show"
  return [
    {
      purpose: "balance",
      amount: usd(balanceCents),
      dueAt: booking.balanceDueAt,
      state: isOff ? "waived" : "paid",
      how: "Nothing is left to collect.",
    },
  ]
}

async function describeCollection(ctx: Context, bookingId: string): Promise<string> {
  const card = await findCardToCharge(ctx, bookingId)
  return card
    ? `Charged by itself to ${card.brand} •••• ${card.last4} when it is due; by link when that fails.`
    : "No card is kept: a link to pay is mailed when it is due."
}

/**
 * Plans by when what is owed is paid.
 * @throws AppError "plan-invalid" (400), "plan-closed" (409) and what `checkVersion` throws.
 */
export async function setPaymentSchedule(
  ctx: Context,
  { bookingId, items }: SetPaymentSchedule & { bookingId: string },
  checkVersion: (version: number) => void,
): Promise<PaymentSchedule> {
  const legs = items.map(({ amount, dueAt }) => ({
    amountCents: amount.amount,
    dueAt: Temporal.Instant.from(dueAt),
  }))
  await setPaymentPlan(ctx, { bookingId, legs }, checkVersion)
  return readPaymentSchedule(ctx, { bookingId })
}
