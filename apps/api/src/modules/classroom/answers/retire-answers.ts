import { and, eq, isNull } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { answers } from "../tables.ts"
import { announceAnswerChange } from "./answer-index.ts"

/** Takes one template, or all of an intent, out of use at once. @returns how many were in use. */
export async function retireAnswers(
  ctx: Context,
  which: { answerId: string } | { intent: string },
  reason: string,
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const isMeant = "answerId" in which ? eq(answers.id, which.answerId) : eq(answers.intent, which.intent)
    const retired = await ctx.db
      .update(answers)
      .set({ retiredAt: ctx.now(), retiredReason: reason })
      .where(and(isMeant, isNull(answers.retiredAt)))
      .returning({ id: answers.id })
    for (const { id } of retired) announceAnswerChange(ctx, "answer.changed", id)
    if (retired.length > 0) {
      const entityId = "answerId" in which ? which.answerId : which.intent
      await audit(ctx, {
        action: "answers.retired",
        entity: "answer",
        entityId,
        details: { reason, count: retired.length },
      })
    }
    return retired.length
  })
}
