import type { Hardship } from "#modules/understanding/index.ts"
import type { Turn } from "../turn/turn.ts"

const WORDS: Record<Hardship, string> = {
  dying: "I am so sorry that you are going through this.",
  illness: "I am so sorry to hear that, and I wish you and your family all the best.",
  separation: "I am so sorry; that must be very hard, and we will keep this as easy for you as we can.",
  disaster: "I am so sorry that this happened to you, and I hope that everybody is safe.",
  money: "I am sorry that times are hard; it is good that you tell me, and we will see what fits.",
  distrust: "I understand the worry, and it is right to ask before you pay.",
  outrage: "I understand that this feels wrong to you, and I am sorry for the frustration.",
  exhaustion:
    "I understand how much this is right now, and I am sorry for the stress: we take it step by step.",
}
/** Nerves before a question that will be remembered are no trouble. */
const PROPOSAL =
  /\b(?:i'?m|i am|i will|i'?ll|going to|want to|about to|plan(?:ning)? to) (?:\w+ )?propos(?:e|ing)\b|\bpop(?:ping)? the question\b|\bask(?:ing)? (?:her|him|them|my \w+) to marry\b/i
const JOYFUL = ["happy", "excited", "grateful"]

/** @returns the words that meet what the customer is going through; empty when the message tells of no trouble. */
export function hardshipOpening(turn: Turn): string {
  const { hardship, primary } = turn.understanding.emotion
  if (hardship === "exhaustion" && PROPOSAL.test(turn.text))
    return "How wonderful, and how natural to be nervous before it: we take it step by step."
  return hardship && !JOYFUL.includes(primary) ? WORDS[hardship] : ""
}

const THANKS =
  /\b(?:thank(?:s| you)|grateful|so (?:kind|sweet|good|lovely|gentle|thoughtful)|best (?:night|evening|party|dinner)|laughed|loved|wonderful|made (?:our|my|her|his|the|everyone)|turned|perfect|meant (?:a lot|so much|the world))\b/i

const ASKS_MORE = /[?]|\b(?:can't|cannot|won't|cancel|move)\b/i
/** "Can you tell the chef?" asks nothing of us but that. */
const PASS_ON =
  /\b(?:can|could|would|will) (?:you|somebody|someone)(?: please)? (?:tell|thank|let|pass|say|give)\b[^?]*\?/gi

/** A good word about us from somebody who mourns, with nothing asked or complained of. */
export function isThanks({ asks, text, understanding: { mustEscalate } }: Turn): boolean {
  const isCalm = mustEscalate.length === 0 && !asks.includes("complaint")
  const isPast = /\b(?:was|were|made|had|did|got|brought|\w+ed)\b/i.test(text)
  return isCalm && isPast && THANKS.test(text) && !ASKS_MORE.test(text.replace(PASS_ON, ""))
}

/** @returns words of sympathy when somebody has died, or is about to. */
export function lossOpening(turn: Turn): string {
  const { flags, hardship } = turn.understanding.emotion
  if (!flags.includes("bereavement")) return ""
  if (isThanks(turn))
    return "Thank you so much for telling us, it means a lot to all of us. I am so sorry for your loss."
  return hardship === "dying" ? WORDS.dying : "I am so sorry for your loss."
}
