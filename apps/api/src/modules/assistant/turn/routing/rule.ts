import type { Hold } from "@myhibachi/contract/hold"
import type { Ask, Understanding } from "#modules/understanding/index.ts"
import type { FoodReading } from "../../food/food-question.ts"
import type { Memory } from "../memory.ts"

/** What the router sees: the words, and what is known about who wrote them. */
export interface RoutedTalk {
  text: string
  understanding: Understanding
  memory: Memory
  /** What the message asks about ingredients, allergens and diets. */
  food: FoodReading
  hasBooking: boolean
  /** The party that is meant is booked and still to come. */
  isPartyAhead: boolean
  /** It names another day than the one on which a party of theirs is. */
  isOtherDayNamed: boolean
  /** The message says which of several bookings it means. */
  isBookingNamed: boolean
  /** The hold that this conversation has placed. */
  hold: Hold | null
}

/** Adds and removes asks when the talk says that something else is meant. */
export interface Rule {
  applies(talk: RoutedTalk, asks: ReadonlySet<Ask>): boolean
  add?: Ask[]
  remove?: Ask[]
  /** What was only guessed, and faintly, gives way to what the rule has read. */
  outdoesGuesses?: boolean
}

/** Below this share a guess beside something that was read in plain words is none. */
const FAINT = 0.5

/** @returns what the message seems to ask by a faint guess alone. */
export function faintGuesses({ understanding: { asks } }: RoutedTalk): Ask[] {
  return asks.flatMap(({ ask, source, confidence }) =>
    source === "classifier" && confidence < FAINT ? [ask] : [],
  )
}

/** @returns whether one of the wanted is asked. */
export function hasAny(asks: ReadonlySet<Ask>, wanted: readonly Ask[]): boolean {
  return wanted.some((ask) => asks.has(ask))
}

/** @returns whether the message gives an address or a way to reach its writer. */
export function hasContact({ slots }: Understanding): boolean {
  return Boolean(slots.place ?? slots.email ?? slots.phone ?? slots.name)
}

/** @returns whether the ask wants no facts. */
export function isSmallTalk(ask: Ask): boolean {
  return ask === "greeting" || ask === "thanks" || ask === "emotional.support" || ask === "unknown.topic"
}
