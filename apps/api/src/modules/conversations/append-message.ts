import type { MessageAuthor, MessageCard, MessageStatus } from "@myhibachi/contract/conversations"
import type { Citation } from "@myhibachi/contract/knowledge"
import { and, eq, sql } from "drizzle-orm"
import { addTimelineEntry } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { messageAppended } from "./events.ts"
import { type ConversationRow, conversations, type MessageRow, messages } from "./tables.ts"

export interface NewMessage {
  author: MessageAuthor
  authorName: string
  text: string
  status: MessageStatus
  clientMessageId: string
  inReplyTo?: string
  sources?: Citation[]
  cards?: MessageCard[]
  traceId?: string
  agent?: string
}

/** Locks the conversation for the running transaction. @throws AppError "conversation-not-found". */
export async function lockConversation(ctx: Context, id: string): Promise<ConversationRow> {
  const [row] = await ctx.db.select().from(conversations).where(eq(conversations.id, id)).for("update")
  if (!row) throw notFound("conversation", id)
  return row
}

/** @returns the message with this client id, if it was appended before. */
export async function findByClientId(
  ctx: Context,
  conversationId: string,
  clientMessageId: string,
): Promise<MessageRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.clientMessageId, clientMessageId)))
  return row
}

/** Appends to a conversation that the caller has locked, and tells open pages after the commit. */
export async function appendMessage(
  ctx: Context,
  conversation: ConversationRow,
  message: NewMessage,
  changes: Partial<ConversationRow> = {},
): Promise<MessageRow> {
  const sequence = conversation.lastSequence + 1
  const row: MessageRow = {
    id: ctx.newId("msg"),
    conversationId: conversation.id,
    sequence,
    author: message.author,
    authorName: message.authorName,
    text: message.text,
    sentAt: ctx.now(),
    status: message.status,
    clientMessageId: message.clientMessageId,
    inReplyTo: message.inReplyTo ?? null,
    sources: message.sources ?? [],
    cards: message.cards ?? [],
    traceId: message.traceId ?? null,
    agent: message.agent ?? null,
  }
  await ctx.db.insert(messages).values(row)
  await updateConversation(ctx, conversation.id, {
    ...changes,
    lastSequence: sequence,
    lastMessageAt: row.sentAt,
  })
  await tellTimeline(ctx, conversation, row)
  await publish(ctx, messageAppended, {
    conversationId: conversation.id,
    messageId: row.id,
    author: row.author,
    status: row.status,
  })
  tellPages(ctx, conversation.id, "message")
  return row
}

const EXCERPT_CHARACTERS = 200

/** What was said becomes part of the person's story; drafts were never said. */
async function tellTimeline(ctx: Context, conversation: ConversationRow, row: MessageRow): Promise<void> {
  if (!conversation.customerId || (row.status !== "received" && row.status !== "sent")) return
  await addTimelineEntry(ctx, {
    customerId: conversation.customerId,
    kind: "message",
    title: row.author === "customer" ? "Wrote to us" : `${row.authorName} wrote`,
    detail: row.text.slice(0, EXCERPT_CHARACTERS),
    entity: "conversation",
    entityId: conversation.id,
  })
}

/** Changes a locked conversation and counts its version up. */
export async function updateConversation(
  ctx: Context,
  id: string,
  changes: Partial<ConversationRow>,
): Promise<void> {
  await ctx.db
    .update(conversations)
    .set({ ...changes, version: sql`${conversations.version} + 1` })
    .where(eq(conversations.id, id))
}

/** Tells the customer's page and the inbox that there is something new to read. */
export function tellPages(ctx: Context, conversationId: string, kind: "message" | "status"): void {
  ctx.afterCommit(() => {
    ctx.services.live.publish({ topic: `conversation:${conversationId}`, kind, id: conversationId })
    ctx.services.live.publish({ topic: "inbox", kind, id: conversationId })
  })
}
