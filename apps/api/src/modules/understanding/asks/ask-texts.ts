import { readFileSync } from "node:fs"
import type { Labelled } from "../classifier/classifier.ts"

/** What a sentence is that tells the story around a question and asks nothing itself. */
export const BACKGROUND = "background"

/** The labelled utterances that ship with the product. @throws SyntaxError when the file is damaged. */
export function readAskTexts(): Labelled[] {
  const lines = readFileSync(new URL("../data/asks.jsonl", import.meta.url), "utf8").split("\n")
  return lines.filter(Boolean).map((line) => {
    const { ask, text } = JSON.parse(line) as { ask: string; text: string } // safe: our own file, checked by a test
    return { label: ask, text }
  })
}
