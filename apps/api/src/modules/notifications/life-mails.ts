import type { ChangeOrder } from "@myhibachi/contract/booking-life"
import type { Hold } from "@myhibachi/contract/hold"
import { formatMoney, type Money } from "@myhibachi/contract/money"
import type { Mail } from "#modules/mail/index.ts"
import type { BookingMail } from "./booking-mails.ts"
import { describeTime } from "./describe-time.ts"

const REASON = "You get this mail because it is about your party with MyHibachi."

/** @returns the mail with a change and its price, which the customer accepts with a click. */
export function changeOfferedMail({ booking, to }: BookingMail, order: ChangeOrder, url: string): Mail {
  return {
    key: `change-offered:${order.id}`,
    to,
    subject: `A change of your hibachi party ${booking.reference}: please look at the price`,
    title: "A change of your party",
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${booking.customer.name}, this is the change that we talked about. Nothing changes until you accept it; the offer stands until ${describeTime(order.expiresAt, booking.timeZone)}.${order.note ? `\n${order.note}` : ""}`,
      },
      { kind: "facts", rows: changeRows(order) },
      { kind: "button", label: "Look at it and accept", url },
    ],
    reason: REASON,
  }
}

/** @returns the mail that says that a change is booked. */
export function changeAcceptedMail({ booking, to, url }: BookingMail, order: ChangeOrder): Mail {
  return {
    key: `change-accepted:${order.id}`,
    to,
    subject: `Your hibachi party ${booking.reference} is changed`,
    title: "Your party is changed",
    blocks: [
      { kind: "facts", rows: [...changeRows(order), ["Open", formatMoney(booking.owed)]] },
      { kind: "button", label: "See your party", url },
    ],
    reason: REASON,
  }
}

function changeRows(order: ChangeOrder): [string, string][] {
  const { adults, children, littleOnes } = order.guests
  return [
    ["Guests", `${adults} adults, ${children} children, ${littleOnes} little ones`],
    ...(order.newAddress ? [["Where", order.newAddress] as [string, string]] : []),
    ...order.changes.map((change): [string, string] => [change.title, signed(change.difference)]),
    ["Total before", formatMoney(order.totalBefore)],
    ["Total now", formatMoney(order.totalAfter)],
  ]
}

function signed(money: Money): string {
  return `${money.amount > 0 ? "+" : ""}${formatMoney(money)}`
}

/** @returns the mail that says that the party waits for the weather, and what can be done until when. */
export function weatherMail({ booking, to, url }: BookingMail, decideBy: string): Mail {
  return {
    key: `weather-hold:${booking.id}:${decideBy}`,
    to,
    subject: "Your hibachi party waits for the weather",
    title: "Your party waits for the weather",
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${booking.customer.name}, our chef cooks outdoors, and for ${describeTime(booking.startsAt, booking.timeZone)} bad weather is expected. Please decide by ${describeTime(decideBy, booking.timeZone)}; until then your chef stays reserved.`,
      },
      {
        kind: "paragraph",
        text: "You can move the party free of charge, tell us that there will be cover overhead, or cancel by the policy that you signed. Without your decision nothing is cancelled: one of us calls you.",
      },
      { kind: "button", label: "Decide", url },
    ],
    reason: REASON,
  }
}

/** @returns the mail that says that the party takes place under cover. */
export function coveredMail({ booking, to, url }: BookingMail): Mail {
  return {
    key: `weather-covered:${booking.id}:${booking.version}`,
    to,
    subject: "Your hibachi party takes place as planned",
    title: "Your party takes place as planned",
    blocks: [
      {
        kind: "paragraph",
        text: `There will be cover overhead, so we come as planned: ${describeTime(booking.startsAt, booking.timeZone)}.`,
      },
      { kind: "button", label: "See your party", url },
    ],
    reason: REASON,
  }
}

/** @returns the mail that says that a wish to cancel has arrived and is looked at. */
export function cancelAskedMail({ booking, to, url }: BookingMail): Mail {
  return {
    key: `cancel-asked:${booking.id}:${booking.cancelRequest?.requestedAt ?? ""}`,
    to,
    subject: `We look at your wish to cancel ${booking.reference}`,
    title: "We look at your wish to cancel",
    blocks: [
      {
        kind: "paragraph",
        text: "So close to the party the food is bought and the chef is planned, so a manager looks at it and answers you. Until then your chef stays reserved, and you can take the wish back on the page of your party.",
      },
      { kind: "button", label: "See your party", url },
    ],
    reason: REASON,
  }
}

/** @returns the mail that says that the party stays booked after all. */
export function stillBookedMail(
  { booking, to, url }: BookingMail,
  by: "customer" | "company",
  note: string,
): Mail {
  const text =
    by === "customer"
      ? "You have taken your wish to cancel back."
      : `A manager has looked at your wish to cancel, and the party stays booked: ${note}`
  return {
    key: `still-booked:${booking.id}:${booking.version}`,
    to,
    subject: `Your hibachi party ${booking.reference} stays booked`,
    title: "Your party stays booked",
    blocks: [
      {
        kind: "paragraph",
        text: `${text} We cook for you ${describeTime(booking.startsAt, booking.timeZone)}.`,
      },
      { kind: "button", label: "See your party", url },
    ],
    reason: REASON,
  }
}

/** @returns the mail to a person who waited: a start is free and held, until when. */
export function waitlistMail(hold: Hold, to: string, url: string): Mail {
  return {
    key: `waitlist-offer:${hold.id}`,
    to,
    subject: `A start is free for you: ${describeTime(hold.startsAt, hold.timeZone)}`,
    title: "A start has become free",
    blocks: [
      {
        kind: "paragraph",
        text: `Hello ${hold.contactName}, you waited for a start on this day. We hold ${describeTime(hold.startsAt, hold.timeZone)} for you until ${describeTime(hold.signBy, hold.timeZone)}; after that the next person is asked.`,
      },
      { kind: "button", label: "Look at it and take it", url },
    ],
    reason: "You get this mail because you asked us to tell you when a start becomes free.",
  }
}
