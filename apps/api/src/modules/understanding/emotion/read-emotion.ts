import type { AgentName } from "../asks/agents.ts"
import type {
  ContextFlag,
  EmotionLabel,
  EmotionQuestion,
  EmotionReading,
  EscalationReason,
  Tone,
} from "./emotion.ts"
import { INTENSIFIERS, SOFTENERS } from "./emotion-words.ts"
import { NEGATIVE, rankEmotions } from "./weigh-emotion.ts"

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
  const ranked = rankEmotions(question)
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
    hardship: question.hardship,
    recommendedAgent: recommend(question, primary),
    toneOverride: question.flags.includes("bereavement") ? "gentle" : (TONES[primary] ?? null),
    priority: prioritise(question, urgency, escalationRisk),
  }
}
