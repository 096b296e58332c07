import { formatMoney, usd } from "@myhibachi/contract/money"
import {
  bookingCancelled,
  bookingConfirmed,
  bookingRescheduled,
  holdExpired,
  readBooking,
  readHold,
  readHoldForPayment,
} from "#modules/booking/index.ts"
import { currentPolicies } from "#modules/catalog/index.ts"
import { readCustomer } from "#modules/customers/index.ts"
import { sendMail } from "#modules/mail/index.ts"
import {
  invoiceIssued,
  invoiceSent,
  payLinkMade,
  paymentReceived,
  readInvoice,
  readPayLink,
  readPayment,
  readRefund,
  refundAccepted,
  writeInvoicePaper,
} from "#modules/payments/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { on } from "#platform/jobs/events.ts"

import { cancellationMail, confirmationMail, movedMail } from "./booking-mails.ts"
import { describeBooking } from "./describe-booking.ts"
import { lifeSubscriptions } from "./life-subscriptions.ts"
import {
  holdExpiredMail,
  invoiceMail,
  type PaidParty,
  payLinkMail,
  receiptMail,
  refundMail,
} from "./money-mails.ts"
import { textSubscriptions } from "./text-subscriptions.ts"

async function refundDays(ctx: Context): Promise<number> {
  const { parameters } = await currentPolicies(ctx)
  return parameters.cancellation.refundBusinessDays
}

const confirm = on(bookingConfirmed, "mail-confirmation", async (ctx, { bookingId }) => {
  const about = await describeBooking(ctx, bookingId)
  if (about) await sendMail(ctx, confirmationMail(about))
})

const move = on(bookingRescheduled, "mail-new-start", async (ctx, { bookingId, fromStartsAt }) => {
  const about = await describeBooking(ctx, bookingId)
  if (about) await sendMail(ctx, movedMail(about, fromStartsAt))
})

const cancel = on(
  bookingCancelled,
  "mail-cancellation",
  async (ctx, { bookingId, by, refundCents, keptCents }) => {
    const about = await describeBooking(ctx, bookingId)
    if (!about) return
    const money = {
      refund: formatMoney(usd(refundCents)),
      kept: formatMoney(usd(keptCents)),
      isMoneyReturned: refundCents > 0,
      businessDays: await refundDays(ctx),
    }
    await sendMail(ctx, cancellationMail(about, { by, ...money }))
  },
)

const expire = on(holdExpired, "mail-hold-expired", async (ctx, { holdId }) => {
  const { email } = await readHoldForPayment(ctx, { holdId })
  if (!email) return
  const { startsAt, timeZone, quoteToken } = await readHold(ctx, { holdId })
  const url = `${ctx.services.config.CUSTOMER_URL}/quote/${quoteToken}`
  await sendMail(ctx, holdExpiredMail({ holdId, email, startsAt, timeZone, url }))
})

const refund = on(refundAccepted, "mail-refund", async (ctx, { refundId }) => {
  const about = await readRefund(ctx, refundId)
  const payment = await readPayment(ctx, about.paymentId)
  if (!payment.customerId) return
  const { email, name } = await readCustomer(ctx, { customerId: payment.customerId })
  if (email) await sendMail(ctx, refundMail(about, email, name, await refundDays(ctx)))
})

async function describePaidParty(ctx: Context, bookingId: string): Promise<PaidParty | null> {
  const about = await describeBooking(ctx, bookingId)
  if (!about) return null
  const { booking, to, url } = about
  const { reference, startsAt, timeZone, owed, customer } = booking
  return { reference, startsAt, timeZone, owed, to, url, name: customer.name }
}

const receipt = on(paymentReceived, "mail-receipt", async (ctx, { paymentId, bookingId }) => {
  const payment = await readPayment(ctx, paymentId)
  // The confirmation of the booking is the receipt of what booked it.
  if (!bookingId || payment.purpose === "deposit" || payment.purpose === "full") return
  const party = await describePaidParty(ctx, bookingId)
  if (party) await sendMail(ctx, receiptMail(payment, party))
})

async function mailInvoice(ctx: Context, invoiceId: string, key: string): Promise<void> {
  const invoice = await readInvoice(ctx, invoiceId)
  const party = await describePaidParty(ctx, invoice.bookingId)
  if (party) await sendMail(ctx, invoiceMail(invoice, party, await writeInvoicePaper(ctx, invoiceId), key))
}

/** Whoever had the invoice gets the credit note; the invoice itself comes when the party is over. */
const issued = on(invoiceIssued, "mail-invoice", async (ctx, { invoiceId, bookingId }) => {
  const { status } = await readBooking(ctx, { bookingId })
  if (status === "completed" || status === "settled")
    await mailInvoice(ctx, invoiceId, `invoice:${invoiceId}`)
})

const sentInvoice = on(invoiceSent, "mail-invoice-again", async (ctx, { invoiceId, sendingId }) =>
  mailInvoice(ctx, invoiceId, `invoice:${invoiceId}:${sendingId}`),
)

const payLink = on(payLinkMade, "mail-pay-link", async (ctx, { payLinkId, bookingId, why }) => {
  const party = await describePaidParty(ctx, bookingId)
  if (party) await sendMail(ctx, payLinkMail(await readPayLink(ctx, payLinkId), party, why))
})

/** The mail of a cancellation by us promises a call. */
const call = on(bookingCancelled, "ask-for-call", async (ctx, { bookingId, customerId, by, reason }) => {
  if (by !== "company") return
  const { reference, customer } = await readBooking(ctx, { bookingId })
  await createTask(ctx, {
    kind: "call-back",
    title: `Call ${customer.name}: we cancelled ${reference}`,
    detail: `${reason} ${customer.phone ? `Phone: ${customer.phone}.` : "There is no phone number; write instead."}`,
    isUrgent: true,
    dueAt: ctx.now().add({ hours: 4 }),
    bookingId,
    customerId,
    key: `cancelled-by-us:${bookingId}`,
  })
})

export const notificationSubscriptions = [
  ...lifeSubscriptions,
  ...textSubscriptions,
  confirm,
  move,
  cancel,
  call,
  expire,
  refund,
  receipt,
  payLink,
  issued,
  sentInvoice,
]
