import { listParties } from "./listed-parties.ts"
import { findSlots, type SlotsQuestion } from "./slots/find-slots.ts"
import { mergeSlots } from "./slots/merge-slots.ts"
import type { Slots } from "./slots/slots.ts"

/** "One for 12 adults …, and one for 30 adults …": where the words about each party begin. */
const PARTY_MARK =
  /\b(?:(?:the )?(?:first|second|third|other|1st|2nd|3rd|next)(?: (?:one|party|event|dinner|date))?(?: (?:is|will be|would be|for|on|with|has|at))+|(?:one|another|a second|a third)(?: (?:one|party|event|dinner))?(?: (?:is|will be|for|on|with|in|at))+|(?:party|event|dinner) (?:[abc12]|one|two)\b:?|(?:family|group|option|location|household|team) [abc123]:)/gi
/** "Both near Fremont" is said of each. */
const OF_BOTH = /\b(?:both|each of them|all of them)\b[^.;?!\n]*/i
const ORDINALS: [RegExp, (count: number) => number][] = [
  [/\b(?:first|1st|former|earlier) (?:one|party|event|dinner|date)\b|\bthe (?:first|former)\W*$/i, () => 0],
  [
    /\b(?:second|2nd|latter|later|other) (?:one|party|event|dinner|date)\b|\bthe (?:second|other|latter)\W*$/i,
    () => 1,
  ],
  [/\b(?:third|3rd) (?:one|party|event|dinner|date)\b/i, () => 2],
  [/\blast (?:one|party|event|dinner)\b/i, (count) => count - 1],
]

/** Each of several parties that one message plans, in the order of naming; none when it plans one. */
export function readParties(text: string, question: SlotsQuestion): Slots[] {
  const marks = [...text.matchAll(PARTY_MARK)]
  if (marks.length < 2) return listParties(text, question)
  const common = [text.slice(0, marks[0]?.index), OF_BOTH.exec(text)?.[0] ?? ""].join(" ")
  const shared = findSlots(common, question)
  const parties = marks.map((mark, at) => {
    const part = text.slice(mark.index, marks[at + 1]?.index).replace(OF_BOTH, "")
    return mergeSlots({ ...shared }, findSlots(part, question))
  })
  const isEachKnown = parties.every(({ guests }) => guests !== undefined)
  return isEachKnown && isAnyDifferent(parties) ? parties : listParties(text, question)
}

function isAnyDifferent(parties: readonly Slots[]): boolean {
  const keys = parties.map(({ guests, date, place }) => `${guests?.total} ${date?.date} ${place?.text}`)
  return new Set(keys).size === parties.length
}

/** The party that the words point to: by its place in the row, its day, month or size; null when they point to none. */
export function partyMeant(text: string, slots: Slots, parties: readonly Slots[]): number | null {
  for (const [words, indexOf] of ORDINALS) {
    const index = indexOf(parties.length)
    if (words.test(text) && parties[index]) return index
  }
  const sizes = parties.map(({ guests }) => guests?.total ?? 0)
  if (/\b(?:bigger|larger|biggest|largest) (?:one|party|event)?/i.test(text))
    return sizes.indexOf(Math.max(...sizes))
  if (/\b(?:smaller|smallest) (?:one|party|event)?/i.test(text)) return sizes.indexOf(Math.min(...sizes))
  const onDay = parties.flatMap(({ date }, at) => (date && inSpan(date.date, slots) ? [at] : []))
  return onDay.length === 1 ? (onDay[0] ?? null) : null
}

/** "The May one": a month or week that is named holds the day. */
function inSpan(day: string, { date }: Slots): boolean {
  return date !== undefined && date.date <= day && day <= date.until
}
