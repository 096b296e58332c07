import type { WebhookEvent, WebhookEventPage, WebhookState } from "@myhibachi/contract/payments"
import { and, desc, eq, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { processWebhook } from "./process-webhook.ts"
import { webhookEvents } from "./tables.ts"

type EventRow = typeof webhookEvents.$inferSelect

export interface FindWebhooks {
  state?: WebhookState | undefined
  type?: string | undefined
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
        query.state ? eq(webhookEvents.state, query.state) : undefined,
        query.type ? eq(webhookEvents.type, query.type) : undefined,
        at ? sql`(${webhookEvents.receivedAt}, ${webhookEvents.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(webhookEvents.receivedAt), desc(webhookEvents.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, (row) => [row.receivedAt.toString(), row.id], toEvent)
}

/** Sees to an event again, whatever came of it before. @throws AppError "webhook-event-not-found". */
export async function replayWebhook(ctx: Context, eventId: string): Promise<WebhookEvent> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(webhookEvents)
      .set({ state: "received", outcome: null, processedAt: null })
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
    receivedAt: row.receivedAt.toString(),
    processedAt: row.processedAt?.toString() ?? null,
  }
}
