import type { Booking } from "@myhibachi/contract/booking"
import { formatMoney } from "@myhibachi/contract/money"
import type { Mail } from "#modules/mail/index.ts"
import { describeTime } from "./describe-time.ts"

const REASON = "You get this mail because it is about your party with MyHibachi."

export interface BookingMail {
  booking: Booking
  to: string
  /** Where the customer manages the booking. */
  url: string
  calendarFile: string
}

/** @returns the confirmation with calendar file and link. */
export function confirmationMail({ booking, to, url, calendarFile }: BookingMail): Mail {
  return {
    key: `booking-confirmed:${booking.id}`,
    to,
    subject: `Your hibachi party is booked: ${describeTime(booking.startsAt, booking.timeZone)}`,
    title: "Your party is booked",
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${booking.customer.name}, thank you! Your payment of ${formatMoney(booking.paid)} is in and your chef is reserved.`,
      },
      { kind: "facts", rows: partyRows(booking) },
      { kind: "heading", text: "The price" },
      { kind: "facts", rows: [...priceRows(booking), ["Owed", owedText(booking)]] },
      { kind: "button", label: "See and change your party", url },
      {
        kind: "paragraph",
        text: "The calendar file is attached. Keep this mail: its link opens your party without a password.",
      },
    ],
    reason: REASON,
    attachments: [
      {
        filename: "hibachi-party.ics",
        contentType: "text/calendar; charset=utf-8; method=PUBLISH",
        content: calendarFile,
      },
    ],
  }
}

/** @returns the mail about a new start, with the new calendar file. */
export function movedMail({ booking, to, url, calendarFile }: BookingMail, fromStartsAt: string): Mail {
  return {
    key: `booking-moved:${booking.id}:${booking.startsAt}:${fromStartsAt}`,
    to,
    subject: `Your hibachi party has moved: ${describeTime(booking.startsAt, booking.timeZone)}`,
    title: "Your party has moved",
    blocks: [
      {
        kind: "facts",
        rows: [["Before", describeTime(fromStartsAt, booking.timeZone)], ...partyRows(booking)],
      },
      { kind: "button", label: "See your party", url },
    ],
    reason: REASON,
    attachments: [
      {
        filename: "hibachi-party.ics",
        contentType: "text/calendar; charset=utf-8; method=PUBLISH",
        content: calendarFile,
      },
    ],
  }
}

export interface Cancellation {
  by: "customer" | "company"
  refund: string
  kept: string
  isMoneyReturned: boolean
  /** How long a refund may take. */
  businessDays: number
}

/** @returns the mail about a cancelled party and its money. */
export function cancellationMail(
  { booking, to }: Pick<BookingMail, "booking" | "to">,
  cancelled: Cancellation,
): Mail {
  const money = cancelled.isMoneyReturned
    ? `${cancelled.refund} goes back to the way you paid, within ${cancelled.businessDays} business days.`
    : "By the cancellation policy that you signed nothing goes back."
  const call =
    cancelled.by === "company"
      ? "We are sorry. A person will call you."
      : "We hope to cook for you another time."
  return {
    key: `booking-cancelled:${booking.id}`,
    to,
    subject: `Your hibachi party ${booking.reference} is cancelled`,
    title: "Your party is cancelled",
    blocks: [
      {
        kind: "facts",
        rows: [
          ["Booking", booking.reference],
          ["It was to start", describeTime(booking.startsAt, booking.timeZone)],
          ["Returned", cancelled.refund],
          ["Kept", cancelled.kept],
        ],
      },
      { kind: "paragraph", text: `${money} ${call}` },
    ],
    reason: REASON,
  }
}

function partyRows(booking: Booking): [string, string][] {
  const { adults, children, littleOnes } = booking.guests
  const guests = [
    count(adults, "adult"),
    count(children, "child", "children"),
    count(littleOnes, "little one"),
  ].filter((text) => text !== "")
  return [
    ["Booking", booking.reference],
    ["Cooking starts", describeTime(booking.startsAt, booking.timeZone)],
    ["Your chef arrives", describeTime(booking.arrivesAt, booking.timeZone)],
    ["Where", booking.place.formatted],
    ["Guests", guests.join(", ")],
  ]
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? "" : `${number} ${number === 1 ? one : many}`
}

function priceRows(booking: Booking): [string, string][] {
  return [
    ...booking.lines.map((line): [string, string] => [titleOf(line), formatMoney(line.amount)]),
    ["Total", formatMoney(booking.total)],
    ["Paid", formatMoney(booking.paid)],
  ]
}

function owedText(booking: Booking): string {
  if (booking.owed.amount === 0) return "nothing, it is paid in full"
  return `${formatMoney(booking.owed)}, due ${describeTime(booking.balanceDueAt, booking.timeZone)}`
}

function titleOf({ title, quantity, unitPrice }: Booking["lines"][number]): string {
  const isCounted =
    quantity !== null && unitPrice !== null && Number.isInteger(quantity) && unitPrice.amount > 0
  return isCounted ? `${title} (${quantity} × ${formatMoney(unitPrice)})` : title
}
