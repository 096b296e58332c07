import { formatMoney } from "@myhibachi/contract/money"
import { balanceReminderDue, bookingCancelled, readBooking } from "#modules/booking/index.ts"
import { payLinkMade, paymentReceived, readPayLink } from "#modules/payments/index.ts"
import { queueText, withdrawTexts } from "#modules/texts/index.ts"
import { on } from "#platform/jobs/events.ts"
import { Temporal } from "#platform/time.ts"
import { writeBalanceText, writePayLinkText } from "./write-texts.ts"

const PAY_LINK = "pay-link"
const BALANCE = "balance"

const textPayLink = on(payLinkMade, "text-pay-link", async (ctx, { payLinkId, bookingId, why }) => {
  const booking = await readBooking(ctx, { bookingId })
  const link = await readPayLink(ctx, payLinkId)
  // Paid since, by whatever means.
  if (link.amount.amount === 0) return
  const queued = await queueText(ctx, {
    key: `pay-link:${link.id}`,
    customerId: booking.customer.id,
    bookingId,
    topic: PAY_LINK,
    title: `Link to pay ${formatMoney(link.amount)}`,
    words: writePayLinkText(link, booking, why),
    timeZone: booking.timeZone,
    sendBefore: Temporal.Instant.from(link.expiresAt),
  })
  if (!queued.queued) ctx.log.info({ payLinkId, reason: queued.reason }, "the link to pay was not texted")
})

const remind = on(balanceReminderDue, "text-balance", async (ctx, { bookingId, hoursBefore }) => {
  const booking = await readBooking(ctx, { bookingId })
  // Who has paid since, or has cancelled, is not reminded.
  if (booking.owed.amount === 0) return
  await queueText(ctx, {
    key: `balance:${bookingId}:${booking.startsAt}:${hoursBefore}`,
    customerId: booking.customer.id,
    bookingId,
    topic: BALANCE,
    title: `Reminder that ${formatMoney(booking.owed)} are open`,
    words: writeBalanceText(booking, `${ctx.services.config.CUSTOMER_URL}/party/${booking.token}`),
    timeZone: booking.timeZone,
    sendBefore: Temporal.Instant.from(booking.startsAt),
  })
})

/** What waits for the morning must not ask for money that has come in the night. */
const paid = on(paymentReceived, "withdraw-money-texts", async (ctx, { bookingId }) => {
  if (!bookingId) return
  const { owed } = await readBooking(ctx, { bookingId })
  if (owed.amount > 0) return
  for (const topic of [PAY_LINK, BALANCE])
    await withdrawTexts(ctx, { bookingId, topic, reason: "It was paid." })
})

const cancelled = on(bookingCancelled, "withdraw-texts", (ctx, { bookingId }) =>
  withdrawTexts(ctx, { bookingId, reason: "The party was cancelled." }),
)

/** What goes out as text messages, to those who agreed to it. */
export const textSubscriptions = [textPayLink, remind, paid, cancelled]
