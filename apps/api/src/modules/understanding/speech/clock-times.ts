const TYPED = "(1\\d|2[0-3]|[1-9])([0-5][05])"
const QUARTER = "(1\\d|2[0-3]|[1-9])(00|15|30|45)"
/** What a number counts when it is no time. */
const COUNTED =
  "(?! ?(?:%|\\$|percent|dollars|bucks|usd|miles?|mi\\b|people|guests?|adults?|kids?|children|persons?|of us|friends|feet|ft|orders?|days|hours|minutes|each|per\\b|total|/))(?![,.:]?\\d)"
const HALVED = new RegExp(`(?<![\\d$.:,/-])\\b${TYPED}(?= ?[ap]\\.?m\\b)`, "gi")
const INSTEAD = new RegExp(
  `(?<![\\d$.:,/-])\\b${TYPED}(?= (?:\\w+ )?(?:instead of|rather than) (?:the )?(?:\\d{1,2}(?: ?[ap]m)?(?! ?(?:people|guests|adults|kids|of us|persons))\\b|noon\\b))`,
  "gi",
)
const LED = new RegExp(
  `(?<=\\b(?:at|by|from|to|till|until|like|around|about|before|after|start|starts|starting|say|or|is|be|do) )${QUARTER}\\b${COUNTED}`,
  "gi",
)
const HOURS = [
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
]
const MINUTES: Record<string, string> = {
  fifteen: "15",
  thirty: "30",
  "forty-five": "45",
  "forty five": "45",
}
/** "At one thirty", as it is spoken; "one thirty year old" and "six fifteen dollar orders" are no times. */
const SPOKEN = new RegExp(
  `(?<=\\b(?:at|by|from|to|till|until|like|around|about|before|after|start|starts|starting|say|or|is|be|do) )(${HOURS.join("|")})[ -](fifteen|thirty|forty[- ]five)\\b${COUNTED}(?! ?-? ?years?)`,
  "gi",
)
const OF_A_START =
  /\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|kick(?:s|ing)? off|eat|arrive|arrival|slots?|earlier|later|noon|midnight|brunch|lunch|[ap]m)\b|\d ?[ap]\.?m\b/i
const OF_MONEY =
  /\$|\b(?:dollars|bucks|costs?|price[ds]?|prices|total|minimum|deposit|tips?|budget|spend|pay|bill|fee|food)\b/i
const CLAUSE = /[^.?!;\n]+/g

/**
 * The hours that are typed without their colon, with it: "start 530 instead of 6" → "start 5:30 instead of 6". Read only
 * where a time can stand: before am or pm, against another hour, or in a clause about a start and not about money.
 * @param isAboutStart the talk before was about starts, so a bare "what about 430" is one
 */
export function writeClockTimes(text: string, isAboutStart: boolean): string {
  return text
    .replace(
      SPOKEN,
      (_, hour: string, minute: string) =>
        `${HOURS.indexOf(hour.toLowerCase()) + 1}:${MINUTES[minute.toLowerCase()]}`,
    )
    .replace(HALVED, "$1:$2")
    .replace(INSTEAD, "$1:$2")
    .replace(CLAUSE, (clause) =>
      (isAboutStart || OF_A_START.test(clause)) && !OF_MONEY.test(clause)
        ? clause.replace(LED, "$1:$2")
        : clause,
    )
}
