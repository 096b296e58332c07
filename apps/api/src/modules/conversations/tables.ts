import type {
  Channel,
  ConversationStatus,
  MessageAuthor,
  MessageCard,
  MessageStatus,
} from "@myhibachi/contract/conversations"
import type { Citation } from "@myhibachi/contract/knowledge"
import { index, integer, jsonb, pgTable, real, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** One thread per person and matter. */
export const conversations = pgTable(
  "conversations_threads",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    status: text().$type<ConversationStatus>().notNull(),
    locale: text().notNull(),
    subject: text().notNull(),
    customerId: text("customer_id"),
    /** The customer has proven who they are; without it no personal data is told. */
    verifiedAt: instant("verified_at"),
    ownerUserId: text("owner_user_id"),
    ownerName: text("owner_name"),
    /** Counts takeovers: an answer made under an older number may not leave. */
    fence: integer().notNull(),
    needsPersonReason: text("needs_person_reason"),
    handoverSummary: text("handover_summary").notNull(),
    urgency: real().notNull(),
    lastSequence: integer("last_sequence").notNull(),
    startedAt: instant("started_at").notNull(),
    lastMessageAt: instant("last_message_at").notNull(),
  },
  (table) => [
    index("conversations_threads_by_time").on(table.lastMessageAt, table.id),
    index("conversations_threads_by_status").on(table.status, table.lastMessageAt),
    index("conversations_threads_by_customer").on(table.customerId),
  ],
)

export const messages = pgTable(
  "conversations_messages",
  {
    id: text().primaryKey(),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id),
    sequence: integer().notNull(),
    author: text().$type<MessageAuthor>().notNull(),
    authorName: text("author_name").notNull(),
    text: text().notNull(),
    sentAt: instant("sent_at").notNull(),
    status: text().$type<MessageStatus>().notNull(),
    clientMessageId: text("client_message_id").notNull(),
    /** The customer's message that this one answers; at most one answer of the assistant each. */
    inReplyTo: text("in_reply_to"),
    sources: jsonb().$type<Citation[]>().notNull(),
    cards: jsonb().$type<MessageCard[]>().notNull(),
    traceId: text("trace_id"),
    agent: text(),
  },
  (table) => [
    uniqueIndex("conversations_messages_sequence").on(table.conversationId, table.sequence),
    uniqueIndex("conversations_messages_client_id").on(table.conversationId, table.clientMessageId),
    index("conversations_messages_by_time").on(table.sentAt),
  ],
)

export type ConversationRow = typeof conversations.$inferSelect
export type MessageRow = typeof messages.$inferSelect
