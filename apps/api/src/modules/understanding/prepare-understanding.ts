import { askClassifier } from "./asks/ask-classifier.ts"
import { emotionClassifier } from "./emotion/emotion-classifier.ts"
import { guessReason } from "./emotion/escalation-classifier.ts"
import { guessHardship } from "./emotion/hardship-classifier.ts"

/** Trains the four local classifiers now (about a second) instead of at the first message: call it at boot. */
export function prepareUnderstanding(): void {
  askClassifier()
  emotionClassifier()
  guessReason("ready")
  guessHardship("ready")
}
