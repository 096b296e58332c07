import type { Discussion, DiscussionFeedback, DiscussionSummary } from "@myhibachi/contract/classroom"
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { discussions, responses } from "../tables.ts"

type Row = typeof discussions.$inferSelect

export interface DiscussionsQuery {
  cursor?: string | undefined
  limit: number
  conversationId?: string | undefined
}

/** @returns one page, newest first. */
export async function listDiscussions(ctx: Context, query: DiscussionsQuery) {
  const conditions: SQL[] = []
  if (query.conversationId) conditions.push(eq(discussions.conversationId, query.conversationId))
  if (query.cursor) {
    const [at, id] = decodeCursor(query.cursor, 2)
    conditions.push(sql`(${discussions.at}, ${discussions.id}) < (${String(at)}::timestamptz, ${String(id)})`)
  }
  const rows = await ctx.db
    .select()
    .from(discussions)
    .where(and(...conditions))
    .orderBy(desc(discussions.at), desc(discussions.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.at.toString(), row.id], toSummary)
}

/** @returns the whole transcript. @throws AppError "discussion-not-found". */
export async function getDiscussion(ctx: Context, id: string): Promise<Discussion> {
  const [row] = await ctx.db.select().from(discussions).where(eq(discussions.id, id))
  if (!row) throw notFound("discussion", id)
  const rows = await ctx.db
    .select()
    .from(responses)
    .where(eq(responses.discussionId, id))
    .orderBy(asc(responses.position))
  return { ...row, ...toSummary(row), responses: rows }
}

/** Notes whether an answer was right; the confidence of later answers learns from it. */
export async function judgeDiscussion(ctx: Context, id: string, feedback: DiscussionFeedback): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.db
      .update(discussions)
      .set({ isRight: feedback.isRight, feedbackNote: feedback.note, feedbackAt: ctx.now() })
      .where(eq(discussions.id, id))
      .returning({ id: discussions.id })
    if (changed.length === 0) throw notFound("discussion", id)
    await audit(ctx, {
      action: "discussion.judged",
      entity: "discussion",
      entityId: id,
      details: { isRight: feedback.isRight },
    })
  })
}

function toSummary(row: Row): DiscussionSummary {
  const { id, conversationId, channel, agent, complexity, form, question, outcome, confidence } = row
  const { seatCount, costMicros, ms } = row
  return {
    id,
    at: row.at.toString(),
    conversationId,
    channel,
    agent,
    complexity,
    form,
    question,
    outcome,
    confidence,
    seatCount,
    costMicros,
    ms,
  }
}
