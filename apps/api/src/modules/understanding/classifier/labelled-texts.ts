import { readFileSync } from "node:fs"
import type { Labelled } from "./classifier.ts"

/**
 * Reads labelled texts that ship with the product, one JSON object a line: its label under `key`, and its `text`.
 * @throws SyntaxError when the file is damaged.
 */
export function readLabelledTexts(file: string, key: string): Labelled[] {
  const lines = readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8").split("\n")
  return lines.filter(Boolean).map((line) => {
    const { [key]: label = "", text = "" } = JSON.parse(line) as Record<string, string> // safe: our own file, checked by a test
    return { label, text }
  })
}
