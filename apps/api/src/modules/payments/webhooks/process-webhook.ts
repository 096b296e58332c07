import { and, eq, inArray, or, sql } from "drizzle-orm"
import { z } from "zod"
import { completeTaskByKey, createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { Turns } from "#platform/turns.ts"
import { applyTold, readSubject } from "../read-subject.ts"
import { webhookEvents } from "./tables.ts"

/** So often is a message tried, by its job and by the sweep; then a person must look. */
export const TRIES_ALLOWED = 30

type EventRow = typeof webhookEvents.$inferSelect

/**
 * Looks at what an event points to and makes our books agree, in one transaction with the event's mark. The
 * event itself says nothing that we believe: it may be old, doubled or out of order. What else was waiting about the
 * same thing is answered by the same look.
 */
export const processWebhook = defineJob({
  name: "process-webhook",
  schema: z.object({ eventId: z.string() }),
  retryLimit: 8,
  run: async (ctx, { eventId }) => {
    const event = await findOpen(ctx, eventId)
    // Messages about one payment come close together: the first one's look answers the others, which wait for it.
    if (event) await looks.take(`${event.subjectKind}:${event.subjectId ?? event.id}`, () => look(ctx, event))
  },
})

const looks = new Turns()
const isOpen = inArray(webhookEvents.state, ["received", "failed"])

async function findOpen(ctx: Context, eventId: string): Promise<EventRow | undefined> {
  const [event] = await ctx.db
    .select()
    .from(webhookEvents)
    .where(and(eq(webhookEvents.id, eventId), isOpen))
  return event
}

async function look(ctx: Context, about: EventRow): Promise<void> {
  // Before the provider is asked: what comes later may tell of something that the look does not show.
  const waiting = await findWaiting(ctx, about)
  const event = waiting.find(({ id }) => id === about.id)
  if (!event) return
  try {
    const told = await readSubject(ctx, event)
    await inTransaction(ctx, async (ctx) => mark(ctx, waiting, await applyTold(ctx, told)))
  } catch (error) {
    await noteFailure(ctx, event, error)
    throw error
  }
}

/** @returns the event, unless it was seen to meanwhile, and all that wait beside it about the same thing. */
async function findWaiting(ctx: Context, about: EventRow): Promise<EventRow[]> {
  const { id, subjectKind, subjectId, isUnknown } = about
  const beside =
    subjectId !== null && subjectKind !== null
      ? and(
          eq(webhookEvents.subjectId, subjectId),
          eq(webhookEvents.subjectKind, subjectKind),
          eq(webhookEvents.isUnknown, isUnknown),
        )
      : undefined
  return ctx.db
    .select()
    .from(webhookEvents)
    .where(and(or(eq(webhookEvents.id, id), beside), isOpen))
}

async function mark(ctx: Context, events: readonly EventRow[], outcome: string | null): Promise<void> {
  await ctx.db
    .update(webhookEvents)
    .set({
      state: outcome === null ? "ignored" : "processed",
      outcome: outcome ?? noneOfOurs(events),
      attempts: sql`${webhookEvents.attempts} + 1`,
      processedAt: ctx.now(),
    })
    .where(
      inArray(
        webhookEvents.id,
        events.map(({ id }) => id),
      ),
    )
  // Only what failed before can have become a task.
  for (const { id, attempts } of events) if (attempts > 0) await completeTaskByKey(ctx, deadLetterKey(id))
}

function noneOfOurs([event]: readonly EventRow[]): string {
  return event?.isUnknown
    ? `We have never seen a message of the type ${event.type}; it was kept, and nothing was done.`
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
