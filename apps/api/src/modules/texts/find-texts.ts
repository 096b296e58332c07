import type { TextMessage, TextPage, TextQuery } from "@myhibachi/contract/texts"
import { and, desc, eq, sql } from "drizzle-orm"
import { isPerson } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import type { TextRow } from "./claim-text.ts"
import { workText } from "./send-text.ts"
import { textMessages } from "./tables.ts"

export interface FindTexts extends TextQuery {
  cursor?: string | undefined
  limit: number
}

/** @returns text messages that were to go out, the newest first. @throws AppError "invalid-cursor". */
export async function findTexts(ctx: Context, query: FindTexts): Promise<TextPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const rows = await ctx.replica
    .select()
    .from(textMessages)
    .where(
      and(
        query.bookingId ? eq(textMessages.bookingId, query.bookingId) : undefined,
        query.customerId ? isPerson(textMessages.customerId, query.customerId) : undefined,
        query.state ? eq(textMessages.state, query.state) : undefined,
        at ? sql`(${textMessages.createdAt}, ${textMessages.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(textMessages.createdAt), desc(textMessages.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.createdAt.toString(), row.id], present)
}

/** Tries a text again that was given up, with all its tries. @throws AppError "text-not-found", "text-not-failed" (409). */
export async function retryText(ctx: Context, textId: string): Promise<TextMessage> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(textMessages).where(eq(textMessages.id, textId)).for("update")
    if (!row) throw notFound("text", textId)
    if (row.state !== "failed")
      throw new AppError("conflict", "text-not-failed", "Only a text that was given up can be tried again.")
    const changes = {
      state: "waiting" as const,
      attempts: 0,
      nextAt: ctx.now(),
      settledAt: null,
      providerId: null,
      sentAt: null,
    }
    await ctx.db.update(textMessages).set(changes).where(eq(textMessages.id, textId))
    await ctx.services.jobs.enqueue(ctx, workText, { textId })
    await audit(ctx, { action: "text.retried", entity: "text", entityId: textId })
    return present({ ...row, ...changes })
  })
}

function present(row: TextRow): TextMessage {
  const { id, topic, title, phone, state, customerId, bookingId, attempts, reason } = row
  return {
    id,
    topic,
    title,
    phone,
    state,
    customerId,
    bookingId,
    attempts,
    reason,
    createdAt: row.createdAt.toString(),
    nextAt: row.nextAt?.toString() ?? null,
    sentAt: row.sentAt?.toString() ?? null,
    settledAt: row.settledAt?.toString() ?? null,
  }
}
