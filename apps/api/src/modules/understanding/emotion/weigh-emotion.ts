import { shareLabels } from "../classifier/classifier.ts"
import { foldAccents } from "../fold-accents.ts"
import {
  type ContextFlag,
  EMOTIONS,
  type EmotionLabel,
  type EmotionQuestion,
  type EscalationReason,
} from "./emotion.ts"
import { emotionClassifier } from "./emotion-classifier.ts"
import { EMOTION_SIGNS, EMOTION_WORDS } from "./emotion-words.ts"
import type { Hardship } from "./hardships.ts"
import { isJoyfulNews } from "./joyful-news.ts"
import { isPraise } from "./praise.ts"

type Weights = Partial<Record<EmotionLabel, number>>

/** Weight of the trained model against the words; with words in sight they decide. */
const MODEL_WEIGHT = 1.6
const NEUTRAL_WEIGHT = 0.5
/** A plain question is neutral: without a word of feeling the model must be sure, and still outweigh this. */
const SURE_WITHOUT_WORDS = 0.6
const SILENT_NEUTRAL = 1
const NEGATION =
  /\b(?:not|no|never|isn'?t|wasn'?t|aren'?t|don'?t|didn'?t|won'?t|without|nothing|hardly|less than)(?: \w+)? $/i
export const NEGATIVE: readonly EmotionLabel[] = [
  "angry",
  "frustrated",
  "disappointed",
  "sad",
  "anxious",
  "urgent-worried",
  "embarrassed",
]
const POSITIVE: readonly EmotionLabel[] = ["happy", "excited", "grateful"]

const NEWS_WEIGHT = 3
/** They laugh and cry over joy as well as over grief. */
const TEARS = /[😭😩😱🥺😢💀]/gu

function weighWords(message: string): Weights {
  const isNews = isJoyfulNews(message) || isPraise(message)
  const text = foldAccents(isNews ? message.replace(TEARS, "") : message)
  const weights: Weights = isNews ? { excited: NEWS_WEIGHT } : {}
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

/** What somebody goes through weighs on them, however plainly it is told. */
const HARDSHIP_WEIGHTS: Record<Hardship, [EmotionLabel, number]> = {
  dying: ["sad", 3],
  illness: ["sad", 1.6],
  separation: ["sad", 3],
  disaster: ["sad", 2.4],
  money: ["sad", 0.8],
  distrust: ["anxious", 1.6],
  outrage: ["angry", 1.2],
  exhaustion: ["anxious", 0.8],
}

function weighHardship(weights: Weights, hardship: Hardship): void {
  const [label, weight] = HARDSHIP_WEIGHTS[hardship]
  weights[label] = (weights[label] ?? 0) + weight
}

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

const LEAST_SHOUTED_LETTERS = 12
/** Capitals alone are a habit; around a complaint they shout. */
function isShouted({ text, hasComplaint }: EmotionQuestion): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return hasComplaint && letters > LEAST_SHOUTED_LETTERS && capitals > 0.6 * letters
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

/** What the words, the flags and the trained model say, before it is ranked. */
function weigh(question: EmotionQuestion): Weights {
  const weights = weighWords(question.text)
  for (const [flag, label, weight] of FLAG_WEIGHTS) {
    if (question.flags.includes(flag)) weights[label] = (weights[label] ?? 0) + weight
  }
  if (question.hardship) weighHardship(weights, question.hardship)
  if (question.mustEscalate.includes("allergic_reaction")) {
    weights["urgent-worried"] = (weights["urgent-worried"] ?? 0) + 3
  }
  if (question.hasComplaint) weights.disappointed = (weights.disappointed ?? 0) + 1
  if (isShouted(question)) weights.angry = (weights.angry ?? 0) + 2.5
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
  if (isJoy(question)) for (const label of NEGATIVE) if (weights[label]) weights[label]! *= FAR_LESS
  weights.neutral = (weights.neutral ?? 0) + (isSilent ? SILENT_NEUTRAL : NEUTRAL_WEIGHT)
  if (question.mustEscalate.some((reason) => NEVER_NEUTRAL.includes(reason))) weights.neutral *= CALM_SHARE
  return weights
}

const FAR_LESS = 0.15

/** Joyful news, and no sorrow or wrong beside them. */
function isJoy({ text, flags, hardship, mustEscalate, hasComplaint }: EmotionQuestion): boolean {
  const isClouded =
    flags.includes("bereavement") || hardship !== null || mustEscalate.length > 0 || hasComplaint
  return !isClouded && isJoyfulNews(text)
}

/** The feelings of a message with their shares, the strongest first; what is under a twentieth is left out. */
export function rankEmotions(question: EmotionQuestion): { label: EmotionLabel; share: number }[] {
  return rank(weigh(question))
}

function rank(weights: Weights): { label: EmotionLabel; share: number }[] {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  return EMOTIONS.map((label) => ({ label, share: (weights[label] ?? 0) / (total || 1) }))
    .filter(({ share }) => share >= 0.05)
    .sort((a, b) => b.share - a.share)
}
