import { and, eq, isNull, ne, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { answers } from "../tables.ts"
import { type AnswerQuestion, announceAnswerChange, scopeKeyOf } from "./answer-index.ts"
import type { AnswerScope, AnswerTemplate } from "./answer-template.ts"

export interface AdmitAnswer {
  scope: AnswerScope
  question: AnswerQuestion
  embedderId: string
  embedding: ArrayLike<number>
  template: AnswerTemplate
  /** Whether the guard let the answer pass from which the template was made. */
  passedGuard: boolean
  /** Whether the canonical question may be shared at all: never personal, complaints, safety or a takeover. */
  isCacheable: boolean
  discussionId?: string
}

/** Ids of templates are words; a sentence with figures must never be stored. */
const TEMPLATE_ID = /^[a-z][\w.:-]*$/i

/**
 * Stores an answer's template for later questions. The same question again replaces its template; entries of
 * older versions of the knowledge, prices or policies are retired.
 * @returns the entry's id, or null when it may not be stored.
 */
export async function admitAnswer(ctx: Context, input: AdmitAnswer): Promise<string | null> {
  if (!input.passedGuard || !input.isCacheable || !isTemplate(input.template)) return null
  const scopeKey = scopeKeyOf(input.scope, input.embedderId)
  const { question, scope, embedderId, template } = input
  return inTransaction(ctx, async (ctx) => {
    await retireSuperseded(ctx, input, scopeKey)
    const fresh = { template, embedding: Array.from(input.embedding), retiredAt: null, retiredReason: null }
    const [row] = await ctx.db
      .insert(answers)
      .values({
        id: ctx.newId("answer"),
        at: ctx.now(),
        intent: question.intent,
        scopeKey,
        scope,
        signature: question.signature,
        polarity: question.polarity,
        maskedText: question.masked,
        embedderId,
        discussionId: input.discussionId ?? null,
        hits: 0,
        ...fresh,
      })
      .onConflictDoUpdate({
        target: [answers.scopeKey, answers.signature, answers.polarity, answers.maskedText],
        set: { ...fresh, discussionId: input.discussionId ?? null },
        // What was judged wrong does not come back by being asked again.
        setWhere: sql`${answers.retiredReason} is distinct from 'judged-wrong'`,
      })
      .returning({ id: answers.id })
    if (!row) return null
    announceAnswerChange(ctx, "answer.changed", row.id)
    return row.id
  })
}

function isTemplate(template: AnswerTemplate): boolean {
  const ids = [...template.sentenceIds, ...template.factTopics, ...template.toolPlan.map((step) => step.tool)]
  return template.asks.length > 0 && ids.length > 0 && ids.every((id) => TEMPLATE_ID.test(id))
}

async function retireSuperseded(
  ctx: Context,
  { scope, question }: AdmitAnswer,
  scopeKey: string,
): Promise<void> {
  const retired = await ctx.db
    .update(answers)
    .set({ retiredAt: ctx.now(), retiredReason: "superseded" })
    .where(
      and(
        eq(answers.intent, question.intent),
        eq(answers.signature, question.signature),
        ne(answers.scopeKey, scopeKey),
        isNull(answers.retiredAt),
        sql`${answers.scope}->>'audience' = ${scope.audience}`,
        sql`${answers.scope}->>'locale' = ${scope.locale}`,
        sql`${answers.scope}->>'channelFamily' = ${scope.channelFamily}`,
      ),
    )
    .returning({ id: answers.id })
  for (const { id } of retired) announceAnswerChange(ctx, "answer.changed", id)
}
