const NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen".split(
    " ",
  )
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth".split(
    " ",
  )
const AGE = `(\\d{1,2}|${NUMBERS.slice(2).join("|")})`
const NTH = `(\\d{1,2})(?:st|nd|rd|th)|(${ORDINALS.slice(1).join("|")})`
const PARTY =
  "(?:(?:the|our|my|her|his|your|that) )?(?:party|event|dinner|celebration|date|day|hibachi|fiesta|reception)"
const SPAN =
  "(?:(?:the|a|an|one|two|three|few|\\d{1,2}|just|only|couple|of|very) )*(?:days?|nights?|weeks?|months?)"
/** Behind the day of the party: the age before it counts. */
const AFTER = `(?:(?:on |in )?${SPAN} (?:after(?:wards?)?(?: ${PARTY})?|later)|(?:shortly |right |just |only |soon )?after ${PARTY}|the (?:next|following) (?:day|week|month))`
const ON = `(?:(?:on|by|at|for|before) (?:the time (?:of )?)?${PARTY}(?: of ${PARTY}| day| itself)?|(?:on |at )?(?:the|that) (?:very |same |exact |actual )?(?:day|night|date)(?: of ${PARTY}| itself)?|${SPAN} (?:before|earlier)(?: ${PARTY})?|right before ${PARTY})`
const WHEN = `(?:(${AFTER})|${ON})(?![\\w-])`
const BUT = "[ ,]+(?:but|and|then)?[ ,]*"
const NOW = "(?: (?:now|today|right now|currently|still|at the moment|yet))"
const BE = "(?:is|are|am|'s|'re|was)"
const BECOMES =
  "(?:turns?|turning|becomes?|becoming|hits?|(?:will|'ll|would|gonna|going to) (?:be|turn|have turned|become)|'ll be)"
/** "We will be 12 on the day" counts guests. */
const WHO =
  "(?<=\\w)(?<!\\b(?:we|there|it|that|this|which|total|guests|people|adults|us|party|number|kids|all))(?: |(?='))"
const RISEN = new RegExp(
  `${WHO}${BE}(?: only| just| still)? ${AGE}${NOW}?${BUT}(?:(?:he|she|they)(?: |(?=')))?(?:${BECOMES}|${BE})? ?(?:already )?${AGE} ${WHEN}`,
  "gi",
)
const TURNED = new RegExp(`${WHO}${BECOMES} ${AGE} ${WHEN}`, "gi")
const STAYED = new RegExp(
  `\\b(?:stays?|remains?|(?:is|are|'s|'re) still) ${AGE} (?:until|till|for|on|at) [^.,?!]{0,30}?\\b(?:party|event|dinner|day)\\b`,
  "gi",
)
const BIRTHDAY = new RegExp(
  `\\b(whose|her|his|their|and it is her|and it is his) (?:${NTH}) birthday (?:is|falls|will be|comes|lands)? ?${WHEN}`,
  "gi",
)

const numberOf = (word: string) => (/^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word.toLowerCase()))

/**
 * Ages told by a birthday near the party, as the age that counts, the one on the day: "turns 13 the very day" → "is 13",
 * "turns 13 a week after the party" → "is 12", "is 5 now but will be 6 at the party" → "is 6".
 */
export function tellAgeOnTheDay(text: string): string {
  return text
    .replace(
      RISEN,
      (_whole, now: string, next: string, after?: string) => ` is ${after ? numberOf(now) : numberOf(next)}`,
    )
    .replace(TURNED, (_whole, age: string, after?: string) => ` is ${numberOf(age) - (after ? 1 : 0)}`)
    .replace(STAYED, (_whole, age: string) => `is ${numberOf(age)}`)
    .replace(BIRTHDAY, (_whole, whose: string, digits?: string, word?: string, after?: string) => {
      const age = digits ? Number(digits) : ORDINALS.indexOf((word ?? "").toLowerCase())
      const who = /whose/i.test(whose) ? "who" : /his/i.test(whose) ? "he" : "she"
      return `${who} is ${age - (after ? 1 : 0)}`
    })
}
