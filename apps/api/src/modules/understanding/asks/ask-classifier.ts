import { type Classifier, trainClassifier } from "../classifier/classifier.ts"
import { readAskTexts } from "./ask-texts.ts"

let trained: Classifier | undefined

/**
 * The classifier of the business's question types, trained at first use (about a second, model A alone).
 * Training beats stored weights here: the labelled file is the only truth, so weights cannot lag behind it, and a
 * corrected conversation needs one more line instead of a release of a binary.
 */
export function askClassifier(): Classifier {
  trained ??= trainClassifier(readAskTexts(), { seed: 7, hasNetwork: false, leastTexts: 1, passes: 12 })
  return trained
}
