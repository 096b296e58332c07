import type { ContextFlag, EscalationReason } from "./emotion.ts"
import { FLAG_PATTERNS, REACTION, SEVERE_ALLERGY } from "./flag-patterns.ts"

export interface FlagsFound {
  flags: ContextFlag[]
  mustEscalate: EscalationReason[]
}

/** Flags that a person must see, in the order in which they matter. */
const ESCALATING: readonly ContextFlag[] = [
  "injury",
  "food_poisoning",
  "vulnerable_person",
  "harassment",
  "minors_and_alcohol",
  "property_damage",
  "legal_threat",
  "chargeback",
  "press",
  "refund_demand",
  "asks_for_a_human",
  "repeat_contact",
]
/** "What if someone gets hurt?" asks about a rule; nothing has happened. */
const HYPOTHETICAL =
  /\b(?:if|what if|in case|suppose|hypothetical\w*|has anyone ever|have you ever|does anyone ever|do people ever|ever had|worried (?:about|that|someone|my|the|it)|afraid (?:of|that)|scared (?:of|that)|risk (?:of|that)|prevent|avoid|so (?:that )?(?:no ?one|nobody)|make sure (?:no|nobody|that no|the kids don'?t)|how do you (?:handle|deal|prevent|avoid)|(?:will|would|could|can|might|does|do|is|are) (?:the|your|it|this|that|a|any|there)(?: \w+){0,3})\b/i
const DENIED = /\b(?:no ?one|nobody|none of us|not|never|n'?t|without|thankfully no)\b[^,;]{0,18}$/i

const sentencesOf = (text: string) =>
  text.split(/(?<=[.?!;])\s+|\n+|,? but /).filter((sentence) => sentence.trim() !== "")

function isRaised(sentence: string, pattern: (typeof FLAG_PATTERNS)[number], whole: string): boolean {
  const match = pattern.words.exec(sentence)
  if (!match) return false
  if (pattern.unless?.test(sentence)) return false
  if (pattern.needs && !pattern.needs.test(whole)) return false
  if (!pattern.mustHaveHappened) return true
  const before = sentence.slice(0, match.index)
  const reachesBack = sentence.slice(0, match.index + match[0].length)
  if (DENIED.test(before)) return false
  return !(HYPOTHETICAL.test(before) || /^\s*(?:if|what if|in case|suppose)\b/i.test(reachesBack))
}

/** Context flags of a message, and the reasons for which a person must take over. Recall comes first. */
export function findFlags(text: string): FlagsFound {
  const plain = text.replace(/[’‘]/g, "'")
  const sentences = sentencesOf(plain)
  const flags = new Set<ContextFlag>()
  for (const pattern of FLAG_PATTERNS) {
    if (flags.has(pattern.flag)) continue
    if (sentences.some((sentence) => isRaised(sentence, pattern, plain))) flags.add(pattern.flag)
  }
  const mustEscalate: EscalationReason[] = []
  if (REACTION.test(plain)) mustEscalate.push("allergic_reaction")
  else if (SEVERE_ALLERGY.test(plain)) mustEscalate.push("severe_allergy")
  if (mustEscalate.length > 0) flags.add("allergy")
  for (const flag of ESCALATING) if (flags.has(flag)) mustEscalate.push(flag as EscalationReason) // safe: ESCALATING holds no other flag
  return { flags: [...flags], mustEscalate }
}
