import { and, eq, inArray, isNotNull, lt, ne } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob, type ScheduleDefinition } from "#platform/jobs/jobs.ts"
import { requirePaymentProvider } from "./payment-provider.ts"
import { applyTold, readSubject, type Subject } from "./read-subject.ts"
import { sendRefund } from "./send-refund.ts"
import { settleQuietCharges } from "./settle-quiet-charges.ts"
import { checkouts, payments, refunds } from "./tables.ts"
import { processWebhook } from "./webhooks/process-webhook.ts"
import { webhookEvents } from "./webhooks/tables.ts"

const QUIET_MINUTES = 10
const LOOK_BACK_HOURS = 26
const BATCH = 500

/** Finds what the provider has and we do not: lost messages, payments, charges, refunds that moved on. */
export const sweepProvider = defineJob({
  name: "sweep-provider",
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  run: async (ctx) => {
    if (!ctx.providers.payments) return
    for (const subject of await findSubjects(ctx)) await applyQuietly(ctx, subject)
    await settleQuietCharges(ctx)
    await askAgain(ctx)
  },
})

export const hourlySweep: ScheduleDefinition = { job: sweepProvider, cron: "7 * * * *", timeZone: "UTC" }

async function findSubjects(ctx: Context): Promise<Subject[]> {
  const pages = new Set([...(await lostPages(ctx)), ...(await quietPages(ctx))])
  const moving = await movingPayments(ctx)
  return [
    ...[...pages].map((subjectId) => ({ subjectKind: "checkout" as const, subjectId })),
    ...moving.map((subjectId) => ({ subjectKind: "payment" as const, subjectId })),
  ]
}

/** Paid pages at the provider for which we have no received payment. */
async function lostPages(ctx: Context): Promise<string[]> {
  const told = await requirePaymentProvider(ctx).listCheckouts(ctx.now().subtract({ hours: LOOK_BACK_HOURS }))
  const paid = told.filter((page) => page.status === "complete" && page.paymentId !== null)
  if (paid.length === 0) return []
  const known = await ctx.db
    .select({ id: payments.providerPaymentId })
    .from(payments)
    .where(
      and(
        inArray(
          payments.providerPaymentId,
          paid.map((page) => page.paymentId ?? ""),
        ),
        isNotNull(payments.receivedAt),
      ),
    )
  const received = new Set(known.map(({ id }) => id))
  return paid.filter((page) => !received.has(page.paymentId)).map((page) => page.id)
}

/** Pages that we think open although their time is over. */
async function quietPages(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: checkouts.providerCheckoutId })
    .from(checkouts)
    .where(
      and(
        inArray(checkouts.status, ["creating", "open"]),
        eq(checkouts.provider, requirePaymentProvider(ctx).name),
        lt(checkouts.expiresAt, ctx.now()),
      ),
    )
    .limit(BATCH)
  return rows.flatMap(({ id }) => (id ? [id] : []))
}

/** Payments with a refund on its way, or without their fee. */
async function movingPayments(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ id: payments.providerPaymentId })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(
      and(
        eq(refunds.status, "pending"),
        eq(payments.provider, requirePaymentProvider(ctx).name),
        isNotNull(payments.providerPaymentId),
      ),
    )
    .limit(BATCH)
  return rows.flatMap(({ id }) => (id ? [id] : []))
}

async function applyQuietly(ctx: Context, subject: Subject): Promise<void> {
  try {
    const told = await readSubject(ctx, subject)
    await inTransaction(ctx, (ctx) => applyTold(ctx, told))
  } catch (error) {
    // One page that the provider does not know must not keep the others from being seen to.
    if (!(error instanceof AppError) || error.code !== "payment-refused") throw error
    ctx.log.warn({ subject: subject.subjectId, err: error }, "sweep could not read")
  }
}

async function askAgain(ctx: Context): Promise<void> {
  const before = ctx.now().subtract({ minutes: QUIET_MINUTES })
  const stuck = await ctx.db
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(and(inArray(webhookEvents.state, ["received", "failed"]), lt(webhookEvents.receivedAt, before)))
    .limit(BATCH)
  for (const { id } of stuck) await ctx.services.jobs.enqueue(ctx, processWebhook, { eventId: id })
  const waiting = await ctx.db
    .select({ id: refunds.id })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(
      and(eq(refunds.status, "requested"), ne(payments.provider, "offline"), lt(refunds.updatedAt, before)),
    )
    .limit(BATCH)
  for (const { id } of waiting) await ctx.services.jobs.enqueue(ctx, sendRefund, { refundId: id })
}
