import { and, asc, eq, inArray } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Letter } from "#platform/correspondence.ts"
import { conversations, messages } from "./tables.ts"

/** @returns what a customer and we wrote in all their conversations; drafts and failures were never said. */
export async function readCorrespondence(ctx: Context, customerId: string): Promise<Letter[]> {
  const rows = await ctx.db
    .select({ at: messages.sentAt, from: messages.authorName, text: messages.text })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(eq(conversations.customerId, customerId), inArray(messages.status, ["received", "sent"])))
    .orderBy(asc(messages.sentAt), asc(messages.sequence))
  return rows
}
