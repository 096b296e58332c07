import { tellsMissedDish } from "../asks/fault-patterns.ts"
import type { Language } from "../language.ts"
import { withAges } from "./apply-ages.ts"
import { findContact } from "./find-contact.ts"
import { findDates } from "./find-dates.ts"
import { findAllergens, findDiets } from "./find-diets.ts"
import { findGuests, type GuestsFound } from "./find-guests.ts"
import { findItems } from "./find-items.ts"
import { findPlace } from "./find-place.ts"
import { findPerson, findPolarity } from "./find-polarity.ts"
import { findTimes } from "./find-times.ts"
import { blankOut, toPlainText } from "./plain-text.ts"
import { noSlots, type Slots } from "./slots.ts"

export interface SlotsQuestion {
  /** ISO instant with offset; relative dates count from its local day. */
  now: string
  /** IANA zone of the place of the party. */
  timeZone: string
  language: Language
  /** The guests were counted before, so a number of people here is a part of them. */
  isPartyKnown?: boolean
}

const MILES = /\b(\d{1,4}(?:\.\d+)?)[ -]?(?:miles?|mi\b|millas)/i
const KILOMETRES = /\b(\d{1,4}(?:\.\d+)?)[ -]?(?:km|kilomet(?:er|re)s?)\b/i
const MONEY =
  /\$ ?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?(k\b)?|\b(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})? ?(?:dollars|bucks|usd|d[oó]lares)\b/gi
/** "A 1100 bill", "budget is 900": an amount without its sign. */
const BILL =
  /\b(\d{2,6}(?:\.\d\d)?) (?:bill|tab|budget|total|grand total)\b|\b(?:bill|tab|budget|total|spend|spending|tip on|tip for|% on|percent on)(?: a| of| is| was| would be| comes? to| around| about| only| max)* (\d{3,6}(?:\.\d\d)?)(?! ?(?:people|guests|adults|kids|ppl|persons?))\b|\bon (?:the|my|our) (?:bill|invoice|quote) (?:for|at) (\d{2,5})(?! ?(?:people|guests|adults|kids|persons?))\b/gi
/** "20 %", "20, 25 and 30 percent": the sign may stand behind the last of several. */
const PERCENT =
  /\b(\d{1,3}(?:\.\d+)?(?:(?:,|,? or|,? and| vs\.?| versus| to) ?\d{1,3}(?:\.\d+)?)*?) ?(?:%|percent\b)/gi
const DURATION =
  /\b(\d{1,4}|an?)[ -]?(hours?|hrs?|days?|weeks?|months?|minutes?|mins?|d[ií]as?|horas?|semanas?)\b/gi
const UNITS: [RegExp, Slots["durations"][number]["unit"]][] = [
  [/^(?:hour|hr|hora)/i, "hour"],
  [/^d/i, "day"],
  [/^(?:week|semana)/i, "week"],
  [/^month/i, "month"],
  [/^min/i, "minute"],
]
const OCCASIONS: [string, RegExp][] = [
  ["rehearsal dinner", /\brehearsal dinner\b/i],
  ["wedding", /\bwedding|\bbodas?\b|\bmarriage reception|\belopement/i],
  ["bachelorette", /\bbachelorette|\bhen (?:party|do)/i],
  ["bachelor party", /\bbachelor (?:party|weekend)|\bstag\b/i],
  ["baby shower", /\bbaby shower|\bgender reveal/i],
  ["bridal shower", /\bbridal shower/i],
  ["anniversary", /\banniversary|\baniversario/i],
  ["graduation", /\bgraduat|\bgrad party/i],
  ["quinceañera", /\bquincea[ñn]era|\bsweet (?:16|sixteen)/i],
  ["engagement", /\bengagement\b|\bpropos(?:al|e to)/i],
  ["funeral", /\bfuneral|\bmemorial (?:service|dinner|gathering)|\bcelebration of life|\bwake\b|\brepast\b/i],
  ["retirement", /\bretire/i],
  ["reunion", /\breunion/i],
  ["housewarming", /\bhouse ?warming/i],
  [
    "company event",
    /\bcorporate|\bcompany (?:party|event|dinner)|\boffice (?:party|lunch|event)|\bteam (?:building|dinner|lunch|event)|\bwork party|\bclient dinner/i,
  ],
  ["holiday party", /\b(?:holiday|christmas|xmas) (?:party|dinner)/i],
  ["birthday", /\bb(?:irth)?-?day|\bcumplea[ñn]os|\bturning \d+|\bturns \d+/i],
]

const LABEL =
  /(?<!\d[ -]?)\b((?:adults?|grown-?ups?|kids?|children|teens?|teenagers?|toddlers?|bab(?:y|ies)|infants?|little ones|under (?:5s?|6s?|five|six)|guests?|people|adultos|niños)(?: ?\([^()]*\))?) ?[:=] ?(\d{1,3})\b(?! ?[-–] ?\d| of | (?:is|are|turns|turning|adults?|grown-?ups?|adultos)\b)/gi

/** "Adults: 12, children (6-12): 4" is a list of "12 adults, 4 children (6-12)". */
function labelsBehind(text: string): string {
  return text.replace(LABEL, "$2 $1")
}

/** "Split between 4 families": shares of the bill, not guests. */
const SPLIT =
  /\b(?:split|splitting|divid\w+|shar(?:e|ed|ing))\b(?: (?:it|that|this|the (?:bill|cost|total|price)|evenly|equally|up|all))* ?(?:between|among|amongst|by|into|in|with)? ?(?:the |us )?(\d{1,2}) ?(?:-?ways?|families|couples|households|parts|of us|people|adults|friends|payers|guys|girls)\b/i

interface Reading {
  slots: Slots
  rest: string
}

function readAmounts(reading: Reading): void {
  for (const match of reading.rest.matchAll(MONEY)) {
    const whole = Number((match[1] ?? match[4] ?? "0").replaceAll(",", ""))
    const value = (whole + Number(match[2] ?? match[5] ?? 0)) * (match[3] ? 1000 : 1)
    reading.slots.amountsCents.push(Math.round(value * 100))
    reading.rest = blankOut(reading.rest, match.index, match[0].length)
  }
  for (const match of reading.rest.matchAll(BILL)) {
    reading.slots.amountsCents.push(Math.round(Number(match[1] ?? match[2] ?? match[3]) * 100))
    reading.rest = blankOut(reading.rest, match.index, match[0].length)
  }
  for (const match of reading.rest.matchAll(PERCENT)) {
    reading.slots.percentages.push(...(match[1]!.match(/\d+(?:\.\d+)?/g) ?? []).map(Number))
    reading.rest = blankOut(reading.rest, match.index, match[0].length)
  }
}

function readDistance(reading: Reading): void {
  const miles = MILES.exec(reading.rest)
  const kilometres = KILOMETRES.exec(reading.rest)
  const match = miles ?? kilometres
  if (!match) return
  const value = Number(match[1]) * (miles ? 1 : 0.621371)
  reading.slots.distanceMiles = Math.round(value * 100) / 100
  reading.rest = blankOut(reading.rest, match.index, match[0].length)
}

function readSplit(reading: Reading): void {
  const match = SPLIT.exec(reading.rest)
  if (!match) return
  reading.slots.splitWays = Number(match[1])
  reading.rest = blankOut(reading.rest, match.index, match[0].length)
}

function readDurations(reading: Reading): void {
  for (const match of reading.rest.matchAll(DURATION)) {
    const unit = UNITS.find(([words]) => words.test(match[2]!))?.[1]
    if (!unit) continue
    reading.slots.durations.push({ count: /^a/i.test(match[1]!) ? 1 : Number(match[1]), unit })
    reading.rest = blankOut(reading.rest, match.index, match[0].length)
  }
}

function readWhen(reading: Reading, question: SlotsQuestion): void {
  const { dates, date, isSameDate, rest } = findDates(reading.rest, question.now, question.timeZone)
  Object.assign(reading.slots, { dates, isSameDate }, date ? { date } : {})
  reading.rest = rest
  readDurations(reading)
  const times = findTimes(reading.rest)
  Object.assign(reading.slots, { isSameTime: times.isSameTime }, times.time ? { time: times.time } : {})
  reading.rest = times.rest
  if (!times.time && /\btonight\b|\bthis evening\b/i.test(dates.map(({ phrase }) => phrase).join(" "))) {
    reading.slots.time = { time: "18:00", isApproximate: true, phrase: "tonight" }
  }
}

/** "Nine kids, the oldest is 13": the age is that of one who is counted in the same breath. */
function withSaidAges(found: GuestsFound): GuestsFound {
  const { guests, change } = found
  const isOpen = guests !== undefined && guests.children > 0 && guests.ages.length === 0
  if (!change?.aged || !isOpen) return found
  const { change: _aged, ...rest } = found
  return { ...rest, guests: withAges(guests, change.aged) }
}

/** "Two of our three gyoza orders never got made": told of last time, and ordered by nobody. */
function withoutMissedDishes(text: string): string {
  return text.replace(/[^.?!\n]+/g, (sentence) =>
    tellsMissedDish(sentence) ? " ".repeat(sentence.length) : sentence,
  )
}

/** Everything countable and nameable in one message. Pure; relative dates count from `now`. */
export function findSlots(text: string, question: SlotsQuestion): Slots {
  const plain = labelsBehind(toPlainText(text, question.language))
  const { contact, rest } = findContact(plain)
  const reading: Reading = { slots: { ...noSlots(), ...contact }, rest }
  readAmounts(reading)
  readDistance(reading)
  const place = findPlace(reading.rest, reading.slots.distanceMiles !== undefined)
  reading.rest = place.rest
  readWhen(reading, question)
  readSplit(reading)
  const wished = withoutMissedDishes(reading.rest)
  const { items, thirdProteins, rest: withoutItems } = findItems(wished, question.isPartyKnown)
  const guests = withSaidAges(findGuests(withoutItems))
  const occasion = OCCASIONS.find(([, words]) => words.test(plain))?.[0]
  return {
    ...reading.slots,
    ...(place.place ? { place: place.place } : {}),
    isSamePlace: place.isSamePlace,
    ...(guests.guests ? { guests: guests.guests } : {}),
    ...(guests.change ? { guestsChange: guests.change } : {}),
    items,
    thirdProteins,
    diets: findDiets(plain),
    ...findAllergens(plain),
    ...(occasion ? { occasion } : {}),
    person: findPerson(text),
    polarity: findPolarity(text),
  }
}
