import { readFileSync } from "node:fs"
import { type Classifier, type Labelled, trainClassifier } from "../classifier/classifier.ts"

let trained: Classifier | undefined

/** The labelled utterances that ship with the product. @throws SyntaxError when the file is damaged. */
export function readAskTexts(): Labelled[] {
  const lines = readFileSync(new URL("../data/asks.jsonl", import.meta.url), "utf8").split("\n")
  return lines.filter(Boolean).map((line) => {
    const { ask, text } = JSON.parse(line) as { ask: string; text: string } // safe: our own file, checked by a test
    return { label: ask, text }
  })
}

/**
 * The classifier of the business's question types, trained at first use (about half a second, model A alone).
 * Training beats stored weights here: the labelled file is the only truth, so weights cannot lag behind it, and a
 * corrected conversation needs one more line instead of a release of a binary.
 */
export function askClassifier(): Classifier {
  trained ??= trainClassifier(readAskTexts(), { seed: 7, hasNetwork: false, leastTexts: 1, passes: 12 })
  return trained
}
