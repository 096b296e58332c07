import type { AgentName } from "../asks/agents.ts"
import type { Hardship } from "./hardships.ts"

export const EMOTIONS = [
  "neutral",
  "happy",
  "excited",
  "grateful",
  "curious",
  "confused",
  "anxious",
  "frustrated",
  "angry",
  "disappointed",
  "sad",
  "embarrassed",
  "urgent-worried",
] as const
export type EmotionLabel = (typeof EMOTIONS)[number]

export const CONTEXT_FLAGS = [
  "special_occasion",
  "bereavement",
  "allergy",
  "injury",
  "food_poisoning",
  "property_damage",
  "harassment",
  "minors_and_alcohol",
  "legal_threat",
  "chargeback",
  "refund_demand",
  "press",
  "asks_for_a_human",
  "vulnerable_person",
  "repeat_contact",
] as const
export type ContextFlag = (typeof CONTEXT_FLAGS)[number]

/** Why a person must take over, whatever else is said. */
export type EscalationReason =
  | "allergic_reaction"
  | "severe_allergy"
  | Exclude<ContextFlag, "special_occasion" | "bereavement" | "allergy">

export type Tone =
  | "friendly"
  | "celebratory"
  | "reassuring"
  | "apologetic"
  | "calm"
  | "gentle"
  | "clear"
  | "urgent-factual"

export interface EmotionQuestion {
  text: string
  flags: readonly ContextFlag[]
  mustEscalate: readonly EscalationReason[]
  /** What the writer is going through. */
  hardship: Hardship | null
  isLeaving: boolean
  hasComplaint: boolean
  /** The party is today or tomorrow. */
  isSoon: boolean
}

export interface EmotionReading {
  primary: EmotionLabel
  secondary: EmotionLabel | null
  /** Shares of the labels that were found, 0–1, adding up to 1. */
  scores: Partial<Record<EmotionLabel, number>>
  intensity: number
  urgency: number
  escalationRisk: number
  flags: ContextFlag[]
  /** The heaviest trouble that the writer tells of; that somebody died is a flag of its own. */
  hardship: Hardship | null
  /** The agent that the emotion asks for; null leaves the choice to the router. */
  recommendedAgent: AgentName | null
  /** Null when the agent's own tone fits. */
  toneOverride: Tone | null
  priority: "low" | "normal" | "high" | "urgent"
}
