import { inArray } from "drizzle-orm"
import type { PersonalData } from "#platform/personal-data.ts"
import { announceAnswerChange } from "./answers/answer-index.ts"
import { answerJudgements, answers, discussions, responses } from "./tables.ts"

/** Discussions about somebody's messages, and the templates that were made of them. */
export const classroomPersonalData: PersonalData = {
  find: async () => {},
  copy: async () => ({}),
  erase: async (ctx, trail) => {
    const held = await ctx.db
      .select({ id: discussions.id })
      .from(discussions)
      .where(inArray(discussions.conversationId, [...trail.ids]))
    const ids = held.map(({ id }) => id)
    const made = await ctx.db
      .select({ id: answers.id })
      .from(answers)
      .where(inArray(answers.discussionId, ids))
    const answerIds = made.map(({ id }) => id)
    await ctx.db.delete(answerJudgements).where(inArray(answerJudgements.answerId, answerIds))
    await ctx.db.delete(answers).where(inArray(answers.id, answerIds))
    for (const id of answerIds) announceAnswerChange(ctx, "answer.changed", id)
    await ctx.db.delete(responses).where(inArray(responses.discussionId, ids))
    await ctx.db.delete(discussions).where(inArray(discussions.id, ids))
  },
}
