import type { Understanding } from "#modules/understanding/index.ts"
import { Temporal } from "#platform/time.ts"
import type { OwnBooking } from "./turn.ts"

const OVER = new Set(["cancelled", "completed", "settled", "no_show"])
const NOUN = "(?:one|party|booking|event|reservation|dinner|date)"
const MONTHS =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
/** "Move it to April" names where it shall go, not which one is meant. */
const MONTH = new RegExp(`(?<!\\bto )(?<!\\bto the )(?<!\\binto )\\b(${MONTHS})\\b`, "gi")
const ORDINAL = new RegExp(
  `\\b(first|second|third|last|later|earlier|sooner|next|other)\\b(?: (?:of (?:the|my|our)|big|small))? ${NOUN}\\b|\\bthe (other|second|third|latter|former)\\W*$`,
  "i",
)

/** @returns whether the party has neither begun nor been called off. */
export function isAhead({ page }: OwnBooking, now: Temporal.Instant): boolean {
  return !OVER.has(page.status) && Temporal.Instant.compare(Temporal.Instant.from(page.startsAt), now) > 0
}

export interface BookingMeant {
  booking: OwnBooking | null
  /** The message itself says which of several it is. */
  isNamed: boolean
}

/** The booking that is named, on the day that is named, or in other words; else the one talked about, else the next one that is not over. */
export function bookingMeant(
  bookings: OwnBooking[],
  { known, slots, plain }: Understanding,
  now: string,
  lastId: string | null,
): BookingMeant {
  const byStart = bookings.toSorted((a, b) => (a.page.startsAt < b.page.startsAt ? -1 : 1))
  const named =
    byReference(byStart, slots.bookingReference) ??
    onDay(byStart, new Set(slots.dates.map((date) => date.date))) ??
    (bookings.length > 1 ? (byOrdinal(byStart, plain, lastId) ?? byMonth(byStart, plain)) : undefined)
  if (named) return { booking: named, isNamed: true }
  const open = byStart.filter(({ page }) => !OVER.has(page.status))
  const booking =
    bookings.find(({ id }) => id === lastId) ??
    byReference(byStart, known.bookingReference) ??
    open.find(({ page }) => page.startsAt >= now) ??
    open[0] ??
    byStart[0] ??
    null
  return { booking, isNamed: false }
}

/** @returns those of several bookings that the words name: by their number, their day, their month or their place in the row. */
export function bookingsNamed(
  bookings: readonly OwnBooking[],
  text: string,
  dates: readonly { date: string; phrase: string }[],
): OwnBooking[] {
  const byStart = bookings.toSorted((a, b) => (a.page.startsAt < b.page.startsAt ? -1 : 1))
  const words = text.toLowerCase()
  const days = new Set(
    dates.filter(({ phrase }) => words.includes(phrase.trim().toLowerCase())).map(({ date }) => date),
  )
  const named = byStart.filter(
    (booking) =>
      words.includes(booking.page.reference.toLowerCase()) || days.has(localDay(booking).toString()),
  )
  if (named.length > 0) return named
  const one = byOrdinal(byStart, text, null) ?? byMonth(byStart, text)
  return one ? [one] : []
}

function byReference(bookings: OwnBooking[], reference: string | undefined): OwnBooking | undefined {
  return bookings.find(({ page }) => page.reference === reference)
}

function onDay(bookings: OwnBooking[], dates: ReadonlySet<string>): OwnBooking | undefined {
  return bookings.find((booking) => dates.has(localDay(booking).toString()))
}

function byOrdinal(bookings: OwnBooking[], text: string, lastId: string | null): OwnBooking | undefined {
  const match = ORDINAL.exec(text)
  const word = (match?.[1] ?? match?.[2])?.toLowerCase()
  switch (word) {
    case undefined:
      return undefined
    case "other":
      return bookings.length === 2 && lastId ? bookings.find(({ id }) => id !== lastId) : undefined
    case "second":
    case "latter":
      return bookings[1]
    case "third":
      return bookings[2]
    case "last":
    case "later":
      return bookings.at(-1)
    default:
      return bookings[0]
  }
}

/** Only when exactly one of them is in a month that is named. */
function byMonth(bookings: OwnBooking[], text: string): OwnBooking | undefined {
  const months = new Set([...text.matchAll(MONTH)].map((match) => monthNumber(match[1] ?? "")))
  const inMonth = bookings.filter((booking) => months.has(localDay(booking).month))
  return inMonth.length === 1 ? inMonth[0] : undefined
}

function monthNumber(name: string): number {
  return MONTHS.split("|").findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1
}

/** @returns the day of the party where it takes place. */
export function localDay({ page }: OwnBooking): Temporal.PlainDate {
  return Temporal.Instant.from(page.startsAt).toZonedDateTimeISO(page.timeZone).toPlainDate()
}
