import { isQuestionLike } from "../asks/unread-parts.ts"
import { foldAccents } from "../fold-accents.ts"
import { withoutDeniedIllness } from "./denied-illness.ts"
import type { ContextFlag, EscalationReason } from "./emotion.ts"
import { guessReason } from "./escalation-classifier.ts"
import { FLAG_PATTERNS, REACTION, SEVERE_ALLERGY } from "./flag-patterns.ts"
import { findHardship, type Hardship } from "./hardships.ts"
import { isJoyfulNews } from "./joyful-news.ts"
import { isPraise } from "./praise.ts"

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
  /\b(?:if|what if|in case|suppose|hypothetical\w*|has anyone ever|have you ever|does anyone ever|do people ever|ever had|(?:worried|nervous|anxious|paranoid) (?:about|of|that|someone|my|the|it)|afraid (?:of|that)|scared (?:of|that)|risk (?:of|that)|prevent|avoid|so (?:that )?(?:no ?one|nobody)|make sure (?:no|nobody|that no|the kids don'?t)|how do you (?:handle|deal|prevent|avoid)|(?:will|would|could|can|might|does|do|is|are) (?:the|your|it|this|that|a|any|there)(?: \w+){0,3})\b/i
const DENIED = /\b(?:no ?one|nobody|none of us|not|never|n'?t|without|thankfully no)\b[^,;]{0,18}$/i

const sentencesOf = (text: string) =>
  text.split(/(?<=[.?!;])\s+|\n+|,? but /).filter((sentence) => sentence.trim() !== "")

/** "When you owe a customer a refund, how is it sent?" asks how things are done; nobody demands anything. */
const IN_GENERAL =
  /\b(?:customers?|clients?|people|somebody|someone|anyone|in general|generally|usually|normally|typically|procedur\w+|polic(?:y|ies)|refunds)\b/i
const OWN = /\b(?:my|mine|our|ours|me|us|i|we)\b/i
const DEMANDS: readonly (ContextFlag | EscalationReason)[] = ["refund_demand", "chargeback"]

function asksInGeneral(flag: ContextFlag | EscalationReason, sentence: string): boolean {
  if (!DEMANDS.includes(flag) || !isQuestionLike(sentence) || OWN.test(sentence)) return false
  return flag === "chargeback" || IN_GENERAL.test(sentence)
}

function isRaised(sentence: string, pattern: (typeof FLAG_PATTERNS)[number], whole: string): boolean {
  const match = pattern.words.exec(sentence)
  if (!match) return false
  if (pattern.unless?.test(sentence)) return false
  if (asksInGeneral(pattern.flag, sentence)) return false
  if (pattern.needs && !pattern.needs.test(whole)) return false
  if (!pattern.mustHaveHappened) return true
  const before = sentence.slice(0, match.index)
  const reachesBack = sentence.slice(0, match.index + match[0].length)
  if (DENIED.test(before)) return false
  return !(HYPOTHETICAL.test(before) || /^\s*(?:if|what if|in case|suppose)\b/i.test(reachesBack))
}

/** From here on the trained model is believed; low, because a missed injury costs more than a needless look. */
const BELIEVED_FROM = 0.2
/** Allergies, sick jokes and worries are everyday talk here; for these the model must be surer. */
const EVERYDAY_TALK: readonly EscalationReason[] = [
  "allergic_reaction",
  "severe_allergy",
  "vulnerable_person",
  "chargeback",
  "legal_threat",
]
const BELIEVED_IN_TALK_FROM = 0.35
/** Whoever mourns, or cannot take any more, may say in mild words that they do not want to live. */
const BELIEVED_IN_DISTRESS_FROM = 0.22
/** What counts only when it happened; "what if a guest gets burned?" is a question about a rule. */
const EVENTS: readonly EscalationReason[] = ["injury", "food_poisoning", "property_damage", "harassment"]
/** Nerves, not food: the model knows the words of sickness, not what they are said of. */
const NERVES = /\b(?:nerves|nervous|worry|worried|stress(?:ed)?|anxious|anxiety|excitement)\b/i
/** Who does not follow a sum or a rule needs it explained, not a person. */
const PUZZLED =
  /\b(?:don'?t (?:get|understand) (?:it|this|why|how)|feel(?:ing)? (?:so |really |kinda |a bit )?(?:stupid|dumb|silly|slow)|confus(?:ed|ing) (?:by|about))\b/i
const SUPPOSED =
  /^\W*(?:(?:and|but|so|ok|hi|hello),? )?(?:if|what if|in case|suppose|will|would|could|can|may|might|does|do|is|are|how|what|where|when|which|who|should)\b.*\?|\b(?:if|in case|what if)\b|\b(?:nervous|worried|anxious|scared|afraid|paranoid) (?:about|of|that|i|we|to)\b|\bno ?one\b|\bnobody\b|\bnot\b/i

/** "2 teens (14 and 16)" of a price list drink nothing. */
const DRINK =
  /\b(?:sak[eé]|alcohol\w*|beers?|wine|booze|liquor|shots?|vodka|whiske?y|drunk|drink\w*|tipsy|cocktails?|sips?|bar|pour\w*|serv\w+|bartend\w*|toast|champagne|seltzers?|id|carded)\b/i

/** Old enough, and nobody younger named. */
const GROWN =
  /^(?!.*\b(?:1\d|20|under|minors?|underage|teens?|kids?)\b).*\b(?:21(?:st)?|2[2-9]|[3-9]\d(?:th)?|adults?|grown)\b/i

/** Whether a person or a program writes here is asked to know it, not to be put through. */
const NATURE =
  /\b(?:is (?:this|that|it)|are (?:you|u)|r u|am i|(?:talking|chatting|speaking|texting) (?:to|with))\b.{0,20}\b(?:real|human|person|someone|bot|robot|machine|ai|automated)\b/i

function leastOf(reason: EscalationReason, isDistressed: boolean): number {
  if (reason === "vulnerable_person" && isDistressed) return BELIEVED_IN_DISTRESS_FROM
  return EVERYDAY_TALK.includes(reason) ? BELIEVED_IN_TALK_FROM : BELIEVED_FROM
}

function guessFlags(sentences: readonly string[], isDistressed: boolean): EscalationReason[] {
  const reasons = new Set<EscalationReason>()
  for (const sentence of sentences.slice(0, 12)) {
    if (sentence.trim().split(/\s+/).length < 3) continue
    const guess = guessReason(sentence)
    if (!guess) continue
    if (guess.confidence < leastOf(guess.reason, isDistressed)) continue
    if (DEMANDS.includes(guess.reason) && isQuestionLike(sentence) && !OWN.test(sentence)) continue
    if (guess.reason === "minors_and_alcohol" && (GROWN.test(sentence) || !DRINK.test(sentence))) continue
    if (guess.reason === "food_poisoning" && NERVES.test(sentence)) continue
    if (guess.reason === "asks_for_a_human" && NATURE.test(sentence)) continue
    if (guess.reason === "vulnerable_person" && PUZZLED.test(sentence)) continue
    if (EVENTS.includes(guess.reason) && SUPPOSED.test(sentence)) continue
    reasons.add(guess.reason)
  }
  return [...reasons]
}

const DISTRESS: readonly (Hardship | null)[] = ["dying", "separation", "exhaustion"]

/** Context flags of a message, and the reasons for which a person must take over. Recall comes first. */
export function findFlags(text: string): FlagsFound {
  const plain = foldAccents(text)
  const sentences = sentencesOf(plain)
  const flags = new Set<ContextFlag>()
  for (const pattern of FLAG_PATTERNS) {
    if (flags.has(pattern.flag)) continue
    if (sentences.some((sentence) => isRaised(sentence, pattern, plain))) flags.add(pattern.flag)
  }
  if (isJoyfulNews(text)) flags.add("special_occasion")
  const stated = withoutDeniedIllness(plain)
  const isDistressed = flags.has("bereavement") || DISTRESS.includes(findHardship(plain))
  // "My kids won't stop flipping shrimp": the model knows the words of trouble, not the joy around them.
  const guessed = isPraise(plain) ? [] : guessFlags(sentencesOf(stated), isDistressed)
  for (const reason of guessed) {
    if (reason !== "allergic_reaction" && reason !== "severe_allergy") flags.add(reason)
  }
  const mustEscalate: EscalationReason[] = []
  if (REACTION.test(plain) || guessed.includes("allergic_reaction")) mustEscalate.push("allergic_reaction")
  else if (SEVERE_ALLERGY.test(stated) || guessed.includes("severe_allergy"))
    mustEscalate.push("severe_allergy")
  if (mustEscalate.length > 0) flags.add("allergy")
  for (const flag of ESCALATING) if (flags.has(flag)) mustEscalate.push(flag as EscalationReason) // safe: ESCALATING holds no other flag
  return { flags: [...flags], mustEscalate }
}
