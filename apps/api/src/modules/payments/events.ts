import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** The provider took a refund: the money is on its way, or there already. */
export const refundAccepted = defineEvent("payment.refund-accepted", z.object({ refundId: z.string() }))

/** Money of a customer was booked, by whatever means. */
export const paymentReceived = defineEvent(
  "payment.received",
  z.object({ paymentId: z.string(), bookingId: z.string().nullable(), amountCents: z.int() }),
)

/** Somebody must pay by themselves: no card is kept, or it was declined. */
export const payLinkMade = defineEvent(
  "payment.link-made",
  z.object({ payLinkId: z.string(), bookingId: z.string(), why: z.enum(["no-card", "declined", "asked"]) }),
)
