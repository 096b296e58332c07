import type { Alternative } from "./alternatives.ts"
import type { AgentName, Category } from "./asks/agents.ts"
import type { DetectedAsk } from "./asks/detect-asks.ts"
import type { Channel } from "./channel.ts"
import type { Complexity } from "./complexity.ts"
import type { EmotionReading, EscalationReason } from "./emotion/emotion.ts"
import type { GuardMarks } from "./guard-in.ts"
import type { Language } from "./language.ts"
import type { OptOut } from "./opt-out.ts"
import type { Item, Slots } from "./slots/slots.ts"

/** Everything read from one message without a network. */
export interface Understanding {
  /** Cleaned text, as it was written. */
  text: string
  /** The same in plain English, shorthand and slips mended: what rules read. Never shown, stored beside or quoted. */
  plain: string
  channel: Channel
  /** The how manieth message of the talk this is, from 1. */
  turn: number
  language: Language
  /** At least one, in the order of asking. */
  asks: DetectedAsk[]
  /** Questions of the message that none of the asks covers, in the customer's words. */
  unread: string[]
  /** By the words alone; who is known to have a party with us may mean another (`chooseCategory`). */
  category: Category
  /** The router's choice by ask; an emotion may override it (`emotion.recommendedAgent`). */
  agent: AgentName
  /** Calibrated confidence of the least sure ask that counts. */
  confidence: number
  /** Slots of this message alone. */
  slots: Slots
  /** Slots known after this turn; of the party that is meant when several are planned. */
  known: Slots
  /** Two ways to feed the same party that the message weighs; `known` holds the dishes of neither. */
  alternatives?: Alternative[]
  /** The dish that was named last. */
  lastItem?: Item | undefined
  /** Parties that are planned side by side; none or at least two. */
  parties?: Slots[]
  /** Which of them is meant; null when it is all of them. */
  partyIndex?: number | null
  emotion: EmotionReading
  /** Empty when no person is needed. */
  mustEscalate: EscalationReason[]
  optOut: OptOut | null
  marks: GuardMarks
  complexity: Complexity
}

export interface UnderstandOptions {
  /** ISO instant with offset. */
  now: string
  /** IANA zone of the party's place, or of the business when the place is not known. */
  timeZone: string
  channel: Channel
  previous?: Understanding
}
