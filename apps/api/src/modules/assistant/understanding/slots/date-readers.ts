import { Temporal } from "#platform/time.ts"
import { nthWeekday } from "./holidays.ts"

export interface DateFound {
  date: Temporal.PlainDate
  until?: Temporal.PlainDate
  precision?: "weekend" | "week" | "month"
  alternative?: Temporal.PlainDate
  phrase: string
}

type Found = Omit<DateFound, "phrase">

interface DateReader {
  words: RegExp
  read(match: RegExpMatchArray, today: Temporal.PlainDate): Found | undefined
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
const MONTH = `(${MONTHS.join("|")})\\.?`
const WEEKDAYS = [
  "mon(?:day)?|lunes",
  "tue(?:s|sday)?|martes",
  "wed(?:nesday|s)?|mi[eé]rcoles",
  "thu(?:rs|r|rsday)?|jueves",
  "fri(?:day)?|viernes",
  "sat(?:urday)?|s[aá]bado",
  "sun(?:day)?|domingo",
]
const WEEKDAY = `(${WEEKDAYS.join("|")})`
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
const monthOf = (word: string) => indexIn(MONTHS, word)
const weekdayOf = (word: string) => indexIn(WEEKDAYS, word)

function validDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" })
  return date.day === day ? date : undefined
}

/** A day without a year is the next one to come; yesterday's and last week's stay in the past only when a year is said. */
function dayOfMonth(
  today: Temporal.PlainDate,
  said: { month: number; day: number; year?: string | undefined },
): Found | undefined {
  if (said.year) {
    const year = Number(said.year)
    const date = validDate(year < 100 ? 2000 + year : year, said.month, said.day)
    return date ? { date } : undefined
  }
  const date = validDate(today.year, said.month, said.day)
  if (!date) return undefined
  return { date: Temporal.PlainDate.compare(date, today) < 0 ? date.add({ years: 1 }) : date }
}

function wholeMonth(first: Temporal.PlainDate): Found {
  const date = first.with({ day: 1 })
  return { date, until: date.add({ months: 1 }).subtract({ days: 1 }), precision: "month" }
}

function comingMonth(today: Temporal.PlainDate, month: number): Temporal.PlainDate {
  const year = month < today.month ? today.year + 1 : today.year
  return Temporal.PlainDate.from({ year, month, day: 1 })
}

const coming = (today: Temporal.PlainDate, weekday: number) =>
  today.add({ days: (weekday - today.dayOfWeek + 7) % 7 })

function namedWeekday(today: Temporal.PlainDate, lead: string, weekday: number): Found {
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

function weekend(today: Temporal.PlainDate, lead: string): Found {
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

function later(start: Temporal.PlainDate, count: string, span: string): Found | undefined {
  const unit = SPANS[span.toLowerCase().replace(/(?<=mes)es$|s$/, "")] ?? SPANS[span.toLowerCase()]
  if (!unit) return undefined
  const amount = /^an?$|^una?$|^1$/i.test(count) ? 1 : Number(count)
  if (amount > 800) return undefined
  return { date: start.add({ [unit]: span.startsWith("fortnight") ? 2 * amount : amount }) }
}

function nthOfMonth(match: RegExpMatchArray, today: Temporal.PlainDate): Found | undefined {
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

/** From the most to the least specific; what one reader took, the next does not see. */
export const DATE_READERS: DateReader[] = [
  {
    words: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g,
    read: (match, today) =>
      dayOfMonth(today, { year: match[1], month: Number(match[2]), day: Number(match[3]) }),
  },
  {
    words:
      /(?<![\d/.-])(\d{1,2})(?:\/(\d{1,2})(?:\/(20\d\d|\d\d))?|-(\d{1,2})-(20\d\d|\d\d))(?![\d/-]|\s*(?:people|guests|adults|ppl))/g,
    read: (match, today) =>
      dayOfMonth(today, {
        month: Number(match[1]),
        day: Number(match[2] ?? match[4]),
        year: match[3] ?? match[5],
      }),
  },
  {
    words: new RegExp(
      `\\b(?:the )?(first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)) ${WEEKDAY} (?:of|in|de) (?:the |this )?(next month|month|this month|${MONTH})`,
      "gi",
    ),
    read: nthOfMonth,
  },
  {
    words: new RegExp(
      `(?:\\b${WEEKDAY},? (?:the )?)?\\b${MONTH} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d| (?:people|guests|adults|ppl))(?:,? (20\\d\\d))?\\b`,
      "gi",
    ),
    read: (match, today) =>
      dayOfMonth(today, { month: monthOf(match[2]!), day: Number(match[3]), year: match[4] }),
  },
  {
    words: new RegExp(
      `\\b(?:the |el )?(\\d{1,2})(?:st|nd|rd|th)?(?: of| de)? ${MONTH}(?:,? (20\\d\\d))?\\b`,
      "gi",
    ),
    read: (match, today) =>
      dayOfMonth(today, { month: monthOf(match[2]!), day: Number(match[1]), year: match[3] }),
  },
  {
    words: new RegExp(
      `\\b(?:(an?|\\d+) )(day|week|month)s? (?:from|after) (?:(today|now|tomorrow)|(?:this |next |coming )?${WEEKDAY})\\b`,
      "gi",
    ),
    read: (match, today) => {
      const start = match[4]
        ? coming(today, weekdayOf(match[4]))
        : today.add({ days: match[3]?.toLowerCase() === "tomorrow" ? 1 : 0 })
      return later(start, match[1]!, match[2]!)
    },
  },
  {
    words:
      /\b(?:in|en|dentro de) (?:about )?(an?|una?|\d+) (days?|weeks?|months?|fortnights?|d[ií]as?|semanas?|mes(?:es)?)\b(?! (?:before|advance|prior|notice|ahead))/gi,
    read: (match, today) => later(today, match[1]!, match[2]!),
  },
  {
    words: /\b(?:the )?day after tomorrow\b|\bpasado mañana\b/gi,
    read: (_, today) => ({ date: today.add({ days: 2 }) }),
  },
  {
    words: /\b(?:today|tonight|this (?:evening|afternoon|morning)|hoy|esta noche)\b/gi,
    read: (_, today) => ({ date: today }),
  },
  {
    words: /\b(?:tomorrow|tmrw|tmr|tomorow|tommorow|mañana)\b/gi,
    read: (_, today) => ({ date: today.add({ days: 1 }) }),
  },
  {
    words: /\b(?:yesterday|last night|ayer|anoche)\b/gi,
    read: (_, today) => ({ date: today.subtract({ days: 1 }) }),
  },
  {
    words: /\b(this|next|the|last|this past|this coming|coming|following)? ?weekend\b(?! rates?| pric)/gi,
    read: (match, today) => (match[1] ? weekend(today, match[1]) : undefined),
  },
  {
    words: new RegExp(`\\b${WEEKDAY} after next\\b`, "gi"),
    read: (match, today) => ({
      date: namedWeekday(today, "next", weekdayOf(match[1]!)).date.add({ weeks: 1 }),
    }),
  },
  {
    words: new RegExp(
      `\\b(?:(this coming|this past|this|next|coming|last|past|on|el pr[oó]ximo|este|el|for|by) )?${WEEKDAY}\\b( pasado)?(?: (?:the )?(\\d{1,2})(?:st|nd|rd|th))?`,
      "gi",
    ),
    read: (match, today) => {
      if (/^(?:sat|sun|mar|may)$/i.test(match[0])) return undefined
      const day = Number(match[4])
      if (day) return onThe(today, day)
      return namedWeekday(today, `${match[1] ?? ""}${match[3] ?? ""}`, weekdayOf(match[2]!))
    },
  },
  {
    words:
      /\b(?:on |for |to |from |by )?the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:guest|person|adult|birthday|anniversary|protein|chef|floor|time|reschedul|hour|day))/gi,
    read: (match, today) => onThe(today, Number(match[1])),
  },
  {
    words: /\b(next|this) (week|month)\b/gi,
    read: (match, today) => {
      const isNext = /next/i.test(match[1]!)
      if (/month/i.test(match[2]!)) return wholeMonth(today.add({ months: isNext ? 1 : 0 }))
      const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: isNext ? 1 : 0 })
      return { date: isNext ? monday : today, until: monday.add({ days: 6 }), precision: "week" }
    },
  },
  {
    words: new RegExp(
      `\\b(?:in|for|during|early|late|mid|this|next|en) (?:early |late |mid[ -]?)?${MONTH}(?: (20\\d\\d))?\\b(?! \\d)`,
      "gi",
    ),
    read: (match, today) => {
      const month = monthOf(match[1]!)
      if (/\bmay$/i.test(match[0]) && !/^(?:in|for|during|early|late|this|next)/i.test(match[0]))
        return undefined
      const first = match[2]
        ? Temporal.PlainDate.from({ year: Number(match[2]), month, day: 1 })
        : comingMonth(today, month)
      return wholeMonth(first)
    },
  },
]

function onThe(today: Temporal.PlainDate, day: number): Found | undefined {
  for (let months = 0; months < 3; months++) {
    const month = today.with({ day: 1 }).add({ months })
    const date = validDate(month.year, month.month, day)
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return { date }
  }
  return undefined
}
