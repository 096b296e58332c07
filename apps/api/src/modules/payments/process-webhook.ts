import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { applyTold, readSubject } from "./read-subject.ts"
import { webhookEvents } from "./tables.ts"

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
    if (!event || event.state === "processed" || event.state === "ignored") return
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
      outcome: outcome ?? "None of our payments is concerned.",
      attempts: sql`${webhookEvents.attempts} + 1`,
      processedAt: ctx.now(),
    })
    .where(eq(webhookEvents.id, event.id))
}

async function noteFailure(ctx: Context, event: EventRow, error: unknown): Promise<void> {
  const outcome = error instanceof AppError ? error.message : "Something went wrong on our side; see the log."
  await ctx.db
    .update(webhookEvents)
    .set({ state: "failed", outcome, attempts: sql`${webhookEvents.attempts} + 1` })
    .where(eq(webhookEvents.id, event.id))
}
