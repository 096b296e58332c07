import { readAskTexts } from "../asks/ask-texts.ts"
import { type Classifier, classify, type Labelled, trainClassifier } from "../classifier/classifier.ts"
import { readLabelledTexts } from "../classifier/labelled-texts.ts"
import type { EscalationReason } from "./emotion.ts"

const ORDINARY = "none"
/** Asks whose own texts are complaints or calls for a person, and so no examples of ordinary questions. */
const NOT_ORDINARY = [
  "human.request",
  "complaint",
  "refund.status",
  "allergen.cross_contact",
  "winback.leaving",
]

let trained: Classifier | undefined

function readTexts(): Labelled[] {
  const own = readLabelledTexts("escalations.jsonl", "reason")
  // Every second ordinary question is enough not to drown the grave ones; feelings are as near to them as can be.
  const ordinary = readAskTexts().filter(
    ({ label }, at) => (at % 2 === 0 || label === "emotional.support") && !NOT_ORDINARY.includes(label),
  )
  return [...own, ...ordinary.map(({ text }) => ({ label: ORDINARY, text }))]
}

/**
 * The reason for which a sentence needs a person, as the trained model sees it. The patterns find what was foreseen;
 * this finds what is like it.
 */
export function guessReason(sentence: string): { reason: EscalationReason; confidence: number } | undefined {
  trained ??= trainClassifier(readTexts(), { seed: 5, hasNetwork: false, leastTexts: 1, passes: 12 })
  const best = classify(trained, sentence, 2).find(({ label }) => label !== ORDINARY)
  if (!best) return undefined
  return { reason: best.label as EscalationReason, confidence: best.confidence } // safe: our own labels, checked by a test
}
