import type { BookingPage } from "@myhibachi/contract/booking"
import type { InvoiceDetail } from "@myhibachi/contract/invoices"
import { formatMoney } from "@myhibachi/contract/money"
import type { PayLink, Payment } from "@myhibachi/contract/payments"
import type { Refund } from "@myhibachi/contract/refunds"
import type { Mail } from "#modules/mail/index.ts"
import { describeTime } from "./describe-time.ts"

/** @returns the mail that says that money is on its way back. */
export function refundMail(refund: Refund, to: string, name: string, businessDays: number): Mail {
  return {
    key: `refund:${refund.id}`,
    to,
    subject: `${formatMoney(refund.amount)} is on its way back to you`,
    title: `${formatMoney(refund.amount)} is on its way back`,
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${name}, we have returned ${formatMoney(refund.amount)} to the way you paid. It can take up to ${businessDays} business days until you see it.`,
      },
      {
        kind: "facts",
        rows: [
          ["Why", refund.reason],
          ["Refund", refund.id],
        ],
      },
    ],
    reason: "You get this mail because you paid MyHibachi.",
  }
}

/** What mails about a party's money say of the party. */
export type PaidParty = Pick<BookingPage, "reference" | "startsAt" | "timeZone" | "owed"> & {
  to: string
  name: string
  url: string
}

/** @returns the receipt of money that came in after the booking. */
export function receiptMail(payment: Payment, party: PaidParty): Mail {
  const amount = formatMoney(payment.amount)
  const isTip = payment.purpose === "tip"
  return {
    key: `receipt:${payment.id}`,
    to: party.to,
    subject: isTip ? `Thank you for your tip of ${amount}` : `We received ${amount} for your party`,
    title: isTip ? `Your tip of ${amount} is in` : `${amount} is in`,
    blocks: [
      {
        kind: "paragraph",
        text: isTip
          ? `Hello ${party.name}, thank you. All of it goes to the chefs of your party.`
          : `Hello ${party.name}, thank you for your payment.`,
      },
      {
        kind: "facts",
        rows: [
          ["Party", `${party.reference}, ${describeTime(party.startsAt, party.timeZone)}`],
          ["Paid by", payment.description ?? payment.method],
          ["Still open", formatMoney(party.owed)],
          ["Receipt", payment.id],
        ],
      },
      { kind: "button", label: "See my party", url: party.url },
    ],
    reason: "You get this mail because you paid MyHibachi.",
  }
}

/** @returns the mail that brings an invoice or credit note. */
export function invoiceMail(invoice: InvoiceDetail, party: PaidParty, file: Buffer, key: string): Mail {
  const what = invoice.kind === "invoice" ? "Invoice" : "Credit note"
  const isOpen = invoice.state === "open"
  return {
    key,
    to: party.to,
    subject: `${what} ${invoice.number} for your party ${party.reference}`,
    title: `${what} ${invoice.number}`,
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${party.name}, ${
          invoice.kind === "invoice"
            ? "thank you for your party. The invoice is attached."
            : "the attached credit note takes the earlier invoice back."
        }`,
      },
      {
        kind: "facts",
        rows: [
          ["Total", formatMoney(invoice.document.total)],
          ["Open", isOpen ? formatMoney(invoice.due) : "nothing"],
        ],
      },
      { kind: "button", label: isOpen ? "Pay what is open" : "See my party", url: party.url },
    ],
    attachments: [{ filename: `${invoice.number}.pdf`, contentType: "application/pdf", content: file }],
    reason: "You get this mail because you booked a party with MyHibachi.",
  }
}

const WHY_PAY: Record<"no-card" | "declined" | "asked", string> = {
  "no-card": "The rest of the price is due now, and we keep no card of yours.",
  declined: "The rest of the price is due now, and your card did not go through; nothing was charged.",
  asked: "Here is the link to pay what is open.",
}

/** @returns the mail with the link to pay what a party owes. */
export function payLinkMail(link: PayLink, party: PaidParty, why: keyof typeof WHY_PAY): Mail {
  const amount = formatMoney(link.amount)
  return {
    key: `pay-link:${link.id}`,
    to: party.to,
    subject: `Please pay ${amount} for your party ${party.reference}`,
    title: `${amount} is open for your party`,
    blocks: [
      { kind: "paragraph", text: `Hello ${party.name}. ${WHY_PAY[why]}` },
      {
        kind: "facts",
        rows: [
          ["Party", `${party.reference}, ${describeTime(party.startsAt, party.timeZone)}`],
          ["Open", amount],
        ],
      },
      { kind: "button", label: `Pay ${amount}`, url: link.url },
    ],
    reason: "You get this mail because you booked a party with MyHibachi.",
  }
}

export interface EndedHold {
  holdId: string
  email: string
  startsAt: string
  timeZone: string
  url: string
}

/** @returns the mail that says that a start is not held any more. */
export function holdExpiredMail(hold: EndedHold): Mail {
  return {
    key: `hold-expired:${hold.holdId}`,
    to: hold.email,
    subject: "We no longer hold your start",
    title: "Your start is no longer held",
    blocks: [
      {
        kind: "paragraph",
        text: `We kept ${describeTime(hold.startsAt, hold.timeZone)} for you, but the time to sign and pay has ended. If a payment of yours was under way, it goes back by itself. If the start is still free you can take it again.`,
      },
      { kind: "button", label: "Choose a start", url: hold.url },
    ],
    reason: "You get this mail because you asked us to hold a start.",
  }
}
