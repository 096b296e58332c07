import type { Ask } from "#modules/understanding/index.ts"
import { bookingsNamed } from "../turn/booking-meant.ts"
import type { OwnBooking, Turn } from "../turn/turn.ts"

const CANCELLING = /\bcancel|\bcall(?:ed|ing)? off\b|\bhas to go\b|\bdrop\b|\bscrap|\bgive up\b|\bback out\b/i
const MOVING = /\bmov(?:e|ed|ing)\b|\breschedul|\bpush|\bpostpone|\banother (?:date|day)\b|\bshift\b/i
const COUNTING = /\bguests?\b|\bpeople\b|\badults?\b|\bkids?\b|\bhead ?count\b|\bnumbers?\b/i
const PAYING = /\bbalance|\bow(?:e|ed|ing)\b|\bdue\b|\bpaid\b|\bpay\b|\bopen\b/i
/** Asks that are answered by the booking that they are about, and the words that ask them. */
const BY_BOOKING: Partial<Record<Ask, RegExp>> = {
  "cancel.policy": CANCELLING,
  "mine.cancel": CANCELLING,
  "deposit.refund": CANCELLING,
  "reschedule.policy": MOVING,
  "mine.reschedule": MOVING,
  "mine.guests": COUNTING,
  "headcount.change": COUNTING,
  "mine.balance": PAYING,
  "balance.due": PAYING,
}
const PARTS = /[;\n]+|[.,?!]\s+|\b(?:and|but|while|whereas)\b/i
const EACH = /\b(?:both|each|all (?:of them|three|my|our)|which (?:of|one)|every|the two|either)\b/i

/** The turn once for each of the customer's bookings that the ask is about; the turn itself when there is no doubt. */
export function eachBooking(turn: Turn, ask: Ask): Turn[] {
  const words = BY_BOOKING[ask]
  if (!words || turn.bookings.length < 2) return [turn]
  const meant = bookingsAsked(turn, words)
  if (meant.length === 0) return [turn]
  return meant.map((booking) => ({
    ...turn,
    booking,
    isBookingNamed: true,
    book: turn.book.about(booking.page.reference),
  }))
}

function bookingsAsked(turn: Turn, words: RegExp): OwnBooking[] {
  const { bookings, text, newSlots } = turn
  const said = bookingsNamed(bookings, text, newSlots.dates)
  if (EACH.test(text)) return said.length > 1 ? said : bookings
  const own = text
    .split(PARTS)
    .filter((part) => words.test(part))
    .flatMap((part) => bookingsNamed(bookings, part, newSlots.dates))
  return [...new Set(own)]
}
