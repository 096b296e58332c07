import { usd } from "@myhibachi/contract/money"
import type { MoneySummary } from "@myhibachi/contract/payments"
import { and, count, eq, gte, inArray, ne, type SQL, sql, sum } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { ledgerLines } from "./ledger/tables.ts"
import { payments, refunds } from "./tables.ts"
import { webhookEvents } from "./webhooks/tables.ts"

/** The money screen's first line; "today" and "this month" are read in `timeZone`. */
export async function readMoneySummary(ctx: Context, timeZone: string): Promise<MoneySummary> {
  const today = ctx.now().toZonedDateTimeISO(timeZone).startOfDay()
  const [held] = await ctx.replica
    .select({ cents: sum(ledgerLines.amountCents) })
    .from(ledgerLines)
    .where(eq(ledgerLines.account, "customer_deposits"))
  const [pending] = await ctx.replica
    .select({ count: count(), cents: sum(refunds.amountCents) })
    .from(refunds)
    .where(inArray(refunds.status, ["awaiting_approval", "requested", "pending"]))
  return {
    receivedToday: usd(await receivedSince(ctx, today.toInstant())),
    receivedThisMonth: usd(await receivedSince(ctx, today.with({ day: 1 }).startOfDay().toInstant())),
    depositsHeld: usd(0 - Number(held?.cents ?? 0)),
    refundsPending: { count: pending?.count ?? 0, amount: usd(Number(pending?.cents ?? 0)) },
    ...(await countMessages(ctx)),
    timeZone,
    asOf: ctx.now().toString(),
  }
}

async function countMessages(ctx: Context) {
  const messages = async (which: SQL) => {
    const [row] = await ctx.replica.select({ count: count() }).from(webhookEvents).where(which)
    return row?.count ?? 0
  }
  return {
    webhooksFailed: await messages(eq(webhookEvents.state, "failed")),
    webhooksDead: await messages(eq(webhookEvents.state, "dead")),
    webhooksUnknown: await messages(eq(webhookEvents.isUnknown, true)),
  }
}

async function receivedSince(ctx: Context, since: Temporal.Instant): Promise<number> {
  const [row] = await ctx.replica
    .select({ cents: sql<string>`coalesce(${sum(payments.amountCents)}, 0)` })
    .from(payments)
    .where(and(gte(payments.receivedAt, since), ne(payments.status, "voided")))
  return Number(row?.cents ?? 0)
}
