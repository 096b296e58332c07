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

/** An invoice or credit note got its number. */
export const invoiceIssued = defineEvent(
  "invoice.issued",
  z.object({ invoiceId: z.string(), bookingId: z.string(), kind: z.enum(["invoice", "credit_note"]) }),
)

/** Staff want the customer to have the invoice, now. */
export const invoiceSent = defineEvent(
  "invoice.sent",
  z.object({ invoiceId: z.string(), sendingId: z.string() }),
)
