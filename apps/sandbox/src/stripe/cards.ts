import type { JsonObject } from "../core/json.ts"
import { StripeRefusal } from "./errors.ts"

/** What a test card does when it is charged. */
export type CardBehaviour =
  | "succeeds"
  | "insufficient_funds"
  | "generic_decline"
  | "expired_card"
  | "incorrect_cvc"
  | "processing_error"
  | "asks_once"
  | "asks_always"
  | "fails_off_session"
  | "is_disputed"
  | "refund_waits"
  | "refund_fails"

export type Card = {
  brand: string
  last4: string
  behaviour: CardBehaviour
  expMonth: number
  expYear: number
}

type Decline = { code: string; declineCode?: string; message: string }

/** Stripe's published test numbers. */
const testCards: Record<string, [brand: string, behaviour: CardBehaviour]> = {
  "4242424242424242": ["visa", "succeeds"],
  "4000056655665556": ["visa", "succeeds"],
  "5555555555554444": ["mastercard", "succeeds"],
  "378282246310005": ["amex", "succeeds"],
  "6011111111111117": ["discover", "succeeds"],
  "4000000000009995": ["visa", "insufficient_funds"],
  "4000000000000002": ["visa", "generic_decline"],
  "4000000000000069": ["visa", "expired_card"],
  "4000000000000127": ["visa", "incorrect_cvc"],
  "4000000000000119": ["visa", "processing_error"],
  "4000002500003155": ["visa", "asks_once"],
  "4000002760003184": ["visa", "asks_always"],
  "4000000000000341": ["visa", "fails_off_session"],
  "4000000000000259": ["visa", "is_disputed"],
  "4000000000007726": ["visa", "refund_waits"],
  "4000000000005126": ["visa", "refund_fails"],
}

/** Stripe's ready-made payment methods, by the number that they stand for. */
export const readyMethods: Record<string, string> = {
  pm_card_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  pm_card_amex: "378282246310005",
  pm_card_chargeDeclined: "4000000000000002",
  pm_card_visa_chargeDeclined: "4000000000000002",
  pm_card_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_visa_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_chargeCustomerFail: "4000000000000341",
  pm_card_authenticationRequired: "4000002500003155",
  pm_card_threeDSecure2Required: "4000002760003184",
  pm_card_createDispute: "4000000000000259",
  pm_card_pendingRefund: "4000000000007726",
  pm_card_refundFail: "4000000000005126",
}

const declines: Partial<Record<CardBehaviour, Decline>> = {
  insufficient_funds: {
    code: "card_declined",
    declineCode: "insufficient_funds",
    message: "Your card has insufficient funds.",
  },
  generic_decline: {
    code: "card_declined",
    declineCode: "generic_decline",
    message: "Your card was declined.",
  },
  fails_off_session: {
    code: "card_declined",
    declineCode: "generic_decline",
    message: "Your card was declined.",
  },
  expired_card: { code: "expired_card", declineCode: "expired_card", message: "Your card has expired." },
  incorrect_cvc: {
    code: "incorrect_cvc",
    declineCode: "incorrect_cvc",
    message: "Your card's security code is incorrect.",
  },
  processing_error: {
    code: "processing_error",
    declineCode: "processing_error",
    message: "An error occurred while processing your card. Try again in a little bit.",
  },
}

/** Reads a card as typed. @throws StripeRefusal card_error when number, expiry or code cannot be right */
export function readCard(number: string, expMonth: number, expYear: number, cvc: string, now: Date): Card {
  const digits = number.replaceAll(/[\s-]/g, "")
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits)) {
    throw cardRefusal("incorrect_number", "Your card number is incorrect.", "number")
  }
  if (!Number.isInteger(expMonth) || expMonth < 1 || expMonth > 12) {
    throw cardRefusal("invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month")
  }
  const year = expYear < 100 ? 2000 + expYear : expYear
  const isPast = year * 12 + expMonth < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
  if (!Number.isInteger(year) || isPast) {
    throw cardRefusal("invalid_expiry_year", "Your card's expiration year is invalid.", "exp_year")
  }
  if (!/^\d{3,4}$/.test(cvc)) throw cardRefusal("invalid_cvc", "Your card's security code is invalid.", "cvc")
  const [brand, behaviour] = testCards[digits] ?? ["visa", "generic_decline"]
  return { brand, behaviour, last4: digits.slice(-4), expMonth, expYear: year }
}

/** Why a charge on the card fails, or undefined when it goes through. */
export function declineOf(behaviour: CardBehaviour, isOffSession: boolean): Decline | undefined {
  if (behaviour === "fails_off_session" && !isOffSession) return undefined
  return declines[behaviour]
}

/** A card error in the answer, with the objects that it concerns. */
export function cardRefusal(
  code: string,
  message: string,
  param?: string,
  more: JsonObject = {},
): StripeRefusal {
  return new StripeRefusal(402, {
    type: "card_error",
    code,
    doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`,
    message,
    ...(param === undefined ? {} : { param }),
    ...more,
  })
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
