import { cosineOf } from "#providers/embeddings/unit-vector.ts"
import type { CanonicalQuestion } from "./canonical-question.ts"

export interface ComparedQuestion {
  /** Key of audience, locale, channel family and versions. */
  scope: string
  question: CanonicalQuestion
  embedding: Float32Array
}

export interface ShareRule {
  /**
   * `template`: what the product stores is a template whose tools run again, so head counts, dates and places may
   * differ, only their kinds must agree. `answer`: the very words are served again, so every value must agree. The
   * proof `cache` asks about an answer.
   */
  mode: "template" | "answer"
  /** Least similarity of the intent; anything under 0.85 counts as 0.85. */
  threshold: number
}

export type ShareReason =
  | "shared"
  | "not-cacheable"
  | "other-scope"
  | "other-intent"
  | "other-signature"
  | "other-polarity"
  | "other-values"
  | "too-far"

export interface ShareDecision {
  share: boolean
  reason: ShareReason
  similarity: number
}

const LEAST_THRESHOLD = 0.85

function firstDifference(
  a: ComparedQuestion,
  b: ComparedQuestion,
  mode: ShareRule["mode"],
): ShareReason | undefined {
  if (!a.question.isCacheable || !b.question.isCacheable) return "not-cacheable"
  if (a.scope !== b.scope) return "other-scope"
  if (a.question.intent !== b.question.intent) return "other-intent"
  if (a.question.polarity !== b.question.polarity) return "other-polarity"
  if (a.question.signature !== b.question.signature) return "other-signature"
  if (mode === "answer" && a.question.values !== b.question.values) return "other-values"
  return undefined
}

/** Whether the answer to one question may serve the other. Symmetric; a false share is far worse than a miss. */
export function shareDecision(a: ComparedQuestion, b: ComparedQuestion, rule: ShareRule): ShareDecision {
  const similarity = cosineOf(a.embedding, b.embedding)
  const difference = firstDifference(a, b, rule.mode)
  if (difference) return { share: false, reason: difference, similarity }
  if (similarity < Math.max(rule.threshold, LEAST_THRESHOLD))
    return { share: false, reason: "too-far", similarity }
  return { share: true, reason: "shared", similarity }
}
