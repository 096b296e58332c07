import type { TextMessage, TextPage, TextQuery } from "@myhibachi/contract/texts"
import { and, desc, eq, sql } from "drizzle-orm"
import { isPerson, type NamedPerson, readNames } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { Temporal } from "#platform/time.ts"
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
  const names = await namesFor(ctx, rows)
  return toPage(
    rows,
    query.limit,
    (row) => [row.createdAt.toString(), row.id],
    (row) => present(row, names),
  )
}

/**
 * Tries a text again that was given up, with all its tries.
 * @throws AppError "text-not-found", "text-not-failed", "text-too-late" (409).
 */
export async function retryText(ctx: Context, textId: string): Promise<TextMessage> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(textMessages).where(eq(textMessages.id, textId)).for("update")
    if (!row) throw notFound("text", textId)
    if (row.state !== "failed")
      throw new AppError("conflict", "text-not-failed", "Only a text that was given up can be tried again.")
    if (row.sendBefore && Temporal.Instant.compare(row.sendBefore, ctx.now()) <= 0) {
      throw new AppError(
        "conflict",
        "text-too-late",
        "What this text says is of no use any more; call or write to the person instead.",
      )
    }
    const changes = {
      state: "waiting" as const,
      attempts: 0,
      nextAt: ctx.now(),
      settledAt: null,
      providerId: null,
      sentAt: null,
      reason: null,
    }
    await ctx.db.update(textMessages).set(changes).where(eq(textMessages.id, textId))
    await ctx.services.jobs.enqueue(ctx, workText, { textId })
    await audit(ctx, { action: "text.retried", entity: "text", entityId: textId })
    return present({ ...row, ...changes }, await namesFor(ctx, [row]))
  })
}

async function namesFor(ctx: Context, rows: readonly TextRow[]): Promise<Map<string, NamedPerson>> {
  return readNames(
    ctx,
    rows.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])),
  )
}

function present(row: TextRow, names: ReadonlyMap<string, NamedPerson>): TextMessage {
  const { id, topic, title, phone, state, bookingId, attempts, reason } = row
  const person = row.customerId === null ? undefined : names.get(row.customerId)
  return {
    id,
    topic,
    title,
    phoneEnding: /\d{4}$/.exec(phone)?.[0] ?? null,
    state,
    customerId: person?.customerId ?? row.customerId,
    // Who wrote from a phone and said no more has its number for a name.
    customerName: person && person.name !== phone ? person.name : null,
    bookingId,
    attempts,
    reason,
    createdAt: row.createdAt.toString(),
    nextAt: row.nextAt?.toString() ?? null,
    sentAt: row.sentAt?.toString() ?? null,
    settledAt: row.settledAt?.toString() ?? null,
  }
}
