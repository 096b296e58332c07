import { Temporal } from "#platform/time.ts"
import {
  type CalendarDay,
  coming,
  comingMonth,
  dayOfMonth,
  later,
  MONTH,
  monthOf,
  namedWeekday,
  nthOfMonth,
  onThe,
  WEEKDAY,
  weekdayOf,
  weekend,
  wholeMonth,
} from "./calendar-words.ts"

export interface DateFound extends CalendarDay {
  phrase: string
}

/** "My dad passed Tuesday", "she got the call on Monday": the weekday behind it is over. */
const HAS_HAPPENED =
  /\b(?:died|passed(?: away)?|happened|collapsed|buried|arrested|hospitali[sz]ed|diagnosed|broke \w+(?: \w+){0,2}|lost (?:my|our|his|her|the)(?: \w+){1,2}|left me|(?:was|were|got|been) (?:born|rushed|admitted|taken|laid off|fired|the (?:call|news)|hurt|sick|engaged|robbed|evicted|cancelled|canceled)|burned down|crashed|came (?:down )?sick|told (?:you|me|us)|i (?:called|wrote|e-?mailed|texted|asked|cancel+ed))(?: (?:away|early|late|just|here|back|this|with \w+))? $/i

interface DateReader {
  words: RegExp
  read(match: RegExpMatchArray, today: Temporal.PlainDate): CalendarDay | undefined
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
      `\\b(?:(this coming|this past|this|next|coming|last|past|on|el pr[oó]ximo|este|el|for|by) )?(?<!\\b(?:an?|any|every|each) )${WEEKDAY}\\b( pasado)?(?: (?:the )?(\\d{1,2})(?:st|nd|rd|th))?`,
      "gi",
    ),
    read: (match, today) => {
      if (/^(?:sat|sun|mar|may)$/i.test(match[0])) return undefined
      const day = Number(match[4])
      if (day) return onThe(today, day)
      const said = `${match[1] ?? ""}${match[3] ?? ""}`
      const isOver = /^(?:on)?$/i.test(said) && HAS_HAPPENED.test(match.input?.slice(0, match.index) ?? "")
      return namedWeekday(today, isOver ? "last" : said, weekdayOf(match[2]!))
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
