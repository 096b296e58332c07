const UNITS =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth".split(
    "|",
  )
const MONTH =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
const COMPOUND = new RegExp(`\\b(twenty|thirty)[ -](${UNITS.slice(0, 9).join("|")})\\b`, "gi")
const ROUND = /\b(?:the )(twentieth|thirtieth)\b/gi
/** "The second" alone counts things more often than days; from the fourth on it is a day. */
const DAY = new RegExp(
  `\\b(?:(?<=\\b(?:the|${MONTH}) )(${UNITS.slice(3).join("|")})|(${UNITS.slice(0, 3).join("|")})(?= of (?:${MONTH})\\b)|(?<=\\b(?:${MONTH}) (?:the )?)(${UNITS.slice(0, 3).join("|")}))\\b(?! (?:time|one|party|person|guest|adult|kid|question|grade|birthday|anniversary|protein))`,
  "gi",
)

const numberOf = (word: string) => UNITS.indexOf(word.toLowerCase()) + 1

function withEnding(day: number): string {
  const isTeen = day > 10 && day < 14
  return `${day}${isTeen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th")}`
}

/** @returns spoken days of the month in digits: "the twenty seventh" → "the 27th"; counts of other things stay words. */
export function digitsForDays(text: string): string {
  return text
    .replace(COMPOUND, (_whole, ten: string, unit: string) =>
      withEnding((ten.toLowerCase() === "twenty" ? 20 : 30) + numberOf(unit)),
    )
    .replace(ROUND, (_whole, word: string) => `the ${/^twen/i.test(word) ? "20th" : "30th"}`)
    .replace(DAY, (word: string) => withEnding(numberOf(word)))
}
