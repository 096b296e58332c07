import { formatMoney } from "@myhibachi/contract/money"
import type { Refund } from "@myhibachi/contract/payments"
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
