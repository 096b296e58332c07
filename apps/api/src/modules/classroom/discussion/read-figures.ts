/** Something in a text that must not be invented: an amount, a date, a time, a count with its unit. */
export interface Figure {
  kind: "money" | "percent" | "date" | "time" | "weekday" | "number"
  /** Normalised: money in cents, times as HH:MM, dates as MM-DD or YYYY-MM-DD, numbers in digits. */
  value: string
  /** Class of the word behind a number, when it is one that matters: `mile`, `adult`, `hour`. */
  unit?: string
  /** Where it stands in the text. */
  index: number
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
const WEEKDAY = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi
const FREE =
  /\b(free of charge|for free|(?<!feel )(?<!-)free(?! (?:to|starts?|times?|slots?|dates?)\b)|complimentary|no charge|no cost|at no extra|on the house|waived?|gratis)\b/gi
const UNITS: [RegExp, string][] = [
  [/^-?\s*(?:mi|miles?)\b/, "mile"],
  [/^-?\s*(?:h|hrs?|hours?)\b/, "hour"],
  [/^-?\s*(?:min|mins|minutes?)\b/, "minute"],
  [/^-?\s*(?:business |calendar |full )?days?\b/, "day"],
  [/^-?\s*weeks?\b/, "week"],
  [/^-?\s*months?\b/, "month"],
  [/^-?\s*years?\b/, "year"],
  [/^-?\s*(?:adults?|grown-?ups?)\b/, "adult"],
  [/^-?\s*(?:kids?|child(?:ren)?)\b/, "child"],
  [/^-?\s*chefs?\b/, "chef"],
  [/^-?\s*(?:times?|×)\b/, "time"],
]
const SMALL = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
]
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
const NUMBER_WORD = new RegExp(
  `\\b(?:(?:${TENS.join("|")})(?:[- ](?:${SMALL.slice(1, 10).join("|")}))?|(?:${SMALL.slice(2).join("|")})|(?:a|one) hundred|(?:a )?dozen)(?: hundred| thousand)?\\b`,
  "gi",
)

type Reader = (match: RegExpMatchArray) => Omit<Figure, "index"> | null

const READERS: [RegExp, Reader][] = [
  [
    new RegExp(`\\b${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(20\\d\\d))?\\b`, "gi"),
    (m) => date(m[3], m[1]!, m[2]!),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (20\\d\\d))?\\b`, "gi"),
    (m) => date(m[3], m[2]!, m[1]!),
  ],
  [/\b(20\d\d)-(\d\d)-(\d\d)(?:T[\d:.]+Z?)?/g, (m) => ({ kind: "date", value: `${m[1]}-${m[2]}-${m[3]}` })],
  [/\b(\d{1,2})\/(\d{1,2})(?:\/(20\d\d))?\b/g, (m) => date(m[3], MONTHS[Number(m[1]) - 1], m[2]!)],
  [/\b(\d{1,2})(?::(\d\d))?\s*(a\.?m\.?|p\.?m\.?)(?![a-z])/gi, (m) => time(Number(m[1]), m[2], m[3]!)],
  [/\b([01]?\d|2[0-3]):([0-5]\d)\b/g, (m) => ({ kind: "time", value: `${m[1]!.padStart(2, "0")}:${m[2]}` })],
  [
    /\b(noon|midnight)\b/gi,
    (m) => ({ kind: "time", value: m[1]!.toLowerCase() === "noon" ? "12:00" : "00:00" }),
  ],
  [/\$\s?(\d[\d,]*(?:\.\d+)?)/g, (m) => money(m[1]!)],
  [/\b(\d[\d,]*(?:\.\d+)?)\s*(?:dollars|bucks|usd)\b/gi, (m) => money(m[1]!)],
  [FREE, () => ({ kind: "money", value: "0" })],
  [/(\d+(?:\.\d+)?)\s*(?:%|percent\b|per cent\b)/gi, (m) => ({ kind: "percent", value: plain(m[1]!) })],
  [WEEKDAY, (m) => ({ kind: "weekday", value: m[1]!.toLowerCase() })],
  [/\d[\d,]*(?:\.\d+)?/g, (m) => ({ kind: "number", value: plain(m[0].replace(/,$/, "")) })],
]

/** @returns the figures of the text in the order in which they stand there. */
export function readFigures(text: string): Figure[] {
  let rest = spellNumbersInDigits(text)
  const figures: Figure[] = []
  for (const [pattern, read] of READERS) {
    rest = rest.replace(pattern, (...groups) => {
      const index = groups.findIndex((group) => typeof group === "number")
      const figure = read(groups.slice(0, index) as unknown as RegExpMatchArray) // safe: match and its groups
      if (!figure) return groups[0] as string
      const at = groups[index] as number
      figures.push({ ...figure, ...unitAt(rest, figure, at + (groups[0] as string).length), index: at })
      // Blanks keep the places of what is still to be read.
      return " ".repeat((groups[0] as string).length)
    })
  }
  return figures.sort((one, other) => one.index - other.index)
}

/**
 * @returns the figures of a fact's value: cents, ISO date, minutes of the day, number, hundredths of a mile,
 * minutes of a duration. Kinds that are words have none.
 */
export function figuresOfValue(kind: string, normalised: string): Figure[] {
  const number = Number(normalised)
  const figure = (rest: Omit<Figure, "index">): Figure => ({ ...rest, index: 0 })
  switch (kind) {
    case "money":
      return [figure({ kind: "money", value: String(number) })]
    case "date":
      return readFigures(normalised)
    case "time":
      return [figure({ kind: "time", value: clockTime(number) })]
    case "percent":
      return [figure({ kind: "percent", value: String(number) })]
    case "count":
      return [figure({ kind: "number", value: String(number) })]
    case "distance":
      return [figure({ kind: "number", value: String(number / 100), unit: "mile" })]
    case "duration":
      return [
        figure({ kind: "number", value: String(number), unit: "minute" }),
        figure({ kind: "number", value: String(number / 60), unit: "hour" }),
        figure({ kind: "number", value: String(number / 1440), unit: "day" }),
      ]
    default:
      return []
  }
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
}

function unitAt(text: string, figure: Omit<Figure, "index">, end: number): { unit?: string } {
  if (figure.kind !== "number") return {}
  const behind = text
    .slice(end, end + 24)
    .toLowerCase()
    .trimStart()
  const unit = UNITS.find(([pattern]) => pattern.test(behind))?.[1]
  return unit ? { unit } : {}
}

/** @returns the text with number words as digits and the sign of a range on both of its ends. */
export function spellNumbersInDigits(text: string): string {
  return text
    .replace(NUMBER_WORD, (words) => String(valueOfWords(words.toLowerCase())))
    .replace(/(\d)(\s*(?:to|-|–|and)\s*\d+(?:\.\d+)?\s*(?:%|percent\b))/gi, "$1%$2")
}

function valueOfWords(words: string): number {
  let value = 0
  for (const word of words.split(/[- ]/)) {
    if (word === "hundred") value = Math.max(1, value) * 100
    else if (word === "thousand") value = Math.max(1, value) * 1000
    else if (word === "dozen") value = Math.max(1, value) * 12
    else if (TENS.includes(word)) value += (TENS.indexOf(word) + 2) * 10
    else value += word === "a" ? 0 : SMALL.indexOf(word)
  }
  return value
}

function date(
  year: string | undefined,
  month: string | undefined,
  day: string,
): Omit<Figure, "index"> | null {
  const number = MONTHS.indexOf(month?.slice(0, 3).toLowerCase() ?? "") + 1
  if (number === 0) return null
  const rest = `${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`
  return { kind: "date", value: year ? `${year}-${rest}` : rest }
}

function time(hour: number, minutes: string | undefined, half: string): Omit<Figure, "index"> | null {
  if (hour < 1 || hour > 12) return null
  const hours = (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0)
  return { kind: "time", value: `${String(hours).padStart(2, "0")}:${minutes ?? "00"}` }
}

function money(digits: string): Omit<Figure, "index"> {
  return { kind: "money", value: String(Math.round(Number(digits.replaceAll(",", "")) * 100)) }
}

function plain(digits: string): string {
  return String(Number(digits.replaceAll(",", "")))
}
