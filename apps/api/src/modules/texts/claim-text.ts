import { eq, gt, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { Temporal } from "#platform/time.ts"
import type { Sms } from "#providers/sms/port.ts"
import { permissionFor } from "./phones.ts"
import { TRIES_ALLOWED } from "./rules/plan-try.ts"
import { firstAllowed } from "./rules/quiet-hours.ts"
import { KEYWORD_TOPIC, settle } from "./settle-text.ts"
import { textLines, textMessages } from "./tables.ts"

export type TextRow = typeof textMessages.$inferSelect
export type Step = "send" | "search" | "look"

// Longer than a request may take, so that whoever comes after a killed worker finds what it sent.
const LEASE_SECONDS = 120
// Any number works as long as nothing else locks it: whoever sends counts the last minute first.
const PACE_LOCK = 7_240_020

/** @returns what the job has to do with the text now; null when it is not its time, or it may not go out. */
export async function claimText(
  ctx: Context,
  textId: string,
  sms: Sms,
): Promise<{ row: TextRow; step: Step } | null> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(textMessages).where(eq(textMessages.id, textId)).for("update")
    if (!row?.nextAt || Temporal.Instant.compare(row.nextAt, ctx.now()) > 0) return null
    switch (row.state) {
      case "sent":
        return { row: await lease(ctx, row, {}), step: "look" }
      case "sending":
        return { row: await lease(ctx, row, {}), step: "search" }
      case "waiting":
        return (await isHeldBack(ctx, row, sms)) ? null : { row: await begin(ctx, row), step: "send" }
      default:
        return null
    }
  })
}

async function begin(ctx: Context, row: TextRow): Promise<TextRow> {
  return lease(ctx, row, {
    state: "sending",
    attempts: row.attempts + 1,
    firstTriedAt: row.firstTriedAt ?? ctx.now(),
    lastTriedAt: ctx.now(),
  })
}

async function lease(ctx: Context, row: TextRow, changes: Partial<TextRow>): Promise<TextRow> {
  const changed = { ...changes, nextAt: ctx.now().add({ seconds: LEASE_SECONDS }) }
  await ctx.db.update(textMessages).set(changed).where(eq(textMessages.id, row.id))
  return { ...row, ...changed }
}

/** Whether it must not go out now: never any more, or not before it is day, or others go first. */
async function isHeldBack(ctx: Context, row: TextRow, sms: Sms): Promise<boolean> {
  const reason = await reasonAgainst(ctx, row)
  if (reason) {
    await settle(ctx, row, reason)
    return true
  }
  const allowed = row.isReply ? ctx.now() : firstAllowed(ctx.now(), row.timeZone)
  const free = await nextFree(ctx, sms)
  const nextAt = Temporal.Instant.compare(allowed, free) > 0 ? allowed : free
  if (Temporal.Instant.compare(nextAt, ctx.now()) <= 0) return false
  await ctx.db.update(textMessages).set({ nextAt }).where(eq(textMessages.id, row.id))
  return true
}

async function reasonAgainst(ctx: Context, row: TextRow) {
  if (row.sendBefore && Temporal.Instant.compare(row.sendBefore, ctx.now()) <= 0)
    return { state: "withdrawn", reason: "It could not go out before it was of no use any more." } as const
  if (row.attempts >= TRIES_ALLOWED)
    return {
      state: "failed",
      reason: `Given up after ${row.attempts} tries. ${row.reason ?? ""}`.trim(),
    } as const
  const { customerId, phone, isReply } = row
  if (customerId === null || row.topic === KEYWORD_TOPIC) return null
  const permission = await permissionFor(ctx, { customerId, phone, isReply })
  return permission.mayText ? null : ({ state: "blocked", reason: permission.reason } as const)
}

/** @returns when our number may send the next text: the provider takes so many a minute, and may ask for a pause. */
async function nextFree(ctx: Context, sms: Sms): Promise<Temporal.Instant> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${PACE_LOCK})`)
  const [line] = await ctx.db.select().from(textLines).where(eq(textLines.number, sms.number))
  if (line?.pausedUntil && Temporal.Instant.compare(line.pausedUntil, ctx.now()) > 0) return line.pausedUntil
  const lately = await ctx.db
    .select({ at: textMessages.lastTriedAt })
    .from(textMessages)
    .where(gt(textMessages.lastTriedAt, ctx.now().subtract({ seconds: 60 })))
    .orderBy(textMessages.lastTriedAt)
  const oldest = lately.at(-sms.mostAMinute)?.at
  return oldest ? oldest.add({ seconds: 60 }) : ctx.now()
}
