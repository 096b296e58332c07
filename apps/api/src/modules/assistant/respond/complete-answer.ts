import type { CollectedFact } from "../facts/fact-book.ts"
import { extractFigures, isSameFigure } from "../guard/extract-figures.ts"

const LEAST_WORDS = 0.6

/** @returns the facts that an ask rests on and a draft leaves out: other words may be nicer, but never tell less. */
export function untoldFacts(draft: string, facts: readonly CollectedFact[]): CollectedFact[] {
  const told = extractFigures(draft)
  const words = wordsOf(draft)
  return facts.filter((fact) => {
    if (fact.role === "detail" || draft.includes(fact.sentence)) return false
    const figures = extractFigures(fact.sentence)
    if (figures.some((figure) => !told.some((other) => isSameFigure(other, figure)))) return true
    const wanted = [...wordsOf(fact.sentence)]
    const shared = wanted.filter((word) => words.has(word)).length
    return wanted.length > 0 && shared / wanted.length < LEAST_WORDS
  })
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z]{4,}|not|no|yes/g) ?? [])
}
