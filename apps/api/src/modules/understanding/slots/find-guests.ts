import { PEOPLE, readGuestsChange } from "./guests-change.ts"
import { readAges } from "./read-ages.ts"
import type { GuestsChange, GuestsSlot } from "./slots.ts"

export interface GuestsFound {
  guests?: GuestsSlot
  change?: GuestsChange
}

const VAGUE =
  "(?:(about|around|roughly|approximately|approx\\.?|maybe|like|up to|at least|~|some|probably|unos|como) ?)?"
const COUNT = "(\\d{1,5}(?:,\\d{3})?)(?: ?(?:-|to|or) ?(\\d{1,5}))?\\+?"
const ADULTS = new RegExp(
  `${VAGUE}\\b${COUNT} ?-?(?:total |of them |are |more )?(?:adults?|grown[- ]?ups?|adultos?|adlts?|teens?|teenagers?|big people|parents)\\b`,
  "gi",
)
const BAND =
  "(?: ?\\(?(?:who are |that are |aged? |ages? |all |are )*(under|below|younger than|less than|up to|over|older than|above|between|5 and under|5 & under|5 or (?:under|younger|less)|6 ?(?:-|to) ?12|12 and under|under the age of|13 and (?:up|over|older))? ?(?:the age of |age )?(\\d{1,2})?(?: and (\\d{1,2}))?)"
const CHILDREN = new RegExp(
  `\\b(\\d{1,4})(?: ?(?:-|to|or) ?\\d{1,3})? ?(?:of (?:them|which|whom) (?:are |being )?)?(?:are )?(?:small |young |little |younger |older |more |hungry )?(?:kids?|children|childs?|kiddos?|kidos|niñ[oa]s|grandkids|grandchildren|boys|girls|minors|littles)\\b${BAND}?`,
  "gi",
)
const LITTLE =
  /\b(\d{1,3}) ?(?:of them )?(?:are )?(?:little ones?|toddlers?|bab(?:y|ies)|infants?|newborns?|beb[eé]s?|under (?:5|6|five|six)s?\b|preschoolers?|tots)\b/gi
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
  /^ ?(?:(?:who|that|which) )?(?:of (?:us|them) )?(?:\w+ )?(?:want|wants|would (?:like|prefer|love)|'d like|prefer|prefers|(?:will |is |are )?(?:get|gets|getting)|have an?|has an?|have (?:\w+ )?allerg|has (?:\w+ )?allerg|(?:is|are|being) (?:a )?(?:\w+ )?(?:vegan|vegetarian|veggie|allergic|celiac|coeliac|gluten|pesc|picky|lactose|pregnant|kosher|halal|intoleran)|can'?t (?:eat|have)|do(?:es)?n'?t eat|don'?t (?:like|want)|with (?:an? )?(?:\w+ )?(?:allerg|celiac|gluten)|chose|choose|picked|having (?:the )?(?:lobster|filet|salmon|scallop|steak|shrimp|chicken|tofu)|eat(?:s|ing)? (?:only )?(?:vegan|fish|tofu|veg)|quieren|son veg|need (?:gluten|vegan))/i
const INCLUSIVE =
  /\b(?:incl(?:uding|udes?|\.)?|of which|of whom|of them|of those|counting|among them|incluyendo|incluidos|total)\b/i
const RELATIVES =
  /\b(?:my|our) (?:wife|husband|spouse|partner|girlfriend|boyfriend|fianc[eé]e?|mom|mother|dad|father|sister|brother|roommate|boss|best friend|friend|aunt|uncle|cousin|grandma|grandpa|son|daughter)\b/gi

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

interface Young {
  children: number
  littleOnes: number
  areAgesUnknown: boolean
  asAdults: number
}

/** Ages decide; a band ("under 5") decides next; other children count as 6 to 12 with their ages unknown. */
function readYoung(text: string, ages: readonly number[]): Young {
  const young: Young = { children: 0, littleOnes: 0, areAgesUnknown: false, asAdults: 0 }
  for (const match of text.matchAll(LITTLE)) young.littleOnes += Number(match[1])
  let unaged = 0
  for (const match of text.matchAll(CHILDREN)) {
    if (SUBSET.test(text.slice(match.index + match[0].length))) continue
    const count = Number(match[1])
    const band = bandOf(match[2], Number(match[3] ?? 0), Number(match[4] ?? 0))
    if (band === "little") young.littleOnes += count
    else if (band === "child") young.children += count
    else if (band === "adult") young.asAdults += count
    else unaged += count
  }
  for (const age of ages) {
    if (age <= 5) young.littleOnes++
    else if (age <= 12) young.children++
    else young.asAdults++
    unaged--
  }
  if (unaged > 0) {
    young.children += unaged
    young.areAgesUnknown = true
  }
  return young
}

function bandOf(
  words: string | undefined,
  age: number,
  upper: number,
): "little" | "child" | "adult" | undefined {
  if (!words) return undefined
  const band = words.toLowerCase()
  if (/^5 (?:and|or|&)/.test(band)) return "little"
  if (/^6 ?(?:-|to)/.test(band)) return "child"
  if (/^13 and/.test(band)) return "adult"
  if (/over|older|above/.test(band)) return age >= 12 ? "adult" : age >= 5 ? "child" : undefined
  if (band === "between")
    return age >= 6 && upper <= 12 ? "child" : upper <= 5 && upper > 0 ? "little" : undefined
  return age > 0 && age <= 6 ? "little" : undefined
}

/** "Me, my wife and 6 friends" = 8; only when the writer counts themselves in. */
function countSelf(text: string): number {
  const hasSelf =
    /(?:^|[\s,(])(?:me|myself)(?: ?,|\s+(?:and|plus|&|\+))|\b(?:and|plus|&) (?:me|myself)\b|\b(?:my|our) \w+ and i\b|\bi and my\b/i.test(
      text,
    )
  if (!hasSelf) return 0
  return 1 + (text.match(RELATIVES)?.length ?? 0)
}

function largest(counts: Count[]): Count | undefined {
  return counts.reduce<Count | undefined>(
    (top, count) => (!top || count.value > top.value ? count : top),
    undefined,
  )
}

const REPLACES =
  /\b(?:so|now|makes?(?: it| that| us)?|leaves?(?: us)?|leaving(?: us)?|down to|up to|then|instead|actually|rather|correction|will be)\b[^.?!\d]{0,20}$/i

/** "25 adults, but three dropped out, so 22 adults": the later count takes the earlier one's place. */
function standing(text: string, counts: Count[]): Count[] {
  const last = counts.findLastIndex(({ start }) => REPLACES.test(text.slice(Math.max(0, start - 45), start)))
  return last > 0 ? counts.slice(last) : counts
}

/** Guests by age band. @returns nothing when no head count was said. */
export function findGuests(text: string): GuestsFound {
  const change = readGuestsChange(text)
  const isPart = text.search(PART_OF) >= 0
  const { ages, rest } = readAges(text.replace(PART_OF, ""))
  const adultCounts = readCounts(rest, ADULTS)
  const adults = standing(rest, adultCounts).reduce((sum, count) => sum + count.value, 0)
  const totals = TOTALS.flatMap((words) => readCounts(rest, words, isPart)).filter(
    (count) => !adultCounts.some((adult) => adult.start < count.end && count.start < adult.end),
  )
  const total = change?.to === undefined ? largest(totals) : undefined
  const young = readYoung(rest, ages)
  const guests = combine({
    text: rest,
    adults,
    hasAdults: adultCounts.length > 0,
    total,
    young,
    ages,
    to: change?.to,
  })
  if (guests && adultCounts.some((count) => count.isVague)) guests.isApproximate = true
  return { ...(guests ? { guests } : {}), ...(change ? { change } : {}) }
}

interface Parts {
  text: string
  adults: number
  hasAdults: boolean
  total: Count | undefined
  young: Young
  ages: number[]
  to: number | undefined
}

function combine(parts: Parts): GuestsSlot | undefined {
  const { young, ages } = parts
  const youngCount = young.children + young.littleOnes + young.asAdults
  const self = countSelf(parts.text)
  let adults = parts.adults + young.asAdults
  let total = parts.to ?? parts.total?.value
  const couples = /\b(\d{1,2}) couples\b/i.exec(parts.text)
  if (couples && total === undefined && !parts.hasAdults) total = 2 * Number(couples[1])
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
  const counted = adults + young.children + young.littleOnes
  const missing = total !== undefined && parts.hasAdults && youngCount === 0 ? Math.max(total - adults, 0) : 0
  return {
    adults,
    children: young.children + missing,
    littleOnes: young.littleOnes,
    total: counted + missing,
    ages,
    areAgesUnknown: young.areAgesUnknown || missing > 0,
    isTotalOnly,
    isApproximate: parts.total?.isVague ?? false,
    ...(parts.total?.least !== undefined ? { atLeast: parts.total.least } : {}),
  }
}

/** "20 people and 5 kids" adds; "20 of us incl. 5 kids" and "party of 20, 5 kids" do not. */
function isAdded(parts: Parts): boolean {
  if (!parts.total || INCLUSIVE.test(parts.text)) return false
  return /^[^.?!]{0,14}(?:\band\b|\bplus\b|\+|&|\by\b) ?(?:also |another |about )?\d{1,3} ?(?:\w+ )?(?:kids?|children|kiddos|little|toddlers?|bab|infants?|niñ|grandkids|boys|girls)/i.test(
    parts.text.slice(parts.total.end),
  )
}
