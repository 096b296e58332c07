import type { FactKind } from "@myhibachi/contract/assistant"
import { digitsForWords } from "./number-words.ts"

/** A value found in a text, in a form in which two spellings of the same value are equal. */
export interface Figure {
  kind: FactKind
  normalised: string
  /** As it stands in the text. */
  text: string
}

interface Pattern {
  kind: FactKind
  expression: RegExp
  normalise(match: RegExpExecArray): string | null
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
]
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
const MINUTES: Record<string, number> = {
  minute: 1,
  min: 1,
  hour: 60,
  hr: 60,
  h: 60,
  day: 1440,
  week: 10_080,
  month: 43_200,
}

const number = (text: string | undefined) => Number((text ?? "").replaceAll(",", ""))
const cents = (text: string | undefined) => String(Math.round(number(text) * 100))
const pad = (value: number) => String(value).padStart(2, "0")

function monthDay(month: number, day: string | undefined, year: string | undefined): string {
  const rest = `${pad(month)}-${pad(Number(day))}`
  return year ? `${year.length === 2 ? `20${year}` : year}-${rest}` : rest
}

function monthNumber(name: string | undefined): number {
  return MONTHS.findIndex((month) => month.startsWith((name ?? "").toLowerCase().slice(0, 3))) + 1
}

function minutesOfDay(match: RegExpExecArray): string | null {
  const hour = Number(match[1])
  const minute = Number(match[2] ?? "0")
  if (hour > 23 || minute > 59) return null
  const half = (match[3] ?? "").toLowerCase().replaceAll(".", "")
  if (half === "") return String(hour * 60 + minute)
  if (hour > 12) return null
  return String(((hour % 12) + (half.startsWith("p") ? 12 : 0)) * 60 + minute)
}

// The order counts: what an earlier pattern took is not read again as a bare number.
const PATTERNS: Pattern[] = [
  {
    kind: "link",
    expression: /\b(?:https?:\/\/|www\.)[^\s<>)]+|\b[\w.+-]+@[\w-]+\.[\w.]+\b/gi,
    normalise: (match) => match[0].toLowerCase().replace(/[.,;]+$/, ""),
  },
  {
    kind: "date",
    expression: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    normalise: (match) => `${match[1]}-${match[2]}-${match[3]}`,
  },
  {
    kind: "date",
    expression: new RegExp(String.raw`\b${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(\d{4}))?`, "gi"),
    normalise: (match) => monthDay(monthNumber(match[1]), match[2], match[3]),
  },
  {
    kind: "date",
    expression: new RegExp(
      String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}(?:,?\s+(\d{4}))?`,
      "gi",
    ),
    normalise: (match) => monthDay(monthNumber(match[2]), match[1], match[3]),
  },
  {
    kind: "date",
    expression: /\b(1[0-2]|0?[1-9])\/([0-3]?\d)(?:\/(\d{4}|\d{2}))?\b/g,
    normalise: (match) => monthDay(Number(match[1]), match[2], match[3]),
  },
  {
    kind: "date",
    expression: /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi,
    normalise: (match) =>
      `weekday:${WEEKDAYS.findIndex((day) => day.startsWith((match[1] ?? "").toLowerCase().slice(0, 3))) + 1}`,
  },
  {
    kind: "money",
    expression: new RegExp(String.raw`(?:US)?\$\s*(${NUMBER})`, "gi"),
    normalise: (match) => cents(match[1]),
  },
  {
    kind: "money",
    expression: new RegExp(String.raw`\b(${NUMBER})\s*(?:us\s+)?(?:dollars?|bucks|usd)\b`, "gi"),
    normalise: (match) => cents(match[1]),
  },
  {
    kind: "percent",
    expression: new RegExp(String.raw`\b(${NUMBER})\s*(?:%|percent\b|per cent\b)`, "gi"),
    normalise: (match) => String(number(match[1])),
  },
  { kind: "time", expression: /\b(\d{1,2})(?::(\d{2}))?\s*([ap]\.?m\b\.?)/gi, normalise: minutesOfDay },
  { kind: "time", expression: /\b(\d{1,2}):(\d{2})\b()/g, normalise: minutesOfDay },
  {
    kind: "time",
    expression: /\b(?:at\s+)?(noon|midnight)\b/gi,
    normalise: (match) => (match[1]?.toLowerCase() === "noon" ? "720" : "0"),
  },
  {
    kind: "distance",
    expression: new RegExp(String.raw`\b(${NUMBER})[\s-]*(?:miles?|mi)\b`, "gi"),
    normalise: (match) => cents(match[1]),
  },
  {
    kind: "distance",
    expression: new RegExp(String.raw`\b(${NUMBER})[\s-]*(?:ft|feet|foot)\b`, "gi"),
    normalise: (match) => `ft:${number(match[1])}`,
  },
  {
    kind: "duration",
    expression: new RegExp(String.raw`\b(${NUMBER})\s*(?:business|working)\s+days?\b`, "gi"),
    normalise: (match) => `business:${number(match[1])}`,
  },
  {
    kind: "duration",
    expression: new RegExp(String.raw`\b(${NUMBER})[\s-]*(minute|min|hour|hr|h|day|week|month)s?\b`, "gi"),
    normalise: (match) => String(number(match[1]) * (MINUTES[(match[2] ?? "").toLowerCase()] ?? 0)),
  },
  {
    kind: "count",
    expression: new RegExp(String.raw`(?<![\w-])(${NUMBER})(?!\w)`, "g"),
    normalise: (match) => String(number(match[1])),
  },
]

/** @returns every value in the text, each read once. */
export function extractFigures(text: string): Figure[] {
  let rest = digitsForWords(text)
  const figures: Figure[] = []
  for (const { kind, expression, normalise } of PATTERNS) {
    rest = rest.replace(new RegExp(expression), (...parts: unknown[]) => {
      const found = parts[0] as string // safe: the first argument of a replacer is the match
      const match = new RegExp(expression.source, expression.flags.replace("g", "")).exec(found)
      const normalised = match ? normalise(match) : null
      if (normalised === null) return found
      figures.push({ kind, normalised, text: found.trim().replace(/[.,]$/, "") })
      return " ".repeat(found.length)
    })
  }
  return figures
}

/** @returns whether both say the same; a date without a year equals the same day in any year. */
export function isSameFigure(claimed: Figure, known: Pick<Figure, "kind" | "normalised">): boolean {
  if (claimed.kind === known.kind && claimed.normalised === known.normalised) return true
  if (claimed.kind === "date" && known.kind === "date")
    return isSameDate(claimed.normalised, known.normalised)
  // "1,045" and "30" without a unit may stand for any value that has this number.
  if (claimed.kind === "count" || known.kind === "count") return bareNumber(claimed) === bareNumber(known)
  return false
}

function isSameDate(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (shorter.startsWith("weekday:") || longer.startsWith("weekday:")) return weekdayOf(a) === weekdayOf(b)
  return shorter.length === 5 && longer.length === 10 && longer.endsWith(shorter)
}

function weekdayOf(date: string): string {
  if (date.startsWith("weekday:")) return date
  if (date.length !== 10) return date
  const day = new Date(`${date}T12:00:00Z`).getUTCDay()
  return `weekday:${day === 0 ? 7 : day}`
}

function bareNumber(figure: Pick<Figure, "kind" | "normalised">): string {
  switch (figure.kind) {
    case "money":
      return String(Number(figure.normalised) / 100)
    case "distance":
      return figure.normalised.startsWith("ft:")
        ? figure.normalised.slice(3)
        : String(Number(figure.normalised) / 100)
    case "duration":
    case "time":
    case "date":
    case "link":
      return `${figure.kind}:${figure.normalised}`
    default:
      return figure.normalised
  }
}
