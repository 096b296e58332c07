import { CITIES } from "./cities.ts"
import { blankOut } from "./plain-text.ts"
import type { PlaceSlot } from "./slots.ts"

const STATES =
  "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
const STATE_NAMES: Record<string, string> = {
  california: "CA",
  texas: "TX",
  florida: "FL",
  nevada: "NV",
  oregon: "OR",
  arizona: "AZ",
  oklahoma: "OK",
  georgia: "GA",
  "new york": "NY",
  louisiana: "LA",
}
/** In small letters "me" and "or" are no states. */
const SMALL_STATES = STATES.toLowerCase()
  .split("|")
  .filter((state) => !/^(?:al|co|de|hi|id|in|la|ma|me|mi|mo|ms|oh|ok|or|pa)$/.test(state))
  .join("|")
const STREET =
  /\b\d{1,6} (?:[NSEW]\.? )?(?:(?!(?:adults?|grown-?ups?|kids?|child(?:ren)?|guests?|people|persons?|ppl|friends|of|at|in|on|for|and|am|pm|miles?|hours?|days?)\b)[A-Z0-9][\p{L}\d'.-]* ){1,4}(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Blvd|Boulevard|Dr(?:ive)?|L(?:a)?n(?:e)?|Ct|Court|Way|Pl(?:ace)?|Pkwy|Parkway|Cir(?:cle)?|Ter(?:race)?|Hwy|Highway|Trail|Trl)\b\.?(?:,? (?:Apt|Unit|Suite|Ste|#) ?[\w-]+)?/iu
const ZIP = new RegExp(
  `(?:\\b(?:zip(?: code)?|zipcode|postal code)(?: is|:)? ?)?(?:\\b(?:${STATES}),? )?(?<![\\d$.,-])(\\d{5})(?:-\\d{4})?(?![\\d,]| ?(?:people|guests|dollars|adults|followers|characters|ppl|square|sq))\\b`,
)
const WITH_STATE = new RegExp(
  `\\b((?:[A-Z][\\p{L}'.-]+ ?){1,3}?),? (${STATES})\\b(?! [a-z]* ?(?:I|we)\\b)|\\b(?:in|near|to|from|around|at|outside|outside of) ((?:[\\p{L}'-]+ ){1,3}?),? ?\\b(${SMALL_STATES}|${Object.keys(STATE_NAMES).join("|")})\\b`,
  "u",
)
const CAPITALISED =
  /\b(?:in|near|to|from|around|at|outside|outside of|serve|serving|cover|reach|en|hasta|drive to|live in|about) (?:downtown |north |south |east |west |greater |the city of )?((?:San|Los|Las|Santa|El|La|Fort|St\.?|West|North|South|East|New|Palo|Half|Mount|Redwood|Union|Daly)(?: [A-Z][\p{L}'-]+){1,2}|[A-Z][\p{L}'-]{2,}(?: (?:City|Beach|Park|Hills|Creek|Valley|Springs|Heights|Grove|Lakes?|Oaks|Gables|Ana|View|Worth|Bay|Gate|Rosa|Cruz|Mesa|Vista|Jose|Ramon|Mateo|Rafael))?)\b/u
/** "Two hours from Dallas, in a town called Tyler": the town is meant, not the city that it is told by. */
const NAMED_TOWN =
  /\b(?:town|city|place|village|suburb|neighborhood|community)(?:,? (?:that(?:'s| is) )?(?:called|named)|,? it'?s called) ([A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?)/u
const NOT_A_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Thanksgiving|Easter|Halloween|New Year|MyHibachi|Hibachi|The|My|Our|Your|Zelle|Venmo|Instagram|Facebook|Google|Yelp|English|Spanish|Labor|Memorial|Mother|Father|Valentine|You|I|We|It|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Dad|Mom|Grandma|Visa|Gyoza|Filet|Lobster|Chicken|Salmon|Shrimp|Super)\b/

/** Names that are towns, people, food or words here before they are countries. */
const NOT_A_COUNTRY = new Set([
  "United States",
  "Georgia",
  "Jordan",
  "Chad",
  "Turkey",
  "Jersey",
  "Togo",
  "Niger",
])
const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" })
const COUNTRIES = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  .flatMap((first, _, letters) => letters.map((second) => REGIONS.of(first + second)))
  .filter(
    (name): name is string =>
      name !== undefined && /^[A-Z][A-Za-z ]+$/.test(name) && !NOT_A_COUNTRY.has(name),
  )
const FOREIGN = new RegExp(
  `(?:,|\\b(?:in|to|from|near)) ?((?:${[...COUNTRIES, "England", "Scotland", "UK"].join("|")}))\\b`,
)

const TITLE = (city: string) => city.trim().replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())

function findCity(text: string): { city: string; state?: string; phrase: string } | undefined {
  const stated = WITH_STATE.exec(text)
  if (stated) {
    const city = (stated[1] ?? stated[3] ?? "").replace(
      /^(?:In|Near|To|From|At|For|We|Is|Do|Hi|Party)\b ?/,
      "",
    )
    const state = stated[2] ?? stated[4] ?? ""
    if (city.trim() && !NOT_A_PLACE.test(city)) {
      return { city: TITLE(city), state: STATE_NAMES[state] ?? state.toUpperCase(), phrase: stated[0] }
    }
  }
  const named = NAMED_TOWN.exec(text)?.[1]
  if (named && !NOT_A_PLACE.test(named)) return { city: named, phrase: named }
  const known = CITIES.exec(text)
  if (known) return { city: TITLE(known[0].toLowerCase()), phrase: known[0] }
  const capitalised = CAPITALISED.exec(text)
  if (capitalised?.[1] && !NOT_A_PLACE.test(capitalised[1]))
    return { city: capitalised[1], phrase: capitalised[0] }
  return undefined
}

/** ZIP code, street and town of the party, whatever of them was said. */
export function findPlace(
  text: string,
  isDistanceKnown: boolean,
): { place?: PlaceSlot; isSamePlace: boolean; rest: string } {
  let rest = text
  const place: Partial<PlaceSlot> = {}
  const parts: string[] = []
  const street = STREET.exec(rest)
  if (street) {
    place.street = street[0]
    parts.push(street[0])
    rest = blankOut(rest, street.index, street[0].length)
  }
  const city = findCity(rest)
  // "45 miles from Fremont" names where the distance starts, not where the party is.
  const isStart =
    city !== undefined &&
    isDistanceKnown &&
    new RegExp(`\\b(?:from|of|outside|off) (?:your |the |our )?${city.city}`, "i").test(rest)
  if (city && !isStart) {
    place.city = city.city
    parts.push(city.city)
    if (city.state) {
      place.state = city.state
      parts.push(city.state)
    }
    rest = rest.replace(city.phrase, (phrase) => " ".repeat(phrase.length))
  }
  const zip = ZIP.exec(rest)
  if (zip?.[1]) {
    place.zip = zip[1]
    parts.push(zip[1])
    rest = blankOut(rest, zip.index, zip[0].length)
  }
  const country = parts.length === (city && !isStart ? 1 : 0) ? FOREIGN.exec(text)?.[1] : undefined
  // "Paris, France" must not be looked for in Texas, and "Mexico" alone is no town.
  if (country) {
    place.country = country
    if (country === city?.city) delete place.city
    else parts.push(country)
  }
  const isSamePlace = /\bagain\b|\bsame (?:place|address|location|city|house)\b|\bmismo lugar\b/i.test(text)
  return { ...(parts.length > 0 ? { place: { ...place, text: parts.join(", ") } } : {}), isSamePlace, rest }
}
