import type { BookingPage } from "@myhibachi/contract/booking"
import type { MessageCard } from "@myhibachi/contract/conversations"
import type { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import type { ConversationRow } from "#modules/conversations/index.ts"
import type { BusinessData, Passage } from "#modules/knowledge/index.ts"
import type { Ask, Slots, Understanding } from "#modules/understanding/index.ts"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import type { FactBook } from "../facts/fact-book.ts"
import type { FoodReading } from "../food/food-question.ts"
import type { Toolbox } from "../tools/toolbox.ts"
import type { Memory, PendingOptOut, Proposal } from "./memory.ts"
import type { ToldParty } from "./told-party.ts"

/** What the customer must still tell before an ask can be answered. */
export type MissingPart =
  | "guests"
  | "date"
  | "place"
  | "time"
  | "street"
  | "contact"
  | "identity"
  | "item-count"

export interface TaskWish {
  kind: "call-back" | "answer" | "complaint" | "safety" | "booking" | "payment"
  title: string
  isUrgent: boolean
  dueInHours: number
  /** What is open, in the customer's words, when the answer names it. */
  about?: string
}

/** What one turn decided besides facts. */
export interface Outcome {
  missing: Set<MissingPart>
  tasks: TaskWish[]
  cards: MessageCard[]
  /** Reasons to bring a person, in words for staff. */
  handOver: string[]
  /** Questions that only a person can answer; the rest of the talk goes on. */
  openQuestions: string[]
  /** A write that waits for the customer's yes. */
  proposal: Proposal | null
  quote: Quote | null
  /** An opt-out that waits for a known person; null when none was said in this turn. */
  pendingOptOut: PendingOptOut | null
}

/** A booking of the customer who has proven who they are. */
export interface OwnBooking {
  id: string
  page: BookingPage
}

/** Everything known while one message is answered. */
export interface Turn {
  ctx: Context
  now: Temporal.Instant
  conversation: ConversationRow
  /** The message as it was written: what is stored, quoted and shown to people and models. */
  said: string
  /** The message in plain English: what rules read. */
  text: string
  understanding: Understanding
  asks: Ask[]
  /** Of the whole conversation so far, the newest words counting. */
  slots: Slots
  /** Of this message only. */
  newSlots: Slots
  /** What the message asks about ingredients, allergens and diets. */
  food: FoodReading
  memory: Memory
  tools: Toolbox
  business: BusinessData
  passages: Passage[]
  book: FactBook
  customerId: string | null
  bookings: OwnBooking[]
  /** The one of the bookings that is meant. */
  booking: OwnBooking | null
  /** The message says itself which of the bookings it means. */
  isBookingNamed: boolean
  /** The party that is only told of, while no booking of the writer can be opened. */
  told: ToldParty | null
  hold: Hold | null
  quote: Quote | null
  outcome: Outcome
}

/** Finds the facts for one ask and puts them into the turn's book. */
export type Gather = (turn: Turn, ask: Ask) => Promise<void>
