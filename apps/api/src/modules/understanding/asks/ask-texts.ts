import type { Labelled } from "../classifier/classifier.ts"
import { readLabelledTexts } from "../classifier/labelled-texts.ts"

/** What a sentence is that tells the story around a question and asks nothing itself. */
export const BACKGROUND = "background"

/** The labelled utterances that ship with the product. @throws SyntaxError when the file is damaged. */
export function readAskTexts(): Labelled[] {
  return readLabelledTexts("asks.jsonl", "ask")
}
