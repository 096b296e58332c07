import { Temporal } from "#platform/time.ts"
import { DATE_READERS, type DateFound } from "./date-readers.ts"
import { findHoliday } from "./holidays.ts"
import { blankOut } from "./plain-text.ts"
import type { DateSlot } from "./slots.ts"

export interface DatesFound {
  dates: DateSlot[]
  /** The date the message is about: after "to" in "from the 12th to the 19th". */
  date?: DateSlot
  isSameDate: boolean
  rest: string
}

const SAME_DATE =
  /\b(?:same|that) (?:day|date|saturday|sunday|monday|tuesday|wednesday|thursday|friday|weekend|night|evening)\b|\bmism[oa] (?:día|dia|fecha|sábado|sabado)\b/i

function toSlot(found: DateFound, today: Temporal.PlainDate): DateSlot {
  const until = found.until ?? found.date
  return {
    date: found.date.toString(),
    until: until.toString(),
    precision: found.precision ?? "day",
    phrase: found.phrase.trim(),
    ...(found.alternative ? { alternative: found.alternative.toString() } : {}),
    isPast: Temporal.PlainDate.compare(until, today) < 0,
  }
}

/** Dates named in the text, in order, relative to the local day of `now` (ISO with offset) in `timeZone`. */
export function findDates(text: string, now: string, timeZone: string): DatesFound {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  let rest = text
  const found: (DateFound & { start: number })[] = []
  const keep = (date: DateFound & { start: number }) => {
    found.push(date)
    rest = blankOut(rest, date.start, date.phrase.length)
  }
  const same = SAME_DATE.exec(rest)
  if (same) rest = blankOut(rest, same.index, same[0].length)
  const holiday = findHoliday(rest, today)
  if (holiday) keep(holiday)
  for (const { words, read } of DATE_READERS) {
    for (const match of rest.matchAll(words)) {
      const date = read(match, today)
      if (date) keep({ ...date, start: match.index, phrase: match[0] })
    }
  }
  found.sort((a, b) => a.start - b.start)
  const dates = found.map((date) => toSlot(date, today))
  const date = chooseDate(text, found, dates)
  return { dates, ...(date ? { date } : {}), isSameDate: same !== null, rest }
}

function chooseDate(text: string, found: { start: number }[], dates: DateSlot[]): DateSlot | undefined {
  for (let at = 1; at < found.length; at++) {
    const before = text.slice(Math.max(0, found[at]!.start - 12), found[at]!.start)
    if (/\b(?:to|until|into|for|a|al)(?: the| el)? ?$/i.test(before) && !dates[at]!.isPast) return dates[at]
  }
  return (
    dates.find((date) => !date.isPast && date.precision === "day") ??
    dates.find((date) => !date.isPast) ??
    dates[0]
  )
}
