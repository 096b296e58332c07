import type { WebhookEvent, WebhookEventPage, WebhookFilter } from "@myhibachi/contract/webhooks"
import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { Temporal } from "#platform/time.ts"
import { processWebhook } from "./process-webhook.ts"
import { webhookEvents } from "./tables.ts"

type EventRow = typeof webhookEvents.$inferSelect

export interface FindWebhooks extends WebhookFilter {
  cursor?: string | undefined
  limit: number
}

/** What the provider told us, newest first. */
export async function findWebhooks(ctx: Context, query: FindWebhooks): Promise<WebhookEventPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const rows = await ctx.replica
    .select()
    .from(webhookEvents)
    .where(
      and(
        matches(query),
        at ? sql`(${webhookEvents.receivedAt}, ${webhookEvents.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(webhookEvents.receivedAt), desc(webhookEvents.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.receivedAt.toString(), row.id], toEvent)
}

/** @returns the condition for messages that a filter means; undefined for all. */
export function matches({ state, type, from, to, isUnknown }: WebhookFilter): SQL | undefined {
  return and(
    state ? eq(webhookEvents.state, state) : undefined,
    type ? eq(webhookEvents.type, type) : undefined,
    from ? gte(webhookEvents.receivedAt, Temporal.Instant.from(from)) : undefined,
    isUnknown === undefined ? undefined : eq(webhookEvents.isUnknown, isUnknown),
    to ? lt(webhookEvents.receivedAt, Temporal.Instant.from(to)) : undefined,
  )
}

/** Sees to an event again with all its tries, whatever came of it before. @throws AppError "webhook-event-not-found". */
export async function replayWebhook(ctx: Context, eventId: string): Promise<WebhookEvent> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(webhookEvents)
      .set({ state: "received", attempts: 0, outcome: null, processedAt: null })
      .where(eq(webhookEvents.id, eventId))
      .returning()
    if (!row) throw notFound("webhook-event", eventId)
    await ctx.services.jobs.enqueue(ctx, processWebhook, { eventId })
    await audit(ctx, { action: "webhook.replayed", entity: "webhook-event", entityId: eventId })
    return toEvent(row)
  })
}

function toEvent(row: EventRow): WebhookEvent {
  return {
    id: row.id,
    provider: row.provider,
    type: row.type,
    state: row.state,
    attempts: row.attempts,
    outcome: row.outcome,
    isUnknown: row.isUnknown,
    receivedAt: row.receivedAt.toString(),
    processedAt: row.processedAt?.toString() ?? null,
  }
}
