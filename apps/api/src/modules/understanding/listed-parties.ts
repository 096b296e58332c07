import { findSlots, type SlotsQuestion } from "./slots/find-slots.ts"
import { mergeSlots } from "./slots/merge-slots.ts"
import type { Slots } from "./slots/slots.ts"

const SEVERAL = "(?:2|two|3|three|4|four|both|several|multiple|a couple of) (?:\\w+ ){0,2}"
/** The message itself says that it plans more than one. */
const PARTIES = new RegExp(
  `\\b${SEVERAL}(?:parties|events|dinners|lunches|gatherings|celebrations|bookings)\\b`,
  "i",
)
/** May say so; then each must have a day or a place of its own. */
const TOGETHER = new RegExp(
  `\\b${SEVERAL}(?:dates|nights|evenings|days|weekends|groups)\\b|\\b(?:for|of) both\\b|\\bboth (?:together|combined)\\b|\\ball together\\b|\\baltogether\\b|\\bcombined\\b|\\bwhich (?:of (?:these|them|the two)|one|option|way)?.{0,20}\\bcheaper\\b`,
  "i",
)
/** "Hers: 15 adults … Mine: 12 adults …" */
const LABEL =
  /(?:^|[.;\n]\s*)(?:hers|his|mine|theirs|ours|yours|my \w+(?:'s)?|the (?:first|second|third|other)|(?:plan|option|house|day|party|place) \w+)\s*(?::|-|–)\s/gi
const REPEATED =
  /\b(2|two|3|three|4|four) (?:\w+ ){0,2}(?:parties|events|dinners|lunches|nights|evenings|gatherings)\b/i
/** "Two evenings in a row" counts no guests. */
const GATHERINGS =
  /\b(?:2|two|3|three|4|four) (?:\w+ ){0,2}(?:parties|events|dinners|lunches|nights|evenings|gatherings|celebrations|bookings|dates|days|weekends|groups)\b/gi
const COUNTS: Record<string, number> = { two: 2, three: 3, four: 4 }
/** "Same house in Hayward", "both near Fremont": said of each. */
const OF_EACH =
  /\b(?:both|each|all) (?:of them |are |in |near |at |around |\d)[^.;:?!\n]*|\b(?:the )?same (?:house|home|place|address|location|venue|city|yard|backyard|cabin|villa|airbnb|park|spot|room)\b[^.;:,?!\n]*/gi
/** Where the words about one party may end and those about the next begin. */
const BREAK =
  /[\n;•]+|:\s+(?!\d)|(?<=[.!?])\s+|(?<!\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*),\s+|\s+(?:and|plus|&|then)\s+/gi
const MOST_PARTIES = 6

interface Piece {
  from: number
  to: number
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(BREAK)) {
    pieces.push({ from, to: match.index })
    from = match.index + match[0].length
  }
  return [...pieces, { from, to: text.length }]
}

interface Group extends Piece {
  hasAdults: boolean
  hasDay: boolean
}

interface Listed {
  /** What is said before the first party: of each of them. */
  lead: string
  parties: string[]
}

/** The words about each party: a second number of adults, or a second day behind one, begins the next. */
function splitParties(text: string, question: SlotsQuestion): Listed {
  const groups: Group[] = []
  for (const { from, to } of piecesOf(text)) {
    const { guests, date } = findSlots(text.slice(from, to), question)
    const hasAdults = (guests?.adults ?? 0) > 0
    const hasDay = date?.precision === "day"
    const last = groups.at(-1)
    const isNext = !last || (last.hasAdults && (hasAdults || (hasDay && last.hasDay)))
    if (isNext && (hasAdults || hasDay)) groups.push({ from, to, hasAdults, hasDay })
    else if (last)
      Object.assign(last, { to, hasAdults: last.hasAdults || hasAdults, hasDay: last.hasDay || hasDay })
  }
  const parties = groups.map(({ from, to }) => text.slice(from, to))
  return { lead: text.slice(0, groups[0]?.from ?? 0), parties }
}

/**
 * Each of the parties that a message lists after saying that there are several: "two dinners: June 5 with 34 adults,
 * and June 12 with 16". None when it speaks of one, or when one of them has no guests.
 */
export function listParties(text: string, question: SlotsQuestion): Slots[] {
  const isSaid = PARTIES.test(text)
  if (!isSaid && !TOGETHER.test(text) && (text.match(LABEL)?.length ?? 0) < 2) return []
  const ofEach = [...text.matchAll(OF_EACH)].map(([words]) => words).join(". ")
  const { lead, parties: parts } = splitParties(text.replace(OF_EACH, "").replace(GATHERINGS, ""), question)
  const { guests: _counted, ...shared } = findSlots(`${lead}. ${ofEach}`, question)
  const parties = parts.map((part) => atOwnDistance(mergeSlots({ ...shared }, findSlots(part, question))))
  if (parties.length > MOST_PARTIES || parties.some(({ guests }) => !guests?.adults)) return []
  const [only] = parties
  if (only && parties.length === 1) return repeated(text, only)
  return isSaid || areApart(parties) ? parties : []
}

/** "45 miles away" of the station that was named: that city is no address of the party. */
function atOwnDistance({ place, ...party }: Slots): Slots {
  return party.distanceMiles === undefined && place ? { ...party, place } : party
}

function areApart(parties: readonly Slots[]): boolean {
  const keys = parties.map(({ date, place, distanceMiles }) =>
    [date?.date, place?.text, distanceMiles].filter((part) => part !== undefined).join(" "),
  )
  return keys.every((key) => key !== "") && new Set(keys).size === parties.length
}

/** "Two parties of 15 adults each". */
function repeated(text: string, party: Slots): Slots[] {
  const count = REPEATED.exec(text)?.[1]?.toLowerCase()
  if (!count || !/\beach\b/i.test(text)) return []
  return Array.from({ length: COUNTS[count] ?? Number(count) }, () => party)
}
