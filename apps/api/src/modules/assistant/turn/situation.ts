import { countText, dateText, hoursText } from "#modules/knowledge/index.ts"
import { hoursBetween, Temporal } from "#platform/time.ts"
import { digitsForWords } from "../guard/number-words.ts"
import type { Turn } from "./turn.ts"

/** How long before the start the customer acts; a range when the time of day is not known. */
export interface Situation {
  fromHours: number
  toHours: number
  /** In words: `5 days (120 hours) before the start`. */
  words: string
}

export type Verdict = "yes" | "no" | "depends"

const UNIT_HOURS = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 720 }
const LEAD_WORDS =
  /\b(before|prior|ahead|away|out|in advance|notice|from now|until|till|left|to go|beforehand|early)\b|\bin (?:just |only |about |under |less than |exactly )?(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i
const BELOW =
  /\b(less than|fewer than|under|within|inside|not quite|just short of)\s+(?:the\s+)?(?:an?\s+)?[\w-]+\s+(?:hours?|days?|weeks?)/i
const ABOVE = /\b(more than|over|at least)\s+(?:an?\s+)?[\w-]+\s+(?:hours?|days?|weeks?)/i
// Elapsed time just under or over a named bound.
const A_MINUTE = 1 / 60

/** @returns whether the situation is at least so many hours before the start. */
export function isAtLeast(situation: Situation, hours: number): Verdict {
  if (situation.fromHours >= hours) return "yes"
  return situation.toHours < hours ? "no" : "depends"
}

export interface SituationOptions {
  /** A day that is named is when the customer acts: "if I cancel on Friday". */
  isDateOfAction?: boolean
  /** A day that is named is where the party shall go: "move it to Sunday". */
  isDateOfTarget?: boolean
  /** The question is about a party that is booked, so the one that is told of is meant. */
  isOfBooked?: boolean
}

const PARTY_DAY = /\b(party|event|booking|reservation|date|it) (?:is|was|on|for|falls)\b|\bbooked for\b/i

/** @returns how long before the start the customer would act, from their words, their booking or their date; null when nothing says so. */
export function situationOf(turn: Turn, options: SituationOptions = {}): Situation | null {
  const exact = leadFromNow(turn)
  if (exact) return exact
  const stated = statedLead(turn)
  if (stated) return stated
  if (turn.booking) return bookingLead(turn, turn.booking.page, options.isDateOfAction ?? false)
  const isOfBooked = options.isDateOfAction || options.isDateOfTarget || options.isOfBooked
  const told = isOfBooked || turn.told?.isBooked ? toldLead(turn, options.isDateOfAction ?? false) : null
  if (told) return told
  const apart = options.isDateOfAction ? datesApart(turn) : null
  if (apart) return apart
  return options.isDateOfTarget && !PARTY_DAY.test(turn.text) ? null : dateLead(turn)
}

/** "Saturday at 6, so a week out; if I cancel now": the hours to a start that is told count, not the word for them. */
function leadFromNow(turn: Turn): Situation | null {
  const isNow = /\b(?:cancel\w*|call it off|back out|pull the plug)\b[^.?!]{0,20}\bnow\b/i.test(turn.text)
  return isNow && !turn.booking && turn.told?.date && turn.told.time ? toldLead(turn, false) : null
}

const JOINED =
  /\b(\d+)\s*(weeks?|days?|hours?|hrs?)\s*(?:,|and|&|plus)?\s*(\d+)\s*(days?|hours?|hrs?|minutes?|mins?)\b/i

/** "6 days and 23 hours before": the sum, in hours. */
function joinedLead(text: string): number | null {
  const match = JOINED.exec(digitsForWords(text))
  if (!match || !LEAD_WORDS.test(text)) return null
  const hours = (count: string | undefined, unit: string | undefined) => Number(count) * hoursOf(unit ?? "")
  return hours(match[1], match[2]) + hours(match[3], match[4])
}

function hoursOf(unit: string): number {
  if (/^w/i.test(unit)) return UNIT_HOURS.week
  if (/^d/i.test(unit)) return UNIT_HOURS.day
  return /^m/i.test(unit) ? UNIT_HOURS.minute : UNIT_HOURS.hour
}

const PHRASES: [RegExp, number, string][] = [
  [
    /(?<!\b(?:turns?|is|was|arrives?|arriving|flies|fly|lands?|comes?|funeral|birthday|wedding|\d+)(?: \w+)? (?:the )?)\b(?:the )?(?:day|night|evening) before\b/i,
    24,
    "the day before",
  ],
  [/\b(?:the day of|morning of|last[- ]minute|no[- ]notice)\b/i, 6, "on the day itself"],
]

function statedLead(turn: Turn): Situation | null {
  const phrase = PHRASES.find(([expression]) => expression.test(turn.text))
  if (phrase && turn.newSlots.durations.length === 0)
    return { fromHours: phrase[1], toHours: phrase[1], words: phrase[2] }
  const joined = joinedLead(turn.text)
  if (joined !== null)
    return { fromHours: joined, toHours: joined, words: `${hoursText(joined)} before the start` }
  const durations = turn.newSlots.durations.filter((duration) => duration.unit !== "minute")
  const [first] = durations
  if (!first || !LEAD_WORDS.test(turn.text)) return null
  const hours = first.count * UNIT_HOURS[first.unit]
  const exact = BELOW.test(turn.text) ? hours - A_MINUTE : ABOVE.test(turn.text) ? hours + A_MINUTE : hours
  const bound =
    exact < hours ? "less than " : exact > hours && /\bmore than|over\b/i.test(turn.text) ? "more than " : ""
  return { fromHours: exact, toHours: exact, words: `${bound}${hoursText(hours)} before the start` }
}

function bookingLead(
  turn: Turn,
  page: { startsAt: string; timeZone: string },
  dateIsAction: boolean,
): Situation {
  const start = Temporal.Instant.from(page.startsAt)
  const action = dateIsAction ? actionDate(turn, start, page.timeZone) : null
  if (action) {
    const from = hoursBetween(action.to, start)
    const to = hoursBetween(action.from, start)
    return { fromHours: from, toHours: to, words: `on ${dateText(action.from, page.timeZone)}` }
  }
  const hours = hoursBetween(turn.now, start)
  return { fromHours: hours, toHours: hours, words: `${aboutHours(hours)} before the start` }
}

/** The same for a party that is only told of, whose hour may be unknown. */
function toldLead(turn: Turn, dateIsAction: boolean): Situation | null {
  const { date, time } = turn.told ?? {}
  if (!date) return null
  const timeZone = zoneOf(turn)
  const { starts } = turn.business.parameters.scheduling
  const at = (local: string) =>
    Temporal.PlainDateTime.from(`${date}T${local}`).toZonedDateTime(timeZone).toInstant()
  const first = at(time ?? starts[0] ?? "12:00")
  const last = at(time ?? starts.at(-1) ?? "21:00")
  const action = dateIsAction ? actionDate(turn, first, timeZone) : null
  const fromHours = hoursBetween(action?.to ?? turn.now, first)
  const toHours = hoursBetween(action?.from ?? turn.now, last)
  if (toHours < 0) return null
  if (action) return { fromHours, toHours, words: `on ${dateText(action.from, timeZone)}` }
  const words =
    fromHours === toHours ? `${aboutHours(fromHours)} before the start` : `for ${dateText(first, timeZone)}`
  return { fromHours, toHours, words }
}

/** "I told you on May 19" acts on a day that has passed; "she died on Tuesday" does not. */
const HAS_ACTED =
  /\b(?:i|we|my \w+)(?:'ve| have| had)? (?:already |even )?(?:cancel+ed|told|wrote|called|e-?mailed|texted|informed|let you know|asked|notified|changed|moved)\b/i

/** A day before the party on which the customer would act ("if I cancel on Friday"). */
function actionDate(
  turn: Turn,
  start: Temporal.Instant,
  timeZone: string,
): { from: Temporal.Instant; to: Temporal.Instant } | null {
  const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const date = turn.newSlots.dates.find(
    (each) =>
      each.precision === "day" &&
      each.date < day(start) &&
      each.date !== day(turn.now) &&
      turn.bookings.every(({ page }) => day(Temporal.Instant.from(page.startsAt)) !== each.date) &&
      (!each.isPast || HAS_ACTED.test(turn.text)),
  )
  if (!date) return null
  const [from, to] = timesOfDay(turn, date.date, timeZone, "00:00", "23:59")
  return { from, to }
}

/** "Cancel on December 5 for the party on December 12": the time between the two. */
function datesApart(turn: Turn): Situation | null {
  const days = [
    ...new Set(turn.newSlots.dates.filter((date) => date.precision === "day").map((date) => date.date)),
  ].sort()
  const [first, second] = days
  if (!first || !second || days.length !== 2) return null
  const hours = Temporal.PlainDate.from(first).until(second, { largestUnit: "day" }).days * 24
  return { fromHours: hours, toHours: hours, words: `${hoursText(hours)} before the start` }
}

function dateLead(turn: Turn): Situation | null {
  const { date } = turn.slots
  if (date?.precision !== "day") return null
  const { starts } = turn.business.parameters.scheduling
  const timeZone = zoneOf(turn)
  const [from, to] = timesOfDay(turn, date.date, timeZone, starts[0] ?? "12:00", starts.at(-1) ?? "21:00")
  const range = { fromHours: hoursBetween(turn.now, from), toHours: hoursBetween(turn.now, to) }
  if (range.fromHours < 0) return null
  const words =
    range.fromHours === range.toHours
      ? `${aboutHours(range.fromHours)} before the start`
      : `for ${dateText(from, timeZone)}`
  return { ...range, words }
}

function timesOfDay(
  turn: Turn,
  date: string,
  timeZone: string,
  first: string,
  last: string,
): [Temporal.Instant, Temporal.Instant] {
  const at = (time: string) =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant()
  const time = turn.newSlots.time?.time ?? (turn.newSlots.date ? undefined : turn.slots.time?.time)
  return time ? [at(time), at(time)] : [at(first), at(last)]
}

/** @returns `5 days (120 hours)`, `32 days 6 hours (774 hours)`, `71.5 hours`; elapsed time, cut to a tenth of an hour. */
export function aboutHours(hours: number): string {
  const cut = Math.max(0, Math.floor(hours * 10) / 10)
  if (cut < 96 || cut % 24 === 0) return hoursText(cut)
  const rest = Math.floor(cut % 24)
  return rest === 0
    ? hoursText(Math.floor(cut))
    : `${Math.floor(cut / 24)} days ${countText(rest, "hour")} (${Math.floor(cut)} hours)`
}

/** @returns the zone of the place that is talked about, the first station's when none is. */
export function zoneOf(turn: Turn): string {
  return (
    turn.booking?.page.timeZone ??
    turn.told?.timeZone ??
    turn.outcome.quote?.timeZone ??
    turn.quote?.timeZone ??
    turn.business.stations[0]?.timeZone ??
    "America/Los_Angeles"
  )
}
