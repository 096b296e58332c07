import type { DetectedAsk } from "./asks/detect-asks.ts"
import { isQuestionLike } from "./asks/unread-parts.ts"
import type { Slots } from "./slots/slots.ts"
import type { Understanding } from "./understanding.ts"

const ELLIPSIS =
  /^(?:(?:ok(?:ay)?|and|so|but|oh|hmm|mhm|yeah|yes|right|alright|cool|great|good|got it|thanks|y)[,.!]* )*(?:(?:what|how) (?:about|if)|if)\b|^(?:and|y|or) |^(?:make|let'?s make|say|then|actually|sorry|no|instead)\b|^(?:for|with|at|on|in) \S+(?: \S+){0,6}\??$/i

/** "It's 50 hours away, same?": what was asked before, under what is told now. */
const SAME_AGAIN =
  /\b(?:same(?: thing| rule| price| then| here)?|still true|also then|even then|in that case|does (?:that|it|this) (?:still )?(?:apply|hold|count)(?: then)?)\W*\?\W*$/i

function hasFacts(slots: Slots): boolean {
  return Boolean(
    slots.guests ??
      slots.guestsChange ??
      slots.date ??
      slots.time ??
      slots.place ??
      slots.distanceMiles ??
      slots.items[0] ??
      slots.percentages[0] ??
      slots.diets[0] ??
      slots.allergies[0],
  )
}

const CERTAIN = 0.9
const LEAST_OF_QUESTION = 6

/** Proven by words, or a whole question that can hardly be another. */
function standsForItself({ source, confidence, clause }: DetectedAsk): boolean {
  if (source === "pattern") return true
  return confidence >= CERTAIN && isQuestionLike(clause) && clause.split(/\s+/).length >= LEAST_OF_QUESTION
}

/** "And for 30?" or a bare "14 adults" asks again what was asked before. @returns the asks that count for the message. */
export function inheritAsks(
  asks: DetectedAsk[],
  text: string,
  slots: Slots,
  previous: Understanding | undefined,
): DetectedAsk[] {
  const isSame = SAME_AGAIN.test(text)
  if (!previous || !(isSame || hasFacts(slots))) return asks
  const before = previous.asks.filter(
    ({ ask }) => ask !== "greeting" && ask !== "thanks" && ask !== "unknown.topic",
  )
  if (before.length === 0 || asks.some(standsForItself)) return asks
  const isBare = text.split(/\s+/).length <= 6 && !text.includes("?")
  if (!isSame && !ELLIPSIS.test(text) && !isBare) return asks
  return before.map((ask) => ({ ...ask, clause: text, source: "previous" }))
}
