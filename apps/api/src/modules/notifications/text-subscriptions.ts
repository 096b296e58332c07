import { formatMoney } from "@myhibachi/contract/money"
import { bookingCancelled, readBooking } from "#modules/booking/index.ts"
import { payLinkMade, paymentReceived, readPayLink } from "#modules/payments/index.ts"
import { queueText, withdrawTexts } from "#modules/texts/index.ts"
import { on } from "#platform/jobs/events.ts"
import { Temporal } from "#platform/time.ts"
import { writePayLinkText } from "./write-pay-link-text.ts"

const PAY_LINK = "pay-link"

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

/** What waits for the morning must not ask for money that has come in the night. */
const paid = on(paymentReceived, "withdraw-pay-link-text", async (ctx, { bookingId }) => {
  if (!bookingId) return
  const { owed } = await readBooking(ctx, { bookingId })
  if (owed.amount === 0) await withdrawTexts(ctx, { bookingId, topic: PAY_LINK, reason: "It was paid." })
})

const cancelled = on(bookingCancelled, "withdraw-texts", (ctx, { bookingId }) =>
  withdrawTexts(ctx, { bookingId, reason: "The party was cancelled." }),
)

/** What goes out as text messages, to those who agreed to it. */
export const textSubscriptions = [textPayLink, paid, cancelled]
