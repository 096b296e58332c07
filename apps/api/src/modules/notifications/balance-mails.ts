import { formatMoney } from "@myhibachi/contract/money"
import type { Mail } from "#modules/mail/index.ts"
import type { BookingMail } from "./booking-mails.ts"
import { describeTime } from "./describe-time.ts"

const REASON = "You get this mail because you booked a party with MyHibachi."

/** @returns the reminder of a balance that is still open so many hours before the start. */
export function balanceMail({ booking, to, url }: BookingMail, hoursBefore: number): Mail {
  const owed = formatMoney(booking.owed)
  return {
    key: `balance:${booking.id}:${booking.startsAt}:${hoursBefore}`,
    to,
    subject: `${owed} are still open for your hibachi party`,
    title: "Your balance is still open",
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${booking.customer.name}, in about ${hoursBefore} hours we cook for you. ${owed} are still open, due ${describeTime(booking.balanceDueAt, booking.timeZone)}. Your party stays booked; if something stands in the way, answer this mail or call us.`,
      },
      {
        kind: "facts",
        rows: [
          ["Booking", booking.reference],
          ["Cooking starts", describeTime(booking.startsAt, booking.timeZone)],
          ["Total", formatMoney(booking.total)],
          ["Paid", formatMoney(booking.paid)],
          ["Open", owed],
        ],
      },
      { kind: "button", label: "See your party and pay", url },
    ],
    reason: REASON,
  }
}

/** @returns the thanks of the day after, with the question how it was unless the person should not be asked. */
export function thanksMail(
  { booking, to }: Pick<BookingMail, "booking" | "to">,
  asksForReview: boolean,
  reviewUrl: string,
): Mail {
  return {
    key: `thanks:${booking.id}`,
    to,
    subject: "Thank you for having us",
    title: "Thank you for having us",
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${booking.customer.name}, thank you for letting us cook at your party. We hope that you and your guests had a good time.`,
      },
      ...(asksForReview
        ? [
            {
              kind: "paragraph" as const,
              text: "How was it? A few words help us and the families who come after you; whatever was not right we want to know as well.",
            },
            { kind: "button" as const, label: "Tell us how it was", url: reviewUrl },
          ]
        : []),
    ],
    reason: REASON,
  }
}
