import type { AgentName } from "../asks/agents.ts"
import { shareLabels } from "../classifier/classifier.ts"
import { foldAccents } from "../fold-accents.ts"
import {
  type ContextFlag,
  EMOTIONS,
  type EmotionLabel,
  type EmotionReading,
  type EscalationReason,
  type Tone,
} from "./emotion.ts"
import { emotionClassifier } from "./emotion-classifier.ts"
import { EMOTION_SIGNS, EMOTION_WORDS, INTENSIFIERS, SOFTENERS } from "./emotion-words.ts"

export interface EmotionQuestion {
  text: string
  flags: readonly ContextFlag[]
  mustEscalate: readonly EscalationReason[]
  isLeaving: boolean
  hasComplaint: boolean
  /** The party is today or tomorrow. */
  isSoon: boolean
}

type Weights = Partial<Record<EmotionLabel, number>>

/** Weight of the trained model against the words; with words in sight they decide. */
const MODEL_WEIGHT = 1.6
const NEUTRAL_WEIGHT = 0.5
/** A plain question is neutral: without a word of feeling the model must be sure, and still outweigh this. */
const SURE_WITHOUT_WORDS = 0.6
const SILENT_NEUTRAL = 1
const NEGATION =
  /\b(?:not|no|never|isn'?t|wasn'?t|aren'?t|don'?t|didn'?t|won'?t|without|nothing|hardly|less than)(?: \w+)? $/i
const NEGATIVE: readonly EmotionLabel[] = [
  "angry",
  "frustrated",
  "disappointed",
  "sad",
  "anxious",
  "urgent-worried",
  "embarrassed",
]
const POSITIVE: readonly EmotionLabel[] = ["happy", "excited", "grateful"]

function weighWords(message: string): Weights {
  const text = foldAccents(message)
  const weights: Weights = {}
  for (const [label, weight, words] of EMOTION_WORDS) {
    for (const match of text.matchAll(words)) {
      const isNegated = NEGATION.test(text.slice(0, match.index))
      if (isNegated && POSITIVE.includes(label)) weights.disappointed = (weights.disappointed ?? 0) + 1.5
      if (!isNegated) weights[label] = (weights[label] ?? 0) + weight
    }
  }
  for (const [label, signs] of EMOTION_SIGNS) {
    const count = text.match(signs)?.length ?? 0
    if (count > 0) weights[label] = (weights[label] ?? 0) + 1.5 + 0.3 * count
  }
  return weights
}

const FLAG_WEIGHTS: [ContextFlag, EmotionLabel, number][] = [
  ["bereavement", "sad", 3],
  ["legal_threat", "angry", 3],
  ["chargeback", "angry", 2.5],
  ["refund_demand", "angry", 1.2],
  ["refund_demand", "disappointed", 0.8],
  ["harassment", "angry", 2.5],
  ["property_damage", "angry", 1.4],
  ["property_damage", "frustrated", 1],
  ["food_poisoning", "angry", 1.2],
  ["food_poisoning", "urgent-worried", 1.2],
  ["injury", "urgent-worried", 2],
  ["vulnerable_person", "urgent-worried", 1],
  ["vulnerable_person", "sad", 0.6],
  ["repeat_contact", "frustrated", 2.4],
  ["minors_and_alcohol", "neutral", 0.4],
]

/** Who tells of harm, or threatens, is not calm, however plain the words are. */
const NEVER_NEUTRAL: readonly EscalationReason[] = [
  "allergic_reaction",
  "injury",
  "food_poisoning",
  "property_damage",
  "harassment",
  "legal_threat",
  "chargeback",
  "refund_demand",
  "repeat_contact",
  "vulnerable_person",
]
const CALM_SHARE = 0.2

/** "Get me your supervisor": a demand, not a question. */
const DEMAND = /^\W*(?:get|give|put|find|send|connect|transfer|stop|i (?:want|demand|need))\b(?!.*\?)/i

function weighDemands(weights: Weights, { text, mustEscalate }: EmotionQuestion): void {
  if (mustEscalate.includes("asks_for_a_human") && DEMAND.test(text))
    weights.frustrated = (weights.frustrated ?? 0) + 1.6
  if (mustEscalate.includes("minors_and_alcohol") && !text.includes("?"))
    weights.angry = (weights.angry ?? 0) + 1.6
}

/** A complaint is not a thank-you: polite words around bad news do not make it happy. */
function quietContradictions(weights: Weights): void {
  const bad = NEGATIVE.reduce((sum, label) => sum + (weights[label] ?? 0), 0)
  if (bad >= 2) for (const label of POSITIVE) if (weights[label]) weights[label]! *= 0.35
  if (weights.grateful && weights.happy && weights.grateful >= weights.happy) weights.happy *= 0.7
}

/** A letter that only thanks, whatever hard times it tells of. */
const ONLY_THANKS =
  /\b(?:just|only) (?:gratitude|thanks|wanted to (?:say thank|thank)|a (?:quick |big )?thank)|\b(?:wanted|writing|write) to (?:say )?thank|\bno (?:question|complaint)s?\b.{0,20}\b(?:gratitude|thank)/i

function weigh(question: EmotionQuestion): Weights {
  const weights = weighWords(question.text)
  for (const [flag, label, weight] of FLAG_WEIGHTS) {
    if (question.flags.includes(flag)) weights[label] = (weights[label] ?? 0) + weight
  }
  if (question.mustEscalate.includes("allergic_reaction")) {
    weights["urgent-worried"] = (weights["urgent-worried"] ?? 0) + 3
  }
  if (question.hasComplaint) weights.disappointed = (weights.disappointed ?? 0) + 1
  if (question.isLeaving) weights.disappointed = (weights.disappointed ?? 0) + 1.5
  if (ONLY_THANKS.test(question.text) && !question.hasComplaint)
    weights.grateful = (weights.grateful ?? 0) + 4
  weighDemands(weights, question)
  quietContradictions(weights)
  const classifier = emotionClassifier()
  const shares = shareLabels(classifier, question.text)
  const isSilent = Object.keys(weights).length === 0
  classifier.labels.forEach((label, at) => {
    const emotion = EMOTIONS.find((name) => name === label)
    if (!emotion || (isSilent && shares[at]! < SURE_WITHOUT_WORDS)) return
    weights[emotion] = (weights[emotion] ?? 0) + MODEL_WEIGHT * shares[at]!
  })
  weights.neutral = (weights.neutral ?? 0) + (isSilent ? SILENT_NEUTRAL : NEUTRAL_WEIGHT)
  if (question.mustEscalate.some((reason) => NEVER_NEUTRAL.includes(reason))) weights.neutral *= CALM_SHARE
  return weights
}

function rank(weights: Weights): { label: EmotionLabel; share: number }[] {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  return EMOTIONS.map((label) => ({ label, share: (weights[label] ?? 0) / (total || 1) }))
    .filter(({ share }) => share >= 0.05)
    .sort((a, b) => b.share - a.share)
}

const BASE_INTENSITY: Record<EmotionLabel, number> = {
  neutral: 0.15,
  curious: 0.25,
  confused: 0.4,
  happy: 0.5,
  grateful: 0.5,
  excited: 0.65,
  embarrassed: 0.5,
  anxious: 0.55,
  disappointed: 0.55,
  frustrated: 0.6,
  sad: 0.6,
  angry: 0.75,
  "urgent-worried": 0.8,
}

function measureIntensity(text: string, primary: EmotionLabel): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const shouts = letters > 12 && capitals / letters > 0.6 ? 0.15 : 0
  const marks = Math.min((text.match(/!/g)?.length ?? 0) * 0.04, 0.12)
  const stronger = Math.min((text.match(INTENSIFIERS)?.length ?? 0) * 0.06, 0.18)
  const softer = Math.min((text.match(SOFTENERS)?.length ?? 0) * 0.15, 0.25)
  const isFlat = primary === "neutral" || primary === "curious"
  const raised =
    BASE_INTENSITY[primary] + (isFlat ? (shouts + marks) / 2 : shouts + marks + stronger) - softer
  return Math.round(Math.min(Math.max(raised, 0.05), 1) * 100) / 100
}

const HURRY =
  /\b(?:asap|urgent\w*|emergency|immediately|right now|right away|hurry|tonight|today|in (?:an|one|two|1|2|3) hours?|any minute|guests are here|now!|waiting outside|starts in|minutes|this (?:morning|afternoon|evening)|quick(?:ly)?|last minute|urgente|hoy|deadline|as soon as possible)\b/gi
const SAFETY: readonly EscalationReason[] = [
  "allergic_reaction",
  "injury",
  "food_poisoning",
  "vulnerable_person",
]

function measureUrgency(question: EmotionQuestion, primary: EmotionLabel): number {
  let urgency = 0.15 + 0.2 * Math.min(question.text.match(HURRY)?.length ?? 0, 3)
  if (primary === "urgent-worried") urgency += 0.35
  if (primary === "angry" || primary === "frustrated") urgency += 0.15
  if (question.isSoon) urgency += 0.2
  if (question.flags.includes("repeat_contact")) urgency += 0.15
  if (question.mustEscalate.length > 0) urgency = Math.max(urgency, 0.6)
  if (question.mustEscalate.some((reason) => SAFETY.includes(reason))) urgency = Math.max(urgency, 0.9)
  return Math.round(Math.min(urgency, 1) * 100) / 100
}

function measureRisk(question: EmotionQuestion, primary: EmotionLabel, intensity: number): number {
  if (question.mustEscalate.length > 0) return Math.min(0.85 + 0.05 * question.mustEscalate.length, 1)
  let risk = 0.05
  if (primary === "angry") risk = 0.5 * intensity + 0.25
  else if (primary === "frustrated" || primary === "urgent-worried") risk = 0.5 * intensity + 0.1
  else if (NEGATIVE.includes(primary)) risk = 0.4 * intensity
  if (question.hasComplaint) risk += 0.15
  if (question.flags.includes("repeat_contact")) risk += 0.2
  return Math.round(Math.min(risk, 1) * 100) / 100
}

function recommend(question: EmotionQuestion, primary: EmotionLabel): AgentName | null {
  const { flags, mustEscalate } = question
  if (mustEscalate.includes("allergic_reaction") || mustEscalate.includes("severe_allergy")) return "Allergen"
  const isGrave: ContextFlag[] = [
    "injury",
    "food_poisoning",
    "property_damage",
    "harassment",
    "minors_and_alcohol",
    "refund_demand",
    "chargeback",
    "legal_threat",
  ]
  if (isGrave.some((flag) => flags.includes(flag))) return "ComplaintResolution"
  if (flags.includes("press")) return "CustomerCare"
  if (question.isLeaving) return "Winback"
  if (primary === "frustrated" && flags.includes("repeat_contact")) return "Empathy"
  if (flags.includes("vulnerable_person") || flags.includes("bereavement") || primary === "sad")
    return "Empathy"
  if (question.hasComplaint)
    return primary === "angry" && !/\b(?:chef|food|party|late|cold)\b/i.test(question.text)
      ? "Empathy"
      : "ComplaintResolution"
  if (primary === "disappointed") return "ComplaintResolution"
  if (primary === "angry" || primary === "frustrated") return "Empathy"
  if (primary === "anxious" || primary === "urgent-worried") return "AnxietyRelief"
  if (primary === "embarrassed") return "Empathy"
  return flags.includes("allergy") ? "Allergen" : null
}

const TONES: Partial<Record<EmotionLabel, Tone>> = {
  angry: "calm",
  frustrated: "apologetic",
  disappointed: "apologetic",
  sad: "gentle",
  anxious: "reassuring",
  "urgent-worried": "urgent-factual",
  embarrassed: "reassuring",
  confused: "clear",
  excited: "celebratory",
}

function prioritise(question: EmotionQuestion, urgency: number, risk: number): EmotionReading["priority"] {
  if (question.mustEscalate.some((reason) => SAFETY.includes(reason))) return "urgent"
  if (question.mustEscalate.length > 0 || urgency >= 0.7) return urgency >= 0.85 ? "urgent" : "high"
  if (risk >= 0.5) return "high"
  return "normal"
}

/** How the customer feels and what that asks for. It steers tone and order; it never decides money. */
export function readEmotion(question: EmotionQuestion): EmotionReading {
  const ranked = rank(weigh(question))
  const primary = ranked[0]?.label ?? "neutral"
  const second = ranked[1]
  const intensity = measureIntensity(question.text, primary)
  const urgency = measureUrgency(question, primary)
  const escalationRisk = measureRisk(question, primary, intensity)
  return {
    primary,
    secondary: second && second.share >= 0.15 ? second.label : null,
    scores: Object.fromEntries(ranked.map(({ label, share }) => [label, Math.round(share * 100) / 100])),
    intensity,
    urgency,
    escalationRisk,
    flags: [...question.flags],
    recommendedAgent: recommend(question, primary),
    toneOverride: question.flags.includes("bereavement") ? "gentle" : (TONES[primary] ?? null),
    priority: prioritise(question, urgency, escalationRisk),
  }
}
