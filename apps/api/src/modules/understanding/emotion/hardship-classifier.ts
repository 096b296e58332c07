import { readAskTexts } from "../asks/ask-texts.ts"
import { type Classifier, classify, type Labelled, trainClassifier } from "../classifier/classifier.ts"
import { readLabelledTexts } from "../classifier/labelled-texts.ts"
import type { Hardship } from "./hardships.ts"

const UNTROUBLED = "none"
/** Every so manieth question of our trade stands for untroubled talk. */
const SHARE_OF_ORDINARY = 6
/** A trouble that nobody has is met with pity at its worst: only what is likely counts. */
const BELIEVED_FROM = 0.45

let trained: Classifier | undefined

function readTexts(): Labelled[] {
  const own = readLabelledTexts("hardships.jsonl", "hardship")
  const ordinary = readAskTexts().filter(
    ({ label }, at) => at % SHARE_OF_ORDINARY === 0 && label !== "emotional.support" && label !== "complaint",
  )
  return [...own, ...ordinary.map(({ text }) => ({ label: UNTROUBLED, text }))]
}

/** @returns the trouble that a sentence most likely tells of in words that no list foresaw, or null. */
export function guessHardship(sentence: string): Hardship | null {
  trained ??= trainClassifier(readTexts(), { seed: 3, hasNetwork: false, leastTexts: 1, passes: 12 })
  const [best] = classify(trained, sentence)
  if (!best || best.label === UNTROUBLED || best.confidence < BELIEVED_FROM) return null
  return best.label as Hardship // safe: our own labels, checked by a test
}
