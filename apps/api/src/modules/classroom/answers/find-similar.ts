import { and, eq, isNull, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { cosineOf } from "#providers/embeddings/unit-vector.ts"
import { answerIntents, answers } from "../tables.ts"
import {
  type AnswerQuestion,
  bucketOf,
  type IndexedAnswer,
  LEAST_THRESHOLD,
  openIndex,
  scopeKeyOf,
} from "./answer-index.ts"
import type { AnswerScope, AnswerTemplate } from "./answer-template.ts"
import { isOnProbation } from "./false-hit-bound.ts"

export interface FindSimilar {
  scope: AnswerScope
  question: AnswerQuestion
  embedderId: string
  embedding: ArrayLike<number>
}

export type SimilarAnswer =
  | {
      kind: "hit"
      answerId: string
      template: AnswerTemplate
      similarity: number
      threshold: number
      /** Whether this hit belongs to the sample that is answered again: call `enqueueJudgement`. */
      mustJudge: boolean
    }
  | {
      kind: "miss"
      /** `not-alike`: no entry of the same scope, intent, signature and polarity. */
      reason: "not-alike" | "too-far" | "stopped" | "retired"
      similarity: number | null
      threshold: number
    }

/** Once the bound holds, one hit in so many is judged. */
const JUDGE_ONE_IN = 10

/**
 * Looks for an answer template that may be used for the question: everything that decides must be equal, and
 * the similarity reach the intent's threshold. Counts the hit. The caller runs the tools again and lets the
 * guard read the result.
 */
export async function findSimilar(ctx: Context, input: FindSimilar): Promise<SimilarAnswer> {
  const index = await openIndex(ctx)
  const threshold = index.thresholds.get(input.question.intent) ?? LEAST_THRESHOLD
  const bucket = index.byBucket.get(bucketOf(scopeKeyOf(input.scope, input.embedderId), input.question))
  const nearest = nearestOf([...(bucket ?? [])], input.embedding)
  if (!nearest) return { kind: "miss", reason: "not-alike", similarity: null, threshold }
  const { entry, similarity } = nearest
  if (similarity < threshold) return { kind: "miss", reason: "too-far", similarity, threshold }
  const intent = await countHit(ctx, entry)
  if (intent.refused) return { kind: "miss", reason: intent.refused, similarity, threshold }
  const { falseHits, judged, hits } = intent
  const mustJudge = isOnProbation(falseHits, judged) || hits % JUDGE_ONE_IN === 0
  return { kind: "hit", answerId: entry.id, template: entry.template, similarity, threshold, mustJudge }
}

function nearestOf(entries: IndexedAnswer[], embedding: ArrayLike<number>) {
  let best: { entry: IndexedAnswer; similarity: number } | null = null
  for (const entry of entries) {
    const similarity = cosineOf(entry.embedding, embedding)
    if (!best || similarity > best.similarity) best = { entry, similarity }
  }
  return best
}

/** The table decides, not the memory: another process may have retired the entry or stopped the intent. */
async function countHit(ctx: Context, entry: IndexedAnswer) {
  const [intent] = await ctx.db
    .insert(answerIntents)
    .values({
      intent: entry.intent,
      threshold: LEAST_THRESHOLD,
      isStopped: false,
      hits: 1,
      judged: 0,
      falseHits: 0,
    })
    .onConflictDoUpdate({
      target: answerIntents.intent,
      set: { hits: sql`${answerIntents.hits} + 1` },
      setWhere: eq(answerIntents.isStopped, false),
    })
    .returning()
  if (!intent) return { refused: "stopped" as const }
  const counted = await ctx.db
    .update(answers)
    .set({ hits: sql`${answers.hits} + 1` })
    .where(and(eq(answers.id, entry.id), isNull(answers.retiredAt)))
    .returning({ id: answers.id })
  if (counted.length === 0) return { refused: "retired" as const }
  return { refused: null, ...intent }
}
