import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { completeTaskByKey, createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { applyTold, readSubject } from "./read-subject.ts"
import { webhookEvents } from "./tables.ts"

/** So often is a message tried, by its job and by the sweep; then a person must look. */
export const TRIES_ALLOWED = 30

type EventRow = typeof webhookEvents.$inferSelect

/**
 * Looks at what an event points to and makes our books agree, in one transaction with the event's mark. The
 * event itself says nothing that we believe: it may be old, doubled or out of order.
 */
export const processWebhook = defineJob({
  name: "process-webhook",
  schema: z.object({ eventId: z.string() }),
  retryLimit: 8,
  run: async (ctx, { eventId }) => {
    const [event] = await ctx.db.select().from(webhookEvents).where(eq(webhookEvents.id, eventId))
    if (!event || ["processed", "ignored", "dead"].includes(event.state)) return
    try {
      const told = await readSubject(ctx, event)
      await inTransaction(ctx, async (ctx) => mark(ctx, event, await applyTold(ctx, told)))
    } catch (error) {
      await noteFailure(ctx, event, error)
      throw error
    }
  },
})

async function mark(ctx: Context, event: EventRow, outcome: string | null): Promise<void> {
  await ctx.db
    .update(webhookEvents)
    .set({
      state: outcome === null ? "ignored" : "processed",
      outcome: outcome ?? noneOfOurs(event),
      attempts: sql`${webhookEvents.attempts} + 1`,
      processedAt: ctx.now(),
    })
    .where(eq(webhookEvents.id, event.id))
  await completeTaskByKey(ctx, deadLetterKey(event.id))
}

function noneOfOurs({ isUnknown, type }: EventRow): string {
  return isUnknown
    ? `We have never seen a message of the type ${type}; it was kept, and nothing was done.`
    : "None of our payments is concerned."
}

async function noteFailure(ctx: Context, event: EventRow, error: unknown): Promise<void> {
  const why = error instanceof AppError ? error.message : "Something went wrong on our side; see the log."
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .update(webhookEvents)
      .set({ state: "failed", outcome: why, attempts: sql`${webhookEvents.attempts} + 1` })
      .where(eq(webhookEvents.id, event.id))
      .returning({ attempts: webhookEvents.attempts })
    if (row && row.attempts >= TRIES_ALLOWED) await giveUp(ctx, event, why)
  })
}

async function giveUp(ctx: Context, event: EventRow, why: string): Promise<void> {
  const outcome = `Given up after ${TRIES_ALLOWED} tries. ${why}`
  await ctx.db.update(webhookEvents).set({ state: "dead", outcome }).where(eq(webhookEvents.id, event.id))
  await createTask(ctx, {
    kind: "payment",
    title: `A message of the card provider (${event.type}) could not be processed`,
    detail: `${outcome} It stands in the webhook inbox as ${event.id}; replay it there once the cause is mended.`,
    isUrgent: true,
    dueAt: ctx.now().add({ hours: 24 }),
    key: deadLetterKey(event.id),
  })
}

function deadLetterKey(eventId: string): string {
  return `webhook-dead:${eventId}`
}
