import type { Channel, ConversationStatus } from "@myhibachi/contract/conversations"
import { and, asc, desc, eq, exists, gt, ilike, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { Temporal } from "#platform/time.ts"
import { type ConversationRow, conversations, type MessageRow, messages } from "./tables.ts"

export interface ConversationFilter {
  status?: ConversationStatus
  channel?: Channel
  search?: string
  owner?: "me" | "none"
  cursor?: string
  limit: number
}

export interface ListedConversation {
  conversation: ConversationRow
  lastMessage: MessageRow | null
}

/** @returns conversations, newest message first. */
export async function findConversations(
  ctx: Context,
  filter: ConversationFilter,
): Promise<{ items: ListedConversation[]; nextCursor: string | null }> {
  const rows = await ctx.replica
    .select()
    .from(conversations)
    .where(and(...conditions(ctx, filter)))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(filter.limit + 1)
  const last = await lastMessages(ctx, rows)
  return toPage(
    rows,
    filter.limit,
    (row) => [row.lastMessageAt.toString(), row.id],
    (conversation) => ({ conversation, lastMessage: last.get(conversation.id) ?? null }),
  )
}

function conditions(ctx: Context, filter: ConversationFilter): (SQL | undefined)[] {
  return [
    // An opened chat in which nothing was said waits for nobody.
    gt(conversations.lastSequence, 0),
    filter.status ? eq(conversations.status, filter.status) : undefined,
    filter.channel ? eq(conversations.channel, filter.channel) : undefined,
    filter.owner === "none" ? isNull(conversations.ownerUserId) : undefined,
    filter.owner === "me" && ctx.actor.kind === "staff"
      ? eq(conversations.ownerUserId, ctx.actor.userId)
      : undefined,
    filter.search ? containing(ctx, filter.search) : undefined,
    filter.cursor ? afterCursor(filter.cursor) : undefined,
  ]
}

function containing(ctx: Context, search: string): SQL {
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`
  return exists(
    ctx.replica
      .select({ one: sql`1` })
      .from(messages)
      .where(and(eq(messages.conversationId, conversations.id), ilike(messages.text, pattern))),
  )
}

function afterCursor(cursor: string): SQL | undefined {
  const [at, id] = decodeCursor(cursor, 2)
  const instant = Temporal.Instant.from(String(at))
  return or(
    lt(conversations.lastMessageAt, instant),
    and(eq(conversations.lastMessageAt, instant), lt(conversations.id, String(id))),
  )
}

async function lastMessages(ctx: Context, rows: ConversationRow[]): Promise<Map<string, MessageRow>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.id)
  const found = await ctx.replica
    .selectDistinctOn([messages.conversationId])
    .from(messages)
    .where(inArray(messages.conversationId, ids))
    .orderBy(messages.conversationId, desc(messages.sequence))
  return new Map(found.map((message) => [message.conversationId, message]))
}

/** @returns the conversation. @throws AppError "conversation-not-found". */
export async function readConversation(ctx: Context, id: string): Promise<ConversationRow> {
  const [row] = await ctx.db.select().from(conversations).where(eq(conversations.id, id))
  if (!row) throw notFound("conversation", id)
  return row
}

/** @returns the ids of the conversations that belong to a customer. */
export async function findConversationsOf(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.customerId, customerId))
  return rows.map(({ id }) => id)
}

/** @returns the messages after the sequence, oldest first. */
export async function readMessages(ctx: Context, conversationId: string, after = 0): Promise<MessageRow[]> {
  return ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), gt(messages.sequence, after)))
    .orderBy(asc(messages.sequence))
}

/** @returns one message. @throws AppError "message-not-found". */
export async function readMessage(ctx: Context, id: string): Promise<MessageRow> {
  const [row] = await ctx.db.select().from(messages).where(eq(messages.id, id))
  if (!row) throw notFound("message", id)
  return row
}
