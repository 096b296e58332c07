import { TraceSummary } from "@myhibachi/contract/assistant"
import { DiscussionSummary } from "@myhibachi/contract/classroom"
import { ConversationSummary } from "@myhibachi/contract/conversations"
import { Article } from "@myhibachi/contract/knowledge"
import { z } from "zod"

function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const ConversationPage = pageOf(ConversationSummary)
export const ArticlePage = pageOf(Article)
export const TracePage = pageOf(TraceSummary)
export const DiscussionPage = pageOf(DiscussionSummary)
