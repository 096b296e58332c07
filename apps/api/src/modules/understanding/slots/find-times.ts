import { blankOut } from "./plain-text.ts"
import type { TimeSlot } from "./slots.ts"

export interface TimesFound {
  time?: TimeSlot
  isSameTime: boolean
  rest: string
}

const LEAD =
  "(?:(around|about|approximately|approx\\.?|roughly|like|maybe|a las|sobre las|at|@|by|before|after|until|till|from|to|is|say) )?"
const NOT_A_TIME =
  "(?! ?(?:%|\\$|points?|things?|questions?|topics?|options?|people|guests?|adults?|ppl|kids?|children|of us|friends|persons?|miles?|mi\\b|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|months|chefs?|dollars|bucks|years?|yrs?|yo\\b|feet|ft|[x×]|orders?|lobsters?|filets?|vegans?|proteins?|th\\b|st\\b|nd\\b|rd\\b|/|-(?:person|year|mile|day|hour|people)))"
const CLOCK = new RegExp(
  `${LEAD}\\b(\\d{1,2})(?::([0-5]\\d))? ?(a\\.?m\\.?|p\\.?m\\.?|o'?clock)(?![a-z])`,
  "i",
)
const TWENTY_FOUR = new RegExp(`${LEAD}\\b([01]?\\d|2[0-3]):([0-5]\\d)(?: ?h)?\\b`, "i")
const ISH = /\b(\d{1,2})(?::([0-5]\d))? ?-?ish\b/i
const BARE = new RegExp(
  `\\b(around|about|at|@|by|before|after|until|till|start(?:ing)?(?: at)?|a las|for dinner at|sobre las)(?: like| maybe| around| about)? (\\d{1,2})(?![\\d:.,]\\d|\\d)\\b${NOT_A_TIME}`,
  "i",
)
const BETWEEN =
  /\b(?:between|from) (\d{1,2})(?::([0-5]\d))? ?(am|pm)? (?:and|to|-) ?(\d{1,2})(?::([0-5]\d))? ?(am|pm)\b/i
const HALF_PAST = /\b(half past|quarter past|quarter to) (\d{1,2})\b/i
const NAMED: [RegExp, string, boolean][] = [
  [/\b(?:at |around )?noon\b|\bmidday\b|\bmediod[ií]a\b/i, "12:00", false],
  [/\bmidnight\b|\bmedianoche\b/i, "00:00", false],
  [/\blunch ?time\b|\bat lunch\b|\bfor lunch\b/i, "12:00", true],
  [/\bafternoon\b|\bpor la tarde\b/i, "15:00", true],
  [
    /\bevening\b|\bdinner ?time\b|\bat dinner\b|\bfor dinner\b|\btonight\b|\bpor la noche\b|\besta noche\b/i,
    "18:00",
    true,
  ],
  [/\blate(?:r)? at night\b|\blate night\b/i, "21:00", true],
  [/\b(?:in the|this|saturday|sunday|friday|tomorrow|late) morning\b/i, "10:00", true],
]

/** Parties are eaten from noon on, so an hour without am or pm is read as one between 11:00 and 22:59. */
function clock(hour: number, minute: number, half: string | undefined): string | undefined {
  let hours = hour
  if (half && /^p/i.test(half) && hour < 12) hours += 12
  else if (half && /^a/i.test(half)) hours = hour === 12 ? 0 : hour
  else if ((!half || /clock/i.test(half)) && hour >= 1 && hour <= 10) hours += 12
  if (hours > 23) return undefined
  return `${String(hours).padStart(2, "0")}:${String(minute).padStart(2, "0")}`
}

const isVague = (lead: string | undefined) =>
  /around|about|approx|roughly|like|maybe|sobre|say/i.test(lead ?? "")

function boundOf(lead: string | undefined): Pick<TimeSlot, "bound"> {
  if (/before|by|until|till/i.test(lead ?? "")) return { bound: "before" }
  return /after/i.test(lead ?? "") ? { bound: "after" } : {}
}

function readRange(text: string): TimeSlot | undefined {
  const range = BETWEEN.exec(text)
  if (!range) return undefined
  const until = clock(Number(range[4]), Number(range[5] ?? 0), range[6])
  const time = clock(Number(range[1]), Number(range[2] ?? 0), range[3] ?? range[6])
  return time && until ? { time, until, isApproximate: true, phrase: range[0] } : undefined
}

function readClock(text: string): TimeSlot | undefined {
  for (const words of [CLOCK, TWENTY_FOUR]) {
    const match = words.exec(text)
    if (!match) continue
    const hasHalf = match[4] !== undefined
    const time = clock(
      Number(match[2]),
      Number(match[3] ?? 0),
      hasHalf ? match[4] : match[2]!.length === 2 && Number(match[2]) >= 12 ? "p" : undefined,
    )
    if (time) return { time, isApproximate: isVague(match[1]), ...boundOf(match[1]), phrase: match[0] }
  }
  return undefined
}

function readSpoken(text: string): TimeSlot | undefined {
  const half = HALF_PAST.exec(text)
  if (half) {
    const isTo = /to$/i.test(half[1]!)
    const minute = /half/i.test(half[1]!) ? 30 : isTo ? 45 : 15
    const time = clock(Number(half[2]) - (isTo ? 1 : 0), minute, undefined)
    if (time) return { time, isApproximate: false, phrase: half[0] }
  }
  const ish = ISH.exec(text)
  if (ish && Number(ish[1]) <= 12) {
    const time = clock(Number(ish[1]), Number(ish[2] ?? 0), undefined)
    if (time) return { time, isApproximate: true, phrase: ish[0] }
  }
  const bare = BARE.exec(text)
  if (bare && Number(bare[2]) >= 1 && Number(bare[2]) <= 12) {
    const time = clock(Number(bare[2]), 0, undefined)
    if (time) return { time, isApproximate: isVague(bare[1]), ...boundOf(bare[1]), phrase: bare[0] }
  }
  return undefined
}

function readNamed(text: string): TimeSlot | undefined {
  for (const [words, time, isApproximate] of NAMED) {
    const match = words.exec(text)
    if (match) return { time, isApproximate, phrase: match[0] }
  }
  return undefined
}

/** "Vendors may come from 4, dinner starts at 5:30": of several times the one of the start counts. */
const STARTS =
  /\b(?:starts?|starting|begins?|beginning|kicks? off|eat(?:ing)?|dinner(?: is)?|lunch(?: is)?|serve[ds]?)(?: time)?(?: (?:is|will be|would be))?(?: exactly| sharp| around| about)? (?=(?:at|by|from|around|about)(?: like| maybe| around| about)? \d|\d{1,2}(?::\d\d)? ?(?:am|pm)\b)/i

function readStart(text: string): TimeSlot | undefined {
  const at = STARTS.exec(text)
  return at ? (readClock(text.slice(at.index)) ?? readSpoken(text.slice(at.index))) : undefined
}

/** "2:15 instead of 3 pm": the time that is given up is not the one that is wanted. */
const GIVEN_UP =
  /\b(?:instead of|rather than|not) (?:at |the )?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b\.?|o'?clock)/gi

function readTime(text: string): TimeSlot | undefined {
  return readRange(text) ?? readStart(text) ?? readClock(text) ?? readSpoken(text) ?? readNamed(text)
}

/** The time of day named in the text, as local HH:MM. */
export function findTimes(text: string): TimesFound {
  const isSameTime = /\bsame time\b|\bmisma hora\b/i.test(text)
  const time = readTime(text.replace(GIVEN_UP, (words) => " ".repeat(words.length))) ?? readTime(text)
  if (!time) return { isSameTime, rest: text }
  const rest = blankOut(text, text.indexOf(time.phrase), time.phrase.length)
  return { time: { ...time, phrase: time.phrase.trim() }, isSameTime, rest }
}
