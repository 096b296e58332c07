import { ADULT_FROM, LITTLE_UNTIL } from "./read-young.ts"
import type { GuestsDelta } from "./slots.ts"

const ADD = "add(?:ing|s)?|plus|bring(?:ing|s)?|another|extra|additional|\\+|include|more"
const REMOVE =
  "remov(?:e|ing)|take (?:off|out|away)|drop(?:ping)?|minus|los(?:e|ing)|subtract|cut|without|less|fewer|uninvit(?:e|ing)"
const VERB = new RegExp(`\\b(?:${ADD}|${REMOVE})(?![a-z])|\\+`, "gi")
const IS_REMOVAL = new RegExp(`^(?:${REMOVE})$`, "i")
const ADULT =
  "adults?|grown-?ups?|people|persons?|guests?|ppl|friends?|of us|heads|men|women|teens?|teenagers?"
const CHILD = "kids?|child(?:ren)?|kiddos?|boys?|girls?"
const LITTLE = "toddlers?|bab(?:y|ies)|infants?|little ones?"
const COUNTED = new RegExp(
  `(?<![\\d$.:])\\b(\\d{1,3}|an?|one)(?: (?:more|extra|additional|other|fewer|less))?(?: (\\d{1,2})[- ]?(?:year|yr)s?[- ]?olds?\\b| (${ADULT}|${CHILD}|${LITTLE})\\b(?: (?:aged?|who (?:is|are)) (\\d{1,2}))?|(?= ?(?:$|[.,;!?]| and\\b| off\\b| from\\b| more ?(?:$|[.,;!?]))))`,
  "gi",
)
const CANNOT_COME = new RegExp(
  `\\b(\\d{1,3}|an?|one)(?: of (?:us|them|the|our|my))? ?(${ADULT}|${CHILD}|${LITTLE})? (?:just )?(?:(?:had|has|have|needs?) to (?:drop out|cancel|bow out|pull out|bail)|can'?t (?:come|make)|(?:don'?t|doesn'?t|do not|does not) (?:come|show|make it)|(?:drop|drops|bail|bails|cancel|cancels|stay home|stays home|flake)\\b|cancell?ed|dropped|(?:is|are) out\\b|backed out|bailed|(?:is|are)n'?t coming|(?:is|are) not coming|won'?t (?:come|make|be))`,
  "gi",
)

const BEHIND = new RegExp(
  `(?<![\\d$.:])\\b(\\d{1,3}|an?|one) (${ADULT}|${CHILD}|${LITTLE}) (fewer|less|more|extra|on top)\\b(?! (?:than|like|or))`,
  "gi",
)

const NOT_COMING =
  "(?:can'?t|cannot|won'?t|couldn'?t) (?:come|make it|be there)|(?:isn'?t|is not|ain'?t) coming|(?:cancell?ed|dropped out|bailed|backed out)"
const RELATIVE = new RegExp(
  `\\b(?:my|our|his|her) (?:sister|brother|mom|mother|dad|father|aunt|uncle|cousin|boss|friend|neighbou?r|grandma|grandpa|wife|husband|partner|boyfriend|girlfriend)(?: just)? (?:${NOT_COMING})`,
  "gi",
)
const WITHOUT_YOUNG =
  /\b(?:without|minus|no|skip|leave out|not counting) (?:the |any |our |my )?(?:kids|children|little ones|toddlers)\b(?! (?:menu|meal|price))/i
/** More than any party has: all of them stay away. */
const ALL = 1000

function bandOf(word: string | undefined, age: number | undefined): keyof GuestsDelta {
  if (age !== undefined) return age <= LITTLE_UNTIL ? "littleOnes" : age >= ADULT_FROM ? "adults" : "children"
  if (word === undefined) return "adults"
  if (new RegExp(`^(?:${LITTLE})$`, "i").test(word)) return "littleOnes"
  return new RegExp(`^(?:${CHILD})$`, "i").test(word) ? "children" : "adults"
}

const toNumber = (text: string | undefined) => (text && /^\d/.test(text) ? Number(text) : 1)

/**
 * Guests who come on top or stay away, by age band: "take off 5 and add 3 nine-year-olds".
 * @returns nothing when no verb of adding or taking away stands before a number of people.
 */
export function readGuestsDelta(text: string): GuestsDelta | undefined {
  const delta: GuestsDelta = { adults: 0, children: 0, littleOnes: 0 }
  const verbs = [...text.matchAll(VERB)].filter(
    // "How much extra for 7?" asks for money.
    (verb) =>
      !joinsGuests(text, verb) && !/\bhow much(?: is| are| would| for)* $/i.test(text.slice(0, verb.index)),
  )
  verbs.forEach((verb, at) => {
    const sign = IS_REMOVAL.test(verb[0]) ? -1 : 1
    const isSingle = /^(?:another|extra|additional)$/i.test(verb[0])
    const part = text.slice(verb.index + verb[0].length, verbs[at + 1]?.index)
    const single = isSingle
      ? new RegExp(
          `^ (${ADULT}|${CHILD}|${LITTLE})\\b(?! (?:just |also |now )?(?:told|tells|said|says|is|has|asked|asks|wants|can'?t|wrote|mentioned|eats)\\b)`,
          "i",
        ).exec(part)
      : null
    if (single) delta[bandOf(single[1], undefined)] += sign
    for (const [, count, age, word, aged] of part.matchAll(COUNTED)) {
      if (word === undefined && age === undefined && !/^\d/.test(count ?? "")) continue
      delta[bandOf(word, age || aged ? Number(age ?? aged) : undefined)] += sign * toNumber(count)
    }
  })
  for (const [, count, word] of text.matchAll(CANNOT_COME)) delta[bandOf(word, undefined)] -= toNumber(count)
  for (const [, count, word, way] of text.matchAll(BEHIND))
    delta[bandOf(word, undefined)] += (/fewer|less/i.test(way ?? "") ? -1 : 1) * toNumber(count)
  // "My sister and her husband cancelled, so two adults fewer" counts them itself.
  if (text.search(BEHIND) < 0) delta.adults -= [...text.matchAll(RELATIVE)].length
  if (WITHOUT_YOUNG.test(text)) Object.assign(delta, { children: -ALL, littleOnes: -ALL })
  return Object.values(delta).every((count) => count === 0) ? undefined : delta
}

/** "7 adults + 3 kids" lists who comes; nobody comes on top. */
function joinsGuests(text: string, verb: RegExpMatchArray): boolean {
  if (!/^(?:plus|\+|include|bring(?:ing|s)?)$/i.test(verb[0])) return false
  return new RegExp(`\\d (?:\\w+ )?(?:${ADULT}|${CHILD}|${LITTLE})\\b`, "i").test(text.slice(0, verb.index))
}
