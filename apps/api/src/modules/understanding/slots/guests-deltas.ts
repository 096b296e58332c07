import { nounsOf } from "./party-words.ts"
import type { GuestsDelta } from "./slots.ts"
import { ADULT_FROM, LITTLE_UNTIL } from "./young-groups.ts"

const ADD = "add(?:ing|s)?|plus|bring(?:ing|s)?|another|extra|additional|further|\\+|include|more"
const REMOVE =
  "remov(?:e|ing)|take (?:off|out|away)|drop(?:ping)?|minus|los(?:e|ing)|subtract|cut|without|less|fewer|uninvit(?:e|ing)"
const VERB = new RegExp(`\\b(?:${ADD}|${REMOVE})(?![a-z])|\\+`, "gi")
const IS_REMOVAL = new RegExp(`^(?:${REMOVE})$`, "i")
const ADULT = `${nounsOf("adult", "people", "teen")}|grown[- ]ups?|of us|invitad[oa]s?|amig[oa]s`
const CHILD = `${nounsOf("child")}|niñ[oa]s?`
const LITTLE = `${nounsOf("little")}|little ones?`
const COUNTED = new RegExp(
  `(?<![\\d$.:])\\b(\\d{1,3}|an?|one)(?: (?:more|extra|additional|further|other|new|fewer|less))?(?: (\\d{1,2})[- ]?(?:year|yr)s?[- ]?olds?\\b| (${ADULT}|${CHILD}|${LITTLE})\\b(?: (?:aged?|who (?:is|are)) (\\d{1,2}))?|(?= ?(?:$|[.,;!?]| and\\b| off\\b| from\\b| more ?(?:$|[.,;!?]))))`,
  "gi",
)
const CANNOT_COME = new RegExp(
  `\\b(\\d{1,3}|an?|one)(?: of (?:us|them|(?:the|our|my)(?: \\d{1,3})?))? ?(${ADULT}|${CHILD}|${LITTLE})? (?:just )?(?:(?:had|has|have|needs?) to (?:drop out|cancel|bow out|pull out|bail)|can'?t (?:come|make)|(?:don'?t|doesn'?t|do not|does not) (?:come|show|make it)|(?:drop|drops|bail|bails|cancel|cancels|stay home|stays home|flake)\\b|cancell?ed|dropped|(?:is|are) out\\b|backed out|bailed|(?:is|are)n'?t coming|(?:is|are) not coming|won'?t (?:come|make|be))`,
  "gi",
)

const BEHIND = new RegExp(
  `(?<![\\d$.:])\\b(\\d{1,3}|an?|one) (${ADULT}|${CHILD}|${LITTLE}) (fewer|less|more|extra|on top|m[aá]s|menos)\\b(?! (?:than|like|or|que))`,
  "gi",
)

/** "One adult is out, a 5-year-old and a 12-year-old are in": who is listed before the verb comes. */
const ONE_IN = `(?:\\d{1,3}|an?|one) (?:\\d{1,2}[- ]?(?:year|yr)s?[- ]?olds?|(?:${ADULT}|${CHILD}|${LITTLE}))`
const IN_NOW = new RegExp(
  `\\b(${ONE_IN}(?:(?:,| and|,? plus| &) ${ONE_IN})*) (?:(?:is|are) (?:now |also )*(?:in|on board|joining|added)(?=\\s*[.,;!?]|\\s*$| (?:and|now|instead|too|as)\\b)|(?:wants?|would like) (?:in|to (?:come|join))\\b)`,
  "gi",
)
/** "2 more kids", "2 further adults": the word that adds stands between the number and its noun. */
const BETWEEN = new RegExp(
  `(?<![\\d$.:])\\b(\\d{1,3}|an?|one) (more|extra|additional|further|fewer|less) (${ADULT}|${CHILD}|${LITTLE})\\b(?: (?:aged?|who (?:is|are)) (\\d{1,2}))?`,
  "gi",
)
const LISTED = new RegExp(
  `^(?:,| and| plus| &)+ (\\d{1,3}|an?|one) (?:(\\d{1,2})[- ]?(?:year|yr)s?[- ]?olds?\\b|(${ADULT}|${CHILD}|${LITTLE})\\b(?! (?:more|fewer|less|extra)\\b))`,
  "i",
)
/** "3 new ones said yes", "two others joined". */
const JOINING = new RegExp(
  `\\b(\\d{1,3}|an?|one) (?:(?:new|other) (?:ones?|${ADULT})|more ones?|others?) (?:just )?(?:said yes|joined|(?:are|is) (?:coming|joining|in)|confirmed|signed up|want(?:s)? to (?:come|join))`,
  "gi",
)
/** "4 of my colleagues decided to come as well", "two cousins are flying in too": who comes on top of the others. */
const JOINING_TOO = new RegExp(
  `\\b(\\d{1,3}|an?|one)(?: of (?:my|our|his|her|their|the))? (${ADULT}|${CHILD}|${LITTLE}) (?:(?!can'?t|cannot|won'?t|not\\b|[a-z]+n'?t\\b)[\\w']+ ){0,4}(?:com(?:e|ing)|join(?:ing|s)?|fly(?:ing)? in|tag(?:ging)? along|attend(?:ing)?|be there)(?: (?:as well|too|also|after all|on top)|,? (?:which|that) makes)\\b`,
  "gi",
)
const RELATION =
  "(?:sister|brother|mom|mother|dad|father|aunt|uncle|cousin|boss|friend|neighbou?r|grandma|grandpa|niece|nephew|husband|wife|partner|boyfriend|girlfriend|roommate|(?:in-laws|parents|grandparents|folks))"
/** "If my aunt (vegan) joins", "my sister and her husband just said they're coming too". */
const RELATIVES_JOIN = new RegExp(
  `\\b((?:my|our|his|her) ${RELATION}(?: \\([^)]*\\))?(?:(?:,| and|,? plus) (?:my|our|his|her) ${RELATION})*)(?: (?:just|also|now|both|said|say|says|told me|that|they|he|she|want(?:s)? to|would like to|decided to|is|are|'re|'s|they're|he's|she's|will|can|be)){0,6} (?:joins?|joining|tags? along|com(?:e|es|ing)(?: (?:too|as well|along|also|after all))|(?<=(?:is|are|'re|'s) )coming|(?<=to )come)\\b`,
  "gi",
)
/** "Then add my parents", "without my boss". */
const RELATIVES_MOVED = new RegExp(
  `\\b(add(?:ing)?|invit(?:e|ing)|without|minus|drop|remove) ((?:my|our|his|her) ${RELATION}(?:(?:,| and|,? plus) (?:my|our|his|her) ${RELATION})*)(?!'s|\\w| (?:kids?|children|place|house|birthday))`,
  "gi",
)
const ONE_RELATIVE = new RegExp(RELATION, "gi")
const TWO_AT_A_TIME = /^(?:in-laws|parents|grandparents|folks)/i
/** "My sister brings her 5-year-old". */
const BRINGING_AGED =
  /\bbring(?:s|ing)? (?:along )?(?:her|his|my|our|their|the|a) (\d{1,2})[- ]?(?:year|yr)s?[- ]?olds?\b/gi
/** What may stand between the verb and a number without a noun: "add about 3". */
const FILLS =
  /^[\s,:]*(?:(?:maybe|about|just|only|like|probably|the|those|these|of|in|on|off|out|away|another|both|and|or)[\s,]+)*$/i

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

/** "Two more couples" are four. @returns the text with couples as adults. */
export const inPairs = (text: string) =>
  text.replace(
    /\b(\d{1,2}|an?|one|another)( (?:more|extra|additional|further|other))? couples?\b(?! (?:of|days|weeks|hours))/gi,
    (_whole, count: string, way = "") =>
      `${2 * (/^\d/.test(count) ? Number(count) : 1)}${way || (/another/i.test(count) ? " more" : "")} adults`,
  )

const toNumber = (text: string | undefined) => (text && /^\d/.test(text) ? Number(text) : 1)

/**
 * Guests who come on top or stay away, by age band: "take off 5 and add 3 nine-year-olds".
 * @returns nothing when no verb of adding or taking away stands before a number of people.
 */
export function readGuestsDelta(said: string): GuestsDelta | undefined {
  const text = inPairs(said)
  const delta: GuestsDelta = { adults: 0, children: 0, littleOnes: 0 }
  const verbs = [...text.matchAll(VERB)].filter(
    // "How much extra for 7?" asks for money.
    (verb) =>
      !joinsGuests(text, verb) &&
      !isBehindNumber(text, verb) &&
      !isBehindNoun(text, verb) &&
      !/\bhow much(?: is| are| would| for)* $/i.test(text.slice(0, verb.index)),
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
    for (const match of part.matchAll(COUNTED)) {
      const [, count, age, word, aged] = match
      // "Add 4 adults … can we start at 5, not 6?": a number without a noun counts guests only beside its verb.
      const isBeside = /^\d/.test(count ?? "") && FILLS.test(part.slice(0, match.index))
      if (word === undefined && age === undefined && !isBeside) continue
      delta[bandOf(word, age || aged ? Number(age ?? aged) : undefined)] += sign * toNumber(count)
    }
  })
  const firstVerb = verbs[0]?.index ?? text.length
  for (const { index, 0: whole, 1: count, 2: way, 3: word, 4: aged } of text.matchAll(BETWEEN)) {
    if (index >= firstVerb) continue
    const sign = /fewer|less/i.test(way ?? "") ? -1 : 1
    delta[bandOf(word, aged ? Number(aged) : undefined)] += sign * toNumber(count)
    for (const { 1: number, 2: age, 3: noun } of listBehind(text.slice(index + whole.length)))
      delta[bandOf(noun, age ? Number(age) : undefined)] += sign * toNumber(number)
  }
  for (const [, count, word] of withoutRepeats(text.matchAll(CANNOT_COME)))
    delta[bandOf(word, undefined)] -= toNumber(count)
  for (const [, count] of text.matchAll(JOINING)) delta.adults += toNumber(count)
  for (const [, way, who] of text.matchAll(RELATIVES_MOVED))
    delta.adults += (IS_REMOVAL.test(way ?? "") ? -1 : 1) * headsOf(who ?? "")
  if (firstVerb === text.length && text.search(BETWEEN) < 0)
    for (const [, listed] of text.matchAll(IN_NOW))
      for (const { 1: number, 2: age, 3: noun } of listBehind(`, ${listed}`))
        delta[bandOf(noun, age ? Number(age) : undefined)] += toNumber(number)
  for (const [, count, word] of text.matchAll(JOINING_TOO)) delta[bandOf(word, undefined)] += toNumber(count)
  // "My cousin is coming too, so one more adult" counts her itself.
  if (delta.adults === 0)
    for (const [, who] of text.matchAll(RELATIVES_JOIN)) delta.adults += headsOf(who ?? "")
  for (const [, age] of text.matchAll(BRINGING_AGED)) delta[bandOf(undefined, Number(age))] += 1
  for (const [, count, word, way] of text.matchAll(BEHIND))
    delta[bandOf(word, undefined)] += (/fewer|less|menos/i.test(way ?? "") ? -1 : 1) * toNumber(count)
  // "My sister and her husband cancelled, so two adults fewer" counts them itself.
  if (text.search(BEHIND) < 0) delta.adults -= [...text.matchAll(RELATIVE)].length
  if (WITHOUT_YOUNG.test(text)) Object.assign(delta, { children: -ALL, littleOnes: -ALL })
  return Object.values(delta).every((count) => count === 0) ? undefined : delta
}

function headsOf(relatives: string): number {
  const words = relatives.match(ONE_RELATIVE) ?? []
  return words.reduce((sum, word) => sum + (TWO_AT_A_TIME.test(word) ? 2 : 1), 0)
}

/** "2 more adults and a 7 year old": whoever is listed behind them comes or stays away with them. */
function listBehind(text: string): RegExpMatchArray[] {
  const found: RegExpMatchArray[] = []
  for (let rest = text; ; ) {
    const match = LISTED.exec(rest)
    if (!match) return found
    found.push(match)
    rest = rest.slice(match[0].length)
  }
}

/** "If 5 stay home … and if 5 stay home the day before": the same five. */
function withoutRepeats(matches: Iterable<RegExpMatchArray>): RegExpMatchArray[] {
  return [...new Map([...matches].map((match) => [match[0].toLowerCase(), match])).values()]
}

/** "2 more kids": read with its number, not as a verb before one. */
function isBehindNumber(text: string, verb: RegExpMatchArray): boolean {
  return (
    /^(?:more|extra|additional|further|fewer|less)$/i.test(verb[0]) &&
    /\b(?:\d{1,3}|an?|one) $/i.test(text.slice(0, verb.index)) &&
    /^ \p{L}/u.test(text.slice((verb.index ?? 0) + verb[0].length))
  )
}

const COUNTED_BEFORE = new RegExp(`\\b(?:\\d{1,3}|an?|one) (?:${ADULT}|${CHILD}|${LITTLE}) $`, "i")

/** "2 adults fewer": read with what it stands behind, not as a verb before the next number. */
function isBehindNoun(text: string, verb: RegExpMatchArray): boolean {
  return /^(?:more|extra|fewer|less)$/i.test(verb[0]) && COUNTED_BEFORE.test(text.slice(0, verb.index))
}

/** "7 adults + 3 kids" lists who comes; nobody comes on top. */
function joinsGuests(text: string, verb: RegExpMatchArray): boolean {
  if (!/^(?:plus|\+|include|bring(?:ing|s)?)$/i.test(verb[0])) return false
  return new RegExp(`\\d (?:\\w+ )?(?:${ADULT}|${CHILD}|${LITTLE})\\b`, "i").test(text.slice(0, verb.index))
}
