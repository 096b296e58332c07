import type { ReconciliationDetail } from "@myhibachi/contract/reconciliation"
import { eq } from "drizzle-orm"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob, type ScheduleDefinition } from "#platform/jobs/jobs.ts"
import { Temporal } from "#platform/time.ts"
import { requireMerchantAccount } from "../payment-provider.ts"
import { type Break, compareBooks, sumBySubject } from "./compare-books.ts"
import { readReconciliation } from "./find-reconciliations.ts"
import { readEntriesAbout, readEntriesOf } from "./read-entries.ts"
import { nameMovements } from "./read-movements.ts"
import { recordBreaks } from "./record-breaks.ts"
import { reconciliations } from "./tables.ts"

// What was booked on a day may have moved up to a week before: messages come late, dead letters are replayed.
const LOOK_BACK_DAYS = 7

interface Comparison {
  breaks: Break[]
  movements: number
  entries: number
}

/**
 * Compares a day of the provider's account with our books: payments, fees, refunds, disputes and payouts. What does
 * not agree becomes a task; breaks that an earlier run of the day found and that agree now are closed.
 * @param input.day a date of UTC that is over; yesterday when left out
 * @throws AppError "reconciliation-day-not-over" (422), "card-payments-off" (503), "payments-down" (503).
 */
export async function runReconciliation(
  ctx: Context,
  input: { day?: string | undefined },
): Promise<ReconciliationDetail> {
  const today = ctx.now().toZonedDateTimeISO("UTC").toPlainDate()
  const day = input.day ? Temporal.PlainDate.from(input.day) : today.subtract({ days: 1 })
  if (Temporal.PlainDate.compare(day, today) >= 0) throw dayNotOver(today)
  const runId = await begin(ctx, day.toString())
  const compared = await compareDay(ctx, day)
  await inTransaction(ctx, async (ctx) => {
    const open = await recordBreaks(ctx, { runId, day: day.toString(), breaks: compared.breaks })
    await ctx.db
      .update(reconciliations)
      .set({
        state: open === 0 ? "clean" : "broken",
        movements: compared.movements,
        entries: compared.entries,
        finishedAt: ctx.now(),
      })
      .where(eq(reconciliations.id, runId))
    const details = { day: day.toString(), openBreaks: open }
    await audit(ctx, { action: "reconciliation.run", entity: "reconciliation", entityId: runId, details })
  })
  return readReconciliation(ctx, runId)
}

function dayNotOver(today: Temporal.PlainDate): AppError {
  const message = `Only days that are over in UTC can be compared; it is ${today.toString()} there now.`
  return new AppError("unprocessable", "reconciliation-day-not-over", message, {
    errors: [{ pointer: "/day", detail: message }],
  })
}

async function begin(ctx: Context, day: string): Promise<string> {
  const id = ctx.newId("rec")
  await ctx.db.insert(reconciliations).values({
    id,
    day,
    state: "running",
    startedBy: actorName(ctx.actor),
    startedAt: ctx.now(),
  })
  return id
}

async function compareDay(ctx: Context, day: Temporal.PlainDate): Promise<Comparison> {
  const span = { from: startOf(day), to: startOf(day.add({ days: 1 })) }
  const told = await requireMerchantAccount(ctx).listMovements(
    startOf(day.subtract({ days: LOOK_BACK_DAYS })),
    startOf(day.add({ days: 2 })),
  )
  const named = await nameMovements(ctx, told)
  const ofDay = named.filter(({ movement }) => isWithin(movement.at, span))
  const booked = await readEntriesOf(ctx, span)
  const subjects = new Set([...ofDay, ...booked].map(({ subject }) => subject))
  const here = sumBySubject(await readEntriesAbout(ctx, [...subjects]))
  return {
    breaks: compareBooks(subjects, sumBySubject(named), here),
    movements: ofDay.length,
    entries: booked.length,
  }
}

function isWithin(at: Temporal.Instant, { from, to }: Span): boolean {
  return Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime("UTC").toInstant()
}

/** Compares yesterday, once the provider has closed it. */
export const reconcileYesterday = defineJob({
  name: "reconcile-yesterday",
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  retryLimit: 8,
  run: async (ctx) => {
    if (ctx.providers.merchantAccount) await runReconciliation(ctx, {})
  },
})

export const nightlyReconciliation: ScheduleDefinition = {
  job: reconcileYesterday,
  cron: "40 4 * * *",
  timeZone: "UTC",
}
