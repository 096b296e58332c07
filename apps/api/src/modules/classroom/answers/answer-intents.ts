import type { AnswerIntent, PutAnswerIntent } from "@myhibachi/contract/classroom"
import { asc, count, isNull } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { answerIntents, answers } from "../tables.ts"
import { announceAnswerChange, LEAST_THRESHOLD } from "./answer-index.ts"
import { falseHitUpperBound } from "./false-hit-bound.ts"

/** @returns how the similarity check does, one row for each intent that has templates or had hits. */
export async function listAnswerIntents(ctx: Context): Promise<AnswerIntent[]> {
  const rows = await ctx.db.select().from(answerIntents).orderBy(asc(answerIntents.intent))
  const counts = await ctx.db
    .select({ intent: answers.intent, entries: count() })
    .from(answers)
    .where(isNull(answers.retiredAt))
    .groupBy(answers.intent)
  const entries = new Map(counts.map((row) => [row.intent, row.entries]))
  const known = new Set(rows.map((row) => row.intent))
  const unhit = [...entries.keys()].filter((intent) => !known.has(intent)).map(untouched)
  return [...rows, ...unhit].map((row) => ({
    ...row,
    entries: entries.get(row.intent) ?? 0,
    falseHitUpperBound: falseHitUpperBound(row.falseHits, row.judged),
  }))
}

/**
 * Stops or resumes the hits of one intent. Resuming starts a new probation: the counts begin again.
 * @throws AppError "answer-intent-not-found".
 */
export async function putAnswerIntent(
  ctx: Context,
  intent: string,
  input: PutAnswerIntent,
): Promise<AnswerIntent> {
  const before = (await listAnswerIntents(ctx)).find((row) => row.intent === intent)
  if (!before) throw notFound("answer-intent", intent)
  const isResumed = before.isStopped && !input.isStopped
  const row = {
    intent,
    threshold: Math.max(LEAST_THRESHOLD, input.threshold ?? before.threshold),
    isStopped: input.isStopped,
    stoppedReason: input.isStopped ? (before.stoppedReason ?? "Stopped by staff.") : null,
    hits: before.hits,
    judged: isResumed ? 0 : before.judged,
    falseHits: isResumed ? 0 : before.falseHits,
  }
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insert(answerIntents)
      .values(row)
      .onConflictDoUpdate({ target: answerIntents.intent, set: row })
    announceAnswerChange(ctx, "intent.changed", intent)
    await audit(ctx, {
      action: "answer-intent.changed",
      entity: "answer-intent",
      entityId: intent,
      details: { ...input },
    })
  })
  return {
    ...row,
    entries: before.entries,
    falseHitUpperBound: falseHitUpperBound(row.falseHits, row.judged),
  }
}

function untouched(intent: string) {
  return {
    intent,
    threshold: LEAST_THRESHOLD,
    isStopped: false,
    stoppedReason: null,
    hits: 0,
    judged: 0,
    falseHits: 0,
  }
}
