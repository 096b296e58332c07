import { Temporal } from "#platform/time.ts"
import { nthWeekday } from "./holidays.ts"

export interface CalendarDay {
  date: Temporal.PlainDate
  until?: Temporal.PlainDate
  precision?: "weekend" | "week" | "month"
  alternative?: Temporal.PlainDate
}

const MONTHS = [
  "jan(?:uary)?|enero",
  "feb(?:ruary)?|febrero",
  "mar(?:ch)?|marzo",
  "apr(?:il)?|abril",
  "may|mayo",
  "june?|junio",
  "july?|julio",
  "aug(?:ust)?|agosto",
  "sept?(?:ember)?|septiembre",
  "oct(?:ober)?|octubre",
  "nov(?:ember)?|noviembre",
  "dec(?:ember)?|diciembre",
]
export const MONTH = `(${MONTHS.join("|")})\\.?`
const WEEKDAYS = [
  "mon(?:day)?|lunes",
  "tue(?:s|sday)?|martes",
  "wed(?:nesday|s)?|mi[eé]rcoles",
  "thu(?:rs|r|rsday)?|jueves",
  "fri(?:day)?|viernes",
  "sat(?:urday)?|s[aá]bado",
  "sun(?:day)?|domingo",
]
export const WEEKDAY = `(${WEEKDAYS.join("|")})`
const ORDINALS: Record<string, number> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  fifth: 5,
  "5th": 5,
  last: -1,
}

const indexIn = (patterns: string[], word: string) =>
  patterns.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, "i").test(word.replace(/\.$/, ""))) + 1
export const monthOf = (word: string) => indexIn(MONTHS, word)
export const weekdayOf = (word: string) => indexIn(WEEKDAYS, word)

function validDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" })
  return date.day === day ? date : undefined
}

/** A day without a year is the next one to come; yesterday's and last week's stay in the past only when a year is said. */
export function dayOfMonth(
  today: Temporal.PlainDate,
  said: { month: number; day: number; year?: string | undefined },
): CalendarDay | undefined {
  if (said.year) {
    const year = Number(said.year)
    const date = validDate(year < 100 ? 2000 + year : year, said.month, said.day)
    return date ? { date } : undefined
  }
  const date = validDate(today.year, said.month, said.day)
  if (!date) return undefined
  return { date: Temporal.PlainDate.compare(date, today) < 0 ? date.add({ years: 1 }) : date }
}

export function wholeMonth(first: Temporal.PlainDate): CalendarDay {
  const date = first.with({ day: 1 })
  return { date, until: date.add({ months: 1 }).subtract({ days: 1 }), precision: "month" }
}

export function comingMonth(today: Temporal.PlainDate, month: number): Temporal.PlainDate {
  const year = month < today.month ? today.year + 1 : today.year
  return Temporal.PlainDate.from({ year, month, day: 1 })
}

export const coming = (today: Temporal.PlainDate, weekday: number) =>
  today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })

export function namedWeekday(today: Temporal.PlainDate, lead: string, weekday: number): CalendarDay {
  const next = coming(today, weekday)
  if (/last|past|pasad/i.test(lead)) {
    return { date: next.equals(today) ? today.subtract({ weeks: 1 }) : next.subtract({ weeks: 1 }) }
  }
  if (!/next/i.test(lead)) return { date: next }
  const isThisWeek = today.dayOfWeek % 7 < weekday % 7 || next.equals(today)
  // Weeks start on Sunday in the United States: "next Friday" skips the Friday of the running week.
  if (isThisWeek) return { date: next.add({ weeks: 1 }), alternative: next }
  return { date: next, alternative: next.add({ weeks: 1 }) }
}

export function weekend(today: Temporal.PlainDate, lead: string): CalendarDay {
  const saturday = today.add({ days: 6 - today.dayOfWeek })
  const weeks = /next/i.test(lead) ? 1 : /last|past/i.test(lead) ? -1 : 0
  const date = saturday.add({ weeks })
  return {
    date: Temporal.PlainDate.compare(date, today) < 0 && weeks === 0 ? today : date,
    until: date.add({ days: 1 }),
    precision: "weekend",
  }
}

const SPANS: Record<string, "days" | "weeks" | "months"> = {
  day: "days",
  week: "weeks",
  month: "months",
  fortnight: "weeks",
  día: "days",
  dia: "days",
  semana: "weeks",
  mes: "months",
}

export function later(start: Temporal.PlainDate, count: string, span: string): CalendarDay | undefined {
  const unit = SPANS[span.toLowerCase().replace(/(?<=mes)es$|s$/, "")] ?? SPANS[span.toLowerCase()]
  if (!unit) return undefined
  const amount = /^an?$|^una?$|^1$/i.test(count) ? 1 : Number(count)
  if (amount > 800) return undefined
  return { date: start.add({ [unit]: span.startsWith("fortnight") ? 2 * amount : amount }) }
}

export function nthOfMonth(match: RegExpMatchArray, today: Temporal.PlainDate): CalendarDay | undefined {
  const [, ordinal = "", weekday = "", where = ""] = match
  const nth = ORDINALS[ordinal.toLowerCase()]
  if (!nth) return undefined
  const named = monthOf(where)
  const start = /next/i.test(where)
    ? today.with({ day: 1 }).add({ months: 1 })
    : named > 0
      ? comingMonth(today, named)
      : today.with({ day: 1 })
  const date = nthWeekday(start.year, start.month, weekdayOf(weekday), nth)
  if (Temporal.PlainDate.compare(date, today) >= 0 || /next/i.test(where)) return { date }
  const following = start.add(named > 0 ? { years: 1 } : { months: 1 })
  return { date: nthWeekday(following.year, following.month, weekdayOf(weekday), nth) }
}

export function onThe(today: Temporal.PlainDate, day: number): CalendarDay | undefined {
  for (let months = 0; months < 3; months++) {
    const month = today.with({ day: 1 }).add({ months })
    const date = validDate(month.year, month.month, day)
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return { date }
  }
  return undefined
}
