import type { BookingStatus } from "@myhibachi/contract/booking"
import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { and, asc, gt, inArray, lte, sql } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import type { Temporal } from "#platform/time.ts"
import type { BookingRow } from "../read-booking.ts"
import { bookings } from "../tables.ts"
import { notices } from "./tables.ts"

const BATCH = 500

/**
 * Finds parties to come that are so close to their start that something is due. Each party has the rules that
 * were signed for it, so every set of rules in use is asked for its own hours.
 * @returns the next start first.
 */
export async function findDueBeforeStart(
  ctx: Context,
  statuses: readonly BookingStatus[],
  hoursBefore: (parameters: PolicyParameters) => number,
): Promise<BookingRow[]> {
  const isToCome = and(inArray(bookings.status, [...statuses]), gt(bookings.startsAt, ctx.now()))
  const sets = await ctx.db.selectDistinct({ ids: bookings.policyIds }).from(bookings).where(isToCome)
  const due: BookingRow[] = []
  for (const { ids } of sets) {
    const { parameters } = await policiesById(ctx, ids)
    const until = ctx.now().add({ minutes: Math.round(hoursBefore(parameters) * 60) })
    const rows = await ctx.db
      .select()
      .from(bookings)
      .where(
        and(
          isToCome,
          sql`${bookings.policyIds} = ${JSON.stringify(ids)}::jsonb`,
          lte(bookings.startsAt, until),
        ),
      )
      .orderBy(asc(bookings.startsAt))
      .limit(BATCH)
    due.push(...rows)
  }
  return due
}

/**
 * Says something about a party once for its present start, in one transaction with what says it.
 * @returns whether it was said now.
 */
export async function sayOnce(
  ctx: Context,
  party: { id: string; startsAt: Temporal.Instant },
  kind: string,
  say: (ctx: Context) => Promise<void>,
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const said = await ctx.db
      .insert(notices)
      .values({ bookingId: party.id, kind, startsAt: party.startsAt, at: ctx.now() })
      .onConflictDoNothing()
      .returning({ kind: notices.kind })
    if (said.length === 0) return false
    await say(ctx)
    return true
  })
}
