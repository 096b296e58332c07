import type { Ask, Understanding } from "#modules/understanding/index.ts"
import type { FoodFocus } from "../food/food-question.ts"
import type { ToldParty } from "./told-party.ts"

/** A write that was put to the customer in words and waits for a yes. */
export type Proposal =
  | { kind: "cancel"; bookingId: string; refundCents: number; summary: string }
  | { kind: "reschedule"; bookingId: string; startsAt: string; feeCents: number; summary: string }
  | {
      kind: "guests"
      bookingId: string
      guests: { adults: number; children: number; littleOnes: number }
      items: { sku: string; quantity: number; proteinSku?: string }[]
      summary: string
    }
  | {
      kind: "hold"
      quoteToken: string
      startsAt: string
      contact: { name: string; email?: string; phone?: string }
      summary: string
    }

/** What the assistant keeps between the turns of one conversation. */
export interface Memory {
  understanding: Understanding | null
  quoteId: string | null
  holdId: string | null
  proposal: Proposal | null
  /** Turns in a row that were not understood or not answered. */
  failedTurns: number
  /** Asks of the last turns, for "same matter again". */
  recentAsks: string[]
  /** Asks of the last turn alone, as they were answered. */
  lastAsks?: Ask[]
  /** What the last answer asked the customer to tell. */
  missing?: string[]
  /** The booking that the last turn was about; "it" and "that one" mean it. */
  bookingId?: string | null
  /** The totals that were told last, the newest last; at most two that differ. */
  priced?: Priced[]
  /** The dishes and ingredients that were talked about last. */
  food?: FoodFocus | null
  /** An opt-out of somebody whom we do not know yet; it counts from the moment that we do. */
  pendingOptOut?: PendingOptOut | null
  /** The party that its writer says to have booked, while nobody has proven whose it is. */
  told?: ToldParty | null
}

/** A total that was told, and for whom. */
export interface Priced {
  cents: number
  words: string
}

/** What was refused, and in which words. */
export interface PendingOptOut {
  channel: ConsentChannel
  scope: "all" | "marketing"
  words: string
}

export type ConsentChannel = "email" | "sms" | "whatsapp" | "voice"

export const NO_MEMORY: Memory = {
  understanding: null,
  quoteId: null,
  holdId: null,
  proposal: null,
  failedTurns: 0,
  recentAsks: [],
  pendingOptOut: null,
}
