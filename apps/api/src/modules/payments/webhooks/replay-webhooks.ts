import type { WebhookFilter, WebhookReplay } from "@myhibachi/contract/webhooks"
import { and, asc, count, eq, gt, lte, sql } from "drizzle-orm"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { matches } from "./find-webhooks.ts"
import { processWebhook } from "./process-webhook.ts"
import { webhookEvents, webhookReplays } from "./tables.ts"

type ReplayRow = typeof webhookReplays.$inferSelect

/** Has a job see to many messages again; nothing is booked twice by it. @returns the run, to be read until it is finished. */
export async function replayWebhooks(ctx: Context, filter: WebhookFilter): Promise<WebhookReplay> {
  return inTransaction(ctx, async (ctx) => {
    const [found] = await ctx.db.select({ total: count() }).from(webhookEvents).where(matches(filter))
    const [row] = await ctx.db
      .insert(webhookReplays)
      .values({
        id: ctx.newId("rpl"),
        filter,
        total: found?.total ?? 0,
        startedBy: actorName(ctx.actor),
        startedAt: ctx.now(),
      })
      .returning()
    if (!row) throw new Error("The replay was not written.")
    await ctx.services.jobs.enqueue(ctx, runReplay, { replayId: row.id })
    await audit(ctx, {
      action: "webhooks.replayed",
      entity: "webhook-replay",
      entityId: row.id,
      details: { filter, total: row.total },
    })
    return present(row)
  })
}

/** @throws AppError "webhook-replay-not-found". */
export async function readReplay(ctx: Context, replayId: string): Promise<WebhookReplay> {
  const [row] = await ctx.db.select().from(webhookReplays).where(eq(webhookReplays.id, replayId))
  if (!row) throw notFound("webhook-replay", replayId)
  return present(row)
}

/** Goes through the messages of a replay by their ids; cut off, it goes on behind the last one. */
export const runReplay = defineJob({
  name: "replay-webhooks",
  schema: z.object({ replayId: z.string() }),
  retryLimit: 8,
  run: async (ctx, { replayId }) => {
    const [row] = await ctx.db.select().from(webhookReplays).where(eq(webhookReplays.id, replayId))
    if (!row || row.finishedAt) return
    let last = row.lastEventId ?? ""
    for (let next = await nextEvent(ctx, row, last); next; next = await nextEvent(ctx, row, last)) {
      const isFailed = !(await tryAgain(ctx, next))
      last = next
      await noteProgress(ctx, row, last, isFailed)
    }
    await ctx.db.update(webhookReplays).set({ finishedAt: ctx.now() }).where(eq(webhookReplays.id, row.id))
  },
})

/** What came after the replay was asked for has its own job. */
async function nextEvent(ctx: Context, row: ReplayRow, after: string): Promise<string | undefined> {
  const [event] = await ctx.db
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(
      and(matches(row.filter), gt(webhookEvents.id, after), lte(webhookEvents.receivedAt, row.startedAt)),
    )
    .orderBy(asc(webhookEvents.id))
    .limit(1)
  return event?.id
}

async function tryAgain(ctx: Context, eventId: string): Promise<boolean> {
  await ctx.db
    .update(webhookEvents)
    .set({ state: "received", attempts: 0, outcome: null, processedAt: null })
    .where(eq(webhookEvents.id, eventId))
  try {
    await processWebhook.run(ctx, { eventId })
    return true
  } catch (error) {
    // Noted with the message already, which the sweep tries again; the others must not wait for it.
    ctx.log.warn({ eventId, err: error }, "a replayed message failed again")
    return false
  }
}

async function noteProgress(ctx: Context, row: ReplayRow, last: string, isFailed: boolean): Promise<void> {
  await ctx.db
    .update(webhookReplays)
    .set({
      lastEventId: last,
      done: sql`${webhookReplays.done} + 1`,
      failed: sql`${webhookReplays.failed} + ${isFailed ? 1 : 0}`,
    })
    .where(eq(webhookReplays.id, row.id))
  ctx.services.live.publish({ topic: "payments", kind: "webhook-replay", id: row.id })
}

function present(row: ReplayRow): WebhookReplay {
  return {
    id: row.id,
    filter: row.filter,
    total: row.total,
    done: row.done,
    failed: row.failed,
    startedBy: row.startedBy,
    startedAt: row.startedAt.toString(),
    finishedAt: row.finishedAt?.toString() ?? null,
  }
}
