import type { Trace, TraceSummary } from "@myhibachi/contract/assistant"
import { bigint, boolean, index, jsonb, pgTable, real, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import type { Memory } from "./turn/memory.ts"

/** What the assistant keeps of a conversation between turns. */
export const memories = pgTable("assistant_memories", {
  conversationId: text("conversation_id").primaryKey(),
  memory: jsonb().$type<Memory>().notNull(),
  updatedAt: instant("updated_at").notNull(),
})

/** Why each answer was given, step by step. */
export const traces = pgTable(
  "assistant_traces",
  {
    id: text().primaryKey(),
    conversationId: text("conversation_id").notNull(),
    messageId: text("message_id").notNull(),
    answerId: text("answer_id"),
    at: instant().notNull(),
    channel: text().$type<TraceSummary["channel"]>().notNull(),
    agent: text().notNull(),
    category: text().notNull(),
    complexity: real().notNull(),
    responder: text().$type<TraceSummary["responder"]>().notNull(),
    escalated: boolean().notNull(),
    confidence: real().notNull(),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull(),
    ms: real().notNull(),
    question: text().notNull(),
    details: jsonb().$type<TraceDetails>().notNull(),
  },
  (table) => [
    index("assistant_traces_by_time").on(table.at, table.id),
    index("assistant_traces_by_conversation").on(table.conversationId, table.at),
  ],
)

export type TraceDetails = Omit<Trace, keyof TraceSummary>
export type TraceRow = typeof traces.$inferSelect
