import type { Passage } from "#modules/knowledge/index.ts"
import { sentencesOf } from "../guard/extract-promises.ts"
import { stemsOf } from "./stems.ts"

/** A sentence that answers, in the passage that it is quoted from. */
export interface FoundSentence {
  passage: Passage
  sentence: string
}

/** A sentence that shares one word with the question is about something else more often than not. */
const LEAST_SHARED_WORDS = 2

/**
 * Finds the sentence that shares the most telling words with the question: rare words weigh more than words of every
 * article. The title of the article counts as part of each of its sentences.
 * @returns null when no sentence shares two words.
 */
export function findSentence(question: string, passages: readonly Passage[]): FoundSentence | null {
  const asked = stemsOf(question)
  const sentences = passages.flatMap((passage) =>
    sentencesOf(passage.text).map((sentence) => ({
      passage,
      sentence,
      stems: stemsOf(`${passage.citation.title} ${sentence}`),
    })),
  )
  const weightOf = (stem: string) =>
    Math.log(1 + sentences.length / (1 + sentences.filter(({ stems }) => stems.has(stem)).length))
  const weights = new Map([...asked].map((stem) => [stem, weightOf(stem)]))
  let best: FoundSentence | null = null
  let most = 0
  for (const { passage, sentence, stems } of sentences) {
    const shared = [...asked].filter((stem) => stems.has(stem))
    const weight = shared.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0)
    if (shared.length < LEAST_SHARED_WORDS || weight <= most) continue
    most = weight
    best = { passage, sentence }
  }
  return best
}
