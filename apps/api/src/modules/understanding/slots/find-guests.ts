import { readComparison } from "./compare-counts.ts"
import { correctCounts } from "./correct-counts.ts"
import type { Young } from "./count-young.ts"
import { PEOPLE, readGuestsChange } from "./guests-change.ts"
import { inPairs } from "./guests-deltas.ts"
import { bandOfNoun } from "./party-words.ts"
import { readYoung, readYoungOf } from "./read-young.ts"
import type { GuestsChange, GuestsSlot } from "./slots.ts"

export interface GuestsFound {
  guests?: GuestsSlot
  change?: GuestsChange
}

const VAGUE =
  "(?:(about|around|roughly|approximately|approx\\.?|maybe|like|up to|at least|~|some|probably|unos|como) ?)?"
const COUNT = "(\\d{1,5}(?:,\\d{3})?)(?: ?(?:-|to|or) ?(\\d{1,5}))?\\+?"
const ADULTS = new RegExp(
  `${VAGUE}\\b${COUNT} ?-?(?:total |of them |of us |are |more |further |extra |additional )?(?:adults?|grown[- ]?ups?|adultos?|adlts?|big people|parents|grandparents|moms?|mums|mothers|dads?|fathers|grandmas|grandpas|aunts|uncles|husbands|wives|bridesmaids|groomsmen|teachers|elders|chaperones)\\b`,
  "gi",
)
const TOTALS: RegExp[] = [
  new RegExp(
    `${VAGUE}\\b${COUNT}(?:[- ]|(?= ))?(?:hungry |total |adult |close |or so |something |additional )?${PEOPLE}\\b`,
    "gi",
  ),
  new RegExp(
    `\\b(?:part(?:y|ies)|groups?|table|crowd|family|team|wedding|reception|dinner|event|birthday|headcount|head count|gathering|bunch|reunion|crew|fiesta|grupo|boda|hibachi|fiesta familiar)(?: size)?(?: is| was| will be| at)?(?: of| for| para| de)? ${VAGUE}\\b${COUNT}(?! ?(?:%|dollars|bucks|miles|mi\\b|hours|days|weeks|months|am|pm|:|kids|children|years|/))\\b`,
    "gi",
  ),
  new RegExp(
    `\\b(?:for|para|feed|feeding|serve|serving|we are|we're|we'll be|somos|seremos|hosting|having|there are|be|with|expecting|invited|us to|make it|to) ${VAGUE}\\b${COUNT}(?= ?(?:$|[.,!?;)]|on |in |at |this |next |and |with |including|incl|total|tomorrow|tonight|near|around|by |guests|instead|please|if |then|near|sat|sun|fri|people))`,
    "gi",
  ),
]
const PART_OF = /\b\d{1,3} of (?:the|our|my|us) (?=\d{1,4} )/gi
const SUBSET =
  /^ ?(?:(?:who|that|which) )?(?:of (?:us|them) )?(?:(?!we |i |you |and )\w+ )?(?:want|wants|would (?:like|prefer|love)|'d like|prefer|prefers|(?:will |is |are )?(?:get|gets|getting)|have an?|has an?|have (?:\w+ )?allerg|has (?:\w+ )?allerg|(?:is|are|being) (?:a )?(?:\w+ )?(?:vegan|vegetarian|veggie|allergic|celiac|coeliac|gluten|pesc|picky|lactose|pregnant|kosher|halal|intoleran)|can'?t (?:eat|have)|do(?:es)?n'?t eat|don'?t (?:like|want)|with (?:an? )?(?:\w+ )?(?:allerg|celiac|gluten)|chose|choose|picked|having (?:the )?(?:lobster|filet|salmon|scallop|steak|shrimp|chicken|tofu)|eat(?:s|ing)? (?:only )?(?:vegan|fish|tofu|veg)|quieren|son veg|need (?:gluten|vegan))/i
const INCLUSIVE =
  /\b(?:incl(?:uding|udes?|\.)?|of which|of whom|of them|of those|counting|among them|incluyendo|incluidos|total)\b/i
const RELATIVES =
  /\b(?:my|our) (?:wife|husband|hubby|wifey|spouse|partner|girlfriend|boyfriend|gf|bf|bff|fianc[eé]e?|mom|mum|mother|dad|father|sister|brother|roommate|boss|best friend|friend|aunt|uncle|cousin|grandma|grandpa|grandmother|grandfather|son|daughter)\b/gi
/** Two at a time. */
const PAIRS = /\b(?:my|our|his|her|their)(?: (?:own|grand))? ?(?:parents|in-laws|grandparents|folks)\b/gi
const SETS = /\b(both|\d) sets of (?:grand)?parents\b/i

interface Count {
  value: number
  least?: number
  isVague: boolean
  start: number
  end: number
}

const toNumber = (digits: string) => Number(digits.replace(",", ""))

function readCounts(text: string, words: RegExp, isWhole = false): Count[] {
  const counts: Count[] = []
  for (const match of text.matchAll(words)) {
    const end = match.index + match[0].length
    if (SUBSET.test(text.slice(end)) && !/wedding|party|group/i.test(match[0]) && !isWhole) continue
    const upper = match[3] ? toNumber(match[3]) : undefined
    const first = toNumber(match[2]!)
    counts.push({
      value: upper && upper > first ? upper : first,
      ...(upper && upper > first ? { least: first } : {}),
      isVague: match[1] !== undefined || upper !== undefined,
      start: match.index,
      end,
    })
  }
  return counts
}

/** "Me, my wife and 6 friends" = 8; only when the writer counts themselves in. */
function countSelf(text: string): number {
  const hasSelf =
    /(?:^|[\s,(])(?<!\bon )(?:me|myself)(?: ?,|\s+(?:and|plus|&|\+))|\bme my (?:wife|husband|partner|girlfriend|boyfriend|fianc|mom|dad|sister|brother|kids?|\d)|\b(?:and|plus|&) (?:me|myself)\b|\b(?:my|our) \w+ and i\b|\bi and my\b/i.test(
      text,
    )
  if (!hasSelf) return 0
  const sets = SETS.exec(text)?.[1]
  const inSets = sets ? 2 * (Number(sets) || 2) : 0
  return 1 + (text.match(RELATIVES)?.length ?? 0) + 2 * (text.match(PAIRS)?.length ?? 0) + inSets
}

function largest(counts: Count[]): Count | undefined {
  return counts.reduce<Count | undefined>(
    (top, count) => (!top || count.value > top.value ? count : top),
    undefined,
  )
}

const REPLACES =
  /\b(?:so|now|makes?(?: it| that| us)?|leaves?(?: us)?|leaving(?: us)?|down to|up to|then|instead|will be)\b[^.?!\d]{0,20}$/i

/** "25 adults, but three dropped out, so 22 adults": the later count takes the earlier one's place. */
function standing(text: string, counts: Count[]): Count[] {
  const last = counts.findLastIndex(({ start }) => REPLACES.test(text.slice(Math.max(0, start - 45), start)))
  return last > 0 ? counts.slice(last) : counts
}

interface Heads {
  adults: number
  hasAdults: boolean
  isVague: boolean
  isReplaced: boolean
  total: Count | undefined
}

function readHeads(rest: string, isPart: boolean, to: number | undefined): Heads {
  const adultCounts = readCounts(rest, ADULTS)
  const stands = standing(rest, adultCounts)
  const totals = TOTALS.flatMap((words) => readCounts(rest, words, isPart)).filter(
    (count) => !adultCounts.some((adult) => adult.start < count.end && count.start < adult.end),
  )
  return {
    adults: stands.reduce((sum, count) => sum + count.value, 0),
    hasAdults: adultCounts.length > 0,
    isVague: adultCounts.some((count) => count.isVague),
    isReplaced: stands.length < adultCounts.length,
    total: to === undefined ? largest(totals) : undefined,
  }
}

/** Guests by age band. @returns nothing when no head count was said. */
export function findGuests(words: string): GuestsFound {
  const said = inPairs(words)
  const compared = readComparison(said)
  const text = compared?.rest ?? correctCounts(said)
  const change = compared?.change ?? readGuestsChange(text)
  const isPart = text.search(PART_OF) >= 0
  let young = readYoung(text)
  let heads = readHeads(young.rest.replace(PART_OF, ""), isPart, change?.to)
  const whole = heads.total?.value ?? (heads.hasAdults ? heads.adults : undefined)
  if (young.isShared && whole !== undefined) {
    young = readYoungOf(text, whole, heads.total ? heads.adults : 0)
    heads = readHeads(young.rest.replace(PART_OF, ""), isPart, change?.to)
  }
  const guests = combine({ text, rest: young.rest, ...heads, young, to: change?.to })
  if (guests && heads.isVague) guests.isApproximate = true
  const unread = guests ? unreadNumbers(young.rest) : []
  if (guests && unread.length > 0) guests.unread = unread
  if (guests && change && isAboutNobody(guests, change)) return { guests }
  // "Five of them are 5, three are 6, and nine grown-ups" counts a party; nobody counted before is meant.
  if (guests && change?.aged && heads.hasAdults) return { guests }
  if (!guests || !change?.delta || heads.isReplaced || change.to !== undefined)
    return { ...(guests ? { guests } : {}), ...(change ? { change } : {}) }
  return withAbsent(guests, change)
}

const UNREAD = /(?<=\d [\p{L}-]+(?:,? (?:and|plus|y)|,| \+| &) )(\d{1,3}) (\p{L}{3,}s)\b/giu
const NO_GUESTS =
  /^(?:hours|days|weeks|months|years|minutes|mins|hrs|chefs|tables|chairs|plates|proteins|meats|sides|sauces|orders|dishes|meals|stars|feet|yards|cars|dogs|cats|grills|questions|things|times|options|choices|courses|dollars|bucks|cents|blocks|rooms|stations|upgrades|extras|portions|servings|seats|drinks|sakes|bottles|rounds|tails|couples|families|households|sets|was|has|is|this)$/i

/** Numbers that stand in the list of guests and count something unknown. */
function unreadNumbers(rest: string): string[] {
  return [...rest.matchAll(UNREAD)].flatMap(([words, , noun]) =>
    NO_GUESTS.test(noun!) || bandOfNoun(noun!.toLowerCase()) ? [] : [words],
  )
}

/** "No kids" of a party in which none were named. */
function isAboutNobody(guests: GuestsSlot, { delta, to, aged }: GuestsChange): boolean {
  if (!delta || to !== undefined || aged) return false
  return (
    delta.adults === 0 &&
    delta.children <= 0 &&
    delta.littleOnes <= 0 &&
    guests.children + guests.littleOnes === 0
  )
}

/** "We are 18. What if 4 of them don't come?": the party without them, and what it was. */
function withAbsent(guests: GuestsSlot, change: GuestsChange): GuestsFound {
  const { adults = 0, children = 0, littleOnes = 0 } = change.delta ?? {}
  const isAbsent = adults <= 0 && children <= 0 && littleOnes <= 0
  if (!isAbsent || guests.total + adults + children + littleOnes <= 0 || guests.adults + adults < 1)
    return { guests, change }
  const before = { adults: guests.adults, children: guests.children, littleOnes: guests.littleOnes }
  const left = {
    adults: guests.adults + adults,
    children: Math.max(0, guests.children + children),
    littleOnes: Math.max(0, guests.littleOnes + littleOnes),
  }
  const total = left.adults + left.children + left.littleOnes
  return { guests: { ...guests, ...left, total }, change: { ...change, before } }
}

interface Parts extends Heads {
  text: string
  rest: string
  young: Young
  to: number | undefined
}

function combine(parts: Parts): GuestsSlot | undefined {
  const { young } = parts
  const youngCount = young.children + young.littleOnes + young.asAdults
  const self = countSelf(parts.rest)
  // "16 adults, 6 of them kids": the kids are some of the 16.
  let adults =
    parts.adults +
    (young.isPart && !parts.total ? -(young.children + young.littleOnes) : young.isPart ? 0 : young.asAdults)
  if (!parts.hasAdults) adults = young.asAdults
  let total = parts.to ?? parts.total?.value
  if (self > 0) {
    if (total !== undefined && !INCLUSIVE.test(parts.text)) total += self
    else if (parts.hasAdults || youngCount > 0) adults += self
    else if (self > 1 && total === undefined) total = self
  }
  if (total === undefined && !parts.hasAdults && youngCount === 0) return undefined
  let isTotalOnly = false
  if (total !== undefined && !parts.hasAdults) {
    isTotalOnly = youngCount === 0
    adults = isAdded(parts) ? total + young.asAdults : Math.max(total - young.children - young.littleOnes, 0)
  }
  return slotOf(parts, { adults: Math.max(adults, 0), total, isTotalOnly })
}

function slotOf(
  parts: Parts,
  { adults, total, isTotalOnly }: { adults: number; total: number | undefined; isTotalOnly: boolean },
): GuestsSlot {
  const { young } = parts
  const youngCount = young.children + young.littleOnes + young.asAdults
  const counted = adults + young.children + young.littleOnes
  const missing = total !== undefined && parts.hasAdults && youngCount === 0 ? Math.max(total - adults, 0) : 0
  const isOnlyPart = young.isPart && total === undefined && !parts.hasAdults
  return {
    adults,
    children: young.children + missing,
    littleOnes: young.littleOnes,
    total: counted + missing,
    ages: young.ages,
    areAgesUnknown: young.areAgesUnknown || missing > 0,
    isTotalOnly,
    isApproximate: parts.total?.isVague ?? false,
    ...(parts.total?.least !== undefined ? { atLeast: parts.total.least } : {}),
    ...(isOnlyPart ? { isPart: true } : {}),
    ...(total !== undefined &&
    parts.hasAdults &&
    missing === 0 &&
    total >= adults &&
    total !== counted &&
    parts.to === undefined
      ? { named: total }
      : {}),
  }
}

/** "20 people and 5 kids" adds; "20 of us incl. 5 kids" and "party of 20, 5 kids" do not. */
function isAdded(parts: Parts): boolean {
  if (!parts.total || parts.young.isPart || INCLUSIVE.test(parts.text)) return false
  return /^[^.?!]{0,14}(?:\band\b|\bplus\b|\+|&|\by\b) ?(?:also |another |about )?\d{1,3} ?(?:\w+ )?(?:kids?|children|kiddos|little|toddlers?|bab|infants?|niñ|grandkids|boys|girls|teens?|teenagers?)/i.test(
    parts.text.slice(parts.total.end),
  )
}
