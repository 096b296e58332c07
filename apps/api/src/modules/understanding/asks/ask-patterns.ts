import type { Ask } from "./ask-list.ts"
import { BOOKING_PATTERNS } from "./booking-patterns.ts"
import { CARE_PATTERNS } from "./care-patterns.ts"
import { FAULT_PATTERNS } from "./fault-patterns.ts"
import { MENU_PATTERNS } from "./menu-patterns.ts"
import { POLICY_PATTERNS } from "./policy-patterns.ts"
import { PRICE_PATTERNS } from "./price-patterns.ts"

/** Words that prove a question type, and words that disprove it. Matched within one sentence. */
export interface AskPattern {
  ask: Ask
  words: RegExp
  unless?: RegExp
}

export const ASK_PATTERNS: readonly AskPattern[] = [
  ...PRICE_PATTERNS,
  ...BOOKING_PATTERNS,
  ...POLICY_PATTERNS,
  ...MENU_PATTERNS,
  ...CARE_PATTERNS,
  ...FAULT_PATTERNS,
]
