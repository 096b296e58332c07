import { askKind } from "./asks/ask-list.ts"
import type { DetectedAsk } from "./asks/detect-asks.ts"
import type { EmotionReading, EscalationReason } from "./emotion/emotion.ts"
import type { Slots } from "./slots/slots.ts"

export type ComplexityTrigger =
  | "several_asks"
  | "several_topics"
  | "pricing_with_slots"
  | "large_group"
  | "stakes"
  | "complaint"
  | "strong_emotion"
  | "escalation"
  | "unknown"
  | "long_message"
  | "planning"

export interface Complexity {
  /** 0–1: below 0.3 one model, above 0.7 the full discussion. */
  score: number
  level: "faq" | "standard" | "complex"
  triggers: ComplexityTrigger[]
}

export interface ComplexityQuestion {
  asks: readonly DetectedAsk[]
  slots: Slots
  emotion: EmotionReading
  mustEscalate: readonly EscalationReason[]
  text: string
}

const STAKES_OCCASION = /wedding|funeral|company|quince|rehearsal|reunion|retirement/i

/** Words of a customer who wants several things arranged together. */
const PLANNING = /\b(?:plan|organi[sz]e|arrange|help (?:me|us) (?:plan|with|figure)|put together)\b/i

/** More than this many guests touches chefs, space and money at once. */
const LARGE_GROUP = 40

function countFacts(slots: Slots): number {
  return (
    Number(slots.guests !== undefined) +
    Number(slots.guests !== undefined && slots.guests.children + slots.guests.littleOnes > 0) +
    Number(slots.date !== undefined || slots.isSameDate) +
    Number(slots.time !== undefined) +
    Number(slots.place !== undefined || slots.distanceMiles !== undefined) +
    Math.min(slots.items.length, 2) +
    Math.min(slots.diets.length + slots.allergies.length, 2)
  )
}

interface Part {
  trigger: ComplexityTrigger
  weight: number
  applies: boolean
}

function weighParts(question: ComplexityQuestion): Part[] {
  const { asks, slots, emotion, text } = question
  const real = asks.filter(({ ask }) => ask !== "greeting" && ask !== "thanks")
  const topics = new Set(real.map(({ ask }) => askKind(ask).agent)).size
  const facts = countFacts(slots)
  const hasPrice = real.some(
    ({ ask }) => ask === "price.total" || ask === "availability.date" || ask === "booking.create",
  )
  const hasStakes =
    slots.allergies.length > 0 ||
    STAKES_OCCASION.test(slots.occasion ?? "") ||
    emotion.flags.includes("allergy")
  const isComplaint = real.some(({ ask }) => ask === "complaint" || ask === "winback.leaving")
  const isLarge = (slots.guests?.total ?? 0) >= LARGE_GROUP
  return [
    { trigger: "several_asks", weight: 0.12 * Math.min(real.length - 1, 4), applies: real.length > 1 },
    { trigger: "several_topics", weight: 0.08 * Math.min(topics - 1, 3), applies: topics > 1 },
    { trigger: "pricing_with_slots", weight: 0.045 * Math.min(facts, 6), applies: hasPrice && facts > 1 },
    { trigger: "large_group", weight: 0.12, applies: isLarge },
    { trigger: "stakes", weight: 0.12, applies: hasStakes },
    { trigger: "complaint", weight: 0.15, applies: isComplaint },
    { trigger: "planning", weight: 0.08, applies: PLANNING.test(text) && real.length > 1 },
    {
      trigger: "strong_emotion",
      weight: 0.15,
      applies:
        emotion.intensity >= 0.6 &&
        ["angry", "frustrated", "sad", "urgent-worried", "anxious"].includes(emotion.primary),
    },
    { trigger: "escalation", weight: 0.2, applies: question.mustEscalate.length > 0 },
    {
      trigger: "unknown",
      weight: 0.1,
      applies: real.some(({ ask }) => ask === "unknown.topic") && text.length > 60,
    },
    { trigger: "long_message", weight: 0.08, applies: text.length > 350 },
  ]
}

/** How much discussion a message deserves, with the triggers that made it so. */
export function measureComplexity(question: ComplexityQuestion): Complexity {
  const base = Math.max(...question.asks.map(({ ask }) => askKind(ask).effort), 0)
  const parts = weighParts(question).filter(({ applies }) => applies)
  const score = Math.round(Math.min(base + parts.reduce((sum, { weight }) => sum + weight, 0), 1) * 100) / 100
  return {
    score,
    level: score < 0.3 ? "faq" : score <= 0.7 ? "standard" : "complex",
    triggers: parts.map(({ trigger }) => trigger),
  }
}
