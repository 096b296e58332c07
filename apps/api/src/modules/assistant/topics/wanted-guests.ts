import type { Guests } from "@myhibachi/contract/quote"
import { digitsForWords } from "../guard/number-words.ts"
import { PRICE_WORDS } from "../turn/routing/total-rules.ts"
import type { Turn } from "../turn/turn.ts"
import { DIFFERENCE } from "./compare-prices.ts"

type Band = "adults" | "children" | "littleOnes"
/** By how many guests of each band a party changes. */
export type Change = Record<Band, number>

const PEOPLE =
  "(adults?|grown-?ups?|kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|little ones?|guests?|people|persons?|friends?|of us)"
const REPLACE = new RegExp(
  `\\b(?:replace|swap|exchange)\\s+(\\d{1,3}|an?|one)\\s+${PEOPLE}\\s+(?:with|for|by)\\s+(?:\\d{1,3}|an?|one)?\\s*${PEOPLE}`,
  "i",
)

function bandOf(turn: Turn, word: string): Band {
  if (/toddler|bab|little/i.test(word)) return "littleOnes"
  if (!/kid|child/i.test(word)) return "adults"
  const [age] = turn.newSlots.guests?.ages ?? agesNamed(turn.text)
  const { childFromAge, adultFromAge } = turn.business.parameters.guests
  if (age === undefined) return "children"
  return age < childFromAge ? "littleOnes" : age >= adultFromAge ? "adults" : "children"
}

function agesNamed(text: string): number[] {
  return [...text.matchAll(/\b(?:he|she)(?:'s| is) (\d{1,2})\b|\b(\d{1,2})[- ]?years?[- ]?old/gi)].map(
    (match) => Number(match[1] ?? match[2]),
  )
}

function countOf(text: string | undefined): number {
  return text && /^\d+$/.test(text) ? Number(text) : 1
}

/** @returns by how many guests of each band the party shall change, or null when nothing says so. */
export function changeOf(turn: Turn): Change | null {
  const text = digitsForWords(turn.text)
  const change: Change = { adults: 0, children: 0, littleOnes: 0 }
  const replaced = REPLACE.exec(text)
  if (replaced) {
    const count = countOf(replaced[1])
    change[bandOf(turn, replaced[2] ?? "")] -= count
    change[bandOf(turn, replaced[3] ?? "")] += count
    return change
  }
  const { delta, by } = turn.newSlots.guestsChange ?? {}
  if (delta) Object.assign(change, delta)
  else if (by) change.adults = by
  moveByAge(turn, text, change)
  return isNone(change) ? null : change
}

const COUNTED_AS =
  /\b(?:as|for) an? (child|kid|adult|little one)\b.{0,40}\b(?:turns?|turning|is|will be|be)(?: (?:now|already|actually|only))? (\d{1,2})\b/i

/** "She is on there as a child but turns 13 before": what counts is the age on the day. */
function moveByAge(turn: Turn, text: string, change: Change): void {
  const [, word, age] = COUNTED_AS.exec(text) ?? []
  if (!word || !age) return
  const { childFromAge, adultFromAge } = turn.business.parameters.guests
  const from: Band = /adult/i.test(word) ? "adults" : /little/i.test(word) ? "littleOnes" : "children"
  const to: Band =
    Number(age) >= adultFromAge ? "adults" : Number(age) < childFromAge ? "littleOnes" : "children"
  change[from] -= 1
  change[to] += 1
}

function isNone(change: Change): boolean {
  return change.adults === 0 && change.children === 0 && change.littleOnes === 0
}

/** The change that the last answer put to the customer and that still waits for a yes. */
function pendingGuests({ memory, booking }: Turn): Required<Guests> | null {
  const { proposal } = memory
  return proposal?.kind === "guests" && proposal.bookingId === booking?.id ? proposal.guests : null
}

/** "Five more are coming" … "so five more, what do they cost?": said again, they come only once. */
function isSaidAgain({ newSlots, memory }: Turn): boolean {
  const delta = newSlots.guestsChange?.delta
  const before = memory.understanding?.slots.guestsChange?.delta
  return delta !== undefined && JSON.stringify(delta) === JSON.stringify(before)
}

/**
 * @returns the guests of the own party as the customer wants them, or null when they named none: changed from what is
 *   booked, or from the change that was talked about and waits for its yes.
 */
export function wantedGuests(turn: Turn): Guests | null {
  const booked = turn.booking?.page.guests
  if (!booked) return null
  const pending = pendingGuests(turn)
  const now = pending ?? booked
  const before = { adults: now.adults, children: now.children ?? 0, littleOnes: now.littleOnes ?? 0 }
  const change = changeOf(turn)
  if (change && pending && isSaidAgain(turn)) return pending
  const wanted = change ? changedBy(before, change) : namedGuests(turn, before)
  // A party without guests is a misreading, or a cancellation that is no change of numbers.
  if (wanted && wanted.adults + (wanted.children ?? 0) === 0) return null
  return wanted ?? (asksPrice(turn) ? pending : null)
}

function asksPrice({ text }: Turn): boolean {
  return PRICE_WORDS.test(text) || DIFFERENCE.test(text)
}

function changedBy(before: Required<Guests>, change: Change): Guests {
  return clamp({
    adults: before.adults + change.adults,
    children: before.children + change.children,
    littleOnes: before.littleOnes + change.littleOnes,
  })
}

function namedGuests(turn: Turn, before: Required<Guests>): Guests | null {
  const to = turn.newSlots.guestsChange?.to
  const named = turn.newSlots.guests
  // "8 of them are kids" and "11 people instead of 26" leave the sum as it is said, whoever is named beside it.
  if (named?.isPart) return withYoung(before, named)
  const isSum =
    to !== undefined &&
    (named === undefined || (named.total === to && (named.isTotalOnly || named.adults < to)))
  if (named && !named.isTotalOnly && !isSum)
    return {
      ...before,
      adults: named.adults || before.adults,
      ...(named.children > 0 ? { children: named.children } : {}),
      ...(named.littleOnes > 0 ? { littleOnes: named.littleOnes } : {}),
    }
  const total = to ?? named?.total
  return total ? clamp({ ...before, adults: total - before.children - before.littleOnes }) : null
}

function withYoung(
  { adults, children, littleOnes }: Required<Guests>,
  young: { children: number; littleOnes: number },
): Guests {
  const all = adults + children + littleOnes
  return clamp({
    adults: all - young.children - young.littleOnes,
    children: young.children,
    littleOnes: young.littleOnes,
  })
}

function clamp(guests: { adults: number; children: number; littleOnes: number }): Guests {
  return {
    adults: Math.max(0, guests.adults),
    children: Math.max(0, guests.children),
    littleOnes: Math.max(0, guests.littleOnes),
  }
}
