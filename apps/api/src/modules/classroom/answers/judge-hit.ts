import { DiscussionFact } from "@myhibachi/contract/classroom"
import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { type Fact, figuresOf, isSameFigure } from "../discussion/check-claim.ts"
import { discuss } from "../discussion/discuss.ts"
import { readFigures } from "../discussion/read-figures.ts"
import { answerIntents, answerJudgements, answers } from "../tables.ts"
import { announceAnswerChange, LEAST_THRESHOLD } from "./answer-index.ts"
import { falseHitUpperBound, mustStop } from "./false-hit-bound.ts"

const JudgeHit = z.object({
  /** Makes the job and its verdict one: a redelivered job judges nothing twice. */
  hitId: z.string(),
  answerId: z.string(),
  intent: z.string(),
  question: z.string(),
  maskedQuestion: z.string(),
  asks: z.array(z.string()),
  facts: z.array(
    DiscussionFact.extend({
      values: z.array(z.object({ kind: z.string(), normalised: z.string() })).optional(),
    }),
  ),
  /** What the customer was told from the template. */
  served: z.string(),
  agent: z.string(),
  channel: z.string(),
})
export type JudgeHit = z.infer<typeof JudgeHit>

const JUDGE_DEADLINE_MS = 30_000
const JUDGE_BUDGET_CENTS = 10

/** Answers a hit again in the background and compares; without a seat nothing is judged. */
export const judgeHitJob = defineJob({
  name: "classroom.judge-hit",
  schema: JudgeHit,
  run: async (ctx, hit) => {
    const facts = hit.facts.map(({ source: _source, values, ...fact }) => ({
      ...fact,
      ...(values ? { values } : {}),
    }))
    const again = await discuss(ctx, {
      question: hit.question,
      maskedQuestion: hit.maskedQuestion,
      asks: hit.asks,
      facts,
      agent: { name: hit.agent, manner: "" },
      channel: hit.channel,
      complexity: 0.5,
      deadlineMs: JUDGE_DEADLINE_MS,
      budgetCents: JUDGE_BUDGET_CENTS,
      checkDraft: () => ({ passes: true, problems: [] }),
    })
    if (again.kind === "no-seat") return
    const missing = again.claims.filter((claim) => !isTold(claim.text, hit.served, facts, claim.facts))
    await recordJudgement(ctx, {
      hitId: hit.hitId,
      answerId: hit.answerId,
      isRight: missing.length === 0,
      note: missing.map((claim) => claim.text).join(" "),
    })
  },
})

/** Asks for a hit to be judged; call it in the transaction that appends the answer. */
export async function enqueueJudgement(ctx: Context, hit: JudgeHit): Promise<void> {
  await ctx.services.jobs.enqueue(ctx, judgeHitJob, hit, { key: hit.hitId })
}

/**
 * Notes whether a hit was right, by the background's answer or by staff. A wrong one retires its template and,
 * when the bound no longer holds, stops the intent.
 */
export async function recordJudgement(
  ctx: Context,
  judgement: { hitId: string; answerId: string; isRight: boolean; note: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [answer] = await ctx.db.select().from(answers).where(eq(answers.id, judgement.answerId))
    if (!answer) return
    const { hitId, ...verdict } = judgement
    const added = await ctx.db
      .insert(answerJudgements)
      .values({ id: hitId, at: ctx.now(), intent: answer.intent, ...verdict })
      .onConflictDoNothing()
      .returning({ id: answerJudgements.id })
    if (added.length === 0) return
    await countJudgement(ctx, answer.intent, judgement.isRight)
    if (!judgement.isRight) {
      const retirement = { retiredAt: ctx.now(), retiredReason: "judged-wrong" }
      await ctx.db.update(answers).set(retirement).where(eq(answers.id, answer.id))
      announceAnswerChange(ctx, "answer.changed", answer.id)
    }
  })
}

async function countJudgement(ctx: Context, intent: string, isRight: boolean): Promise<void> {
  const wrong = isRight ? 0 : 1
  const [counted] = await ctx.db
    .insert(answerIntents)
    .values({ intent, threshold: LEAST_THRESHOLD, isStopped: false, hits: 0, judged: 1, falseHits: wrong })
    .onConflictDoUpdate({
      target: answerIntents.intent,
      set: {
        judged: sql`${answerIntents.judged} + 1`,
        falseHits: sql`${answerIntents.falseHits} + ${wrong}`,
      },
    })
    .returning()
  if (!counted || counted.isStopped || !mustStop(counted.falseHits, counted.judged)) return
  const bound = falseHitUpperBound(counted.falseHits, counted.judged)
  const stoppedReason = `${counted.falseHits} of ${counted.judged} judged hits were wrong: up to ${(bound * 100).toFixed(2)} % may be.`
  await ctx.db
    .update(answerIntents)
    .set({ isStopped: true, stoppedReason })
    .where(eq(answerIntents.intent, intent))
  announceAnswerChange(ctx, "intent.changed", intent)
  await audit(ctx, {
    action: "answers.stopped",
    entity: "answer-intent",
    entityId: intent,
    details: { stoppedReason },
  })
}

/** A claim was told when its figures were, or, without figures, when its fact's figures or words stand there. */
function isTold(claim: string, served: string, facts: Fact[], cited: string[]): boolean {
  const told = readFigures(served)
  const own = readFigures(claim)
  if (own.length > 0) return own.every((figure) => told.some((entry) => isSameFigure(figure, entry)))
  const sources = facts.filter((fact) => cited.includes(fact.id))
  return sources.some(
    (fact) =>
      served.includes(fact.sentence) ||
      figuresOf(fact).some((figure) => told.some((entry) => isSameFigure(figure, entry))),
  )
}
