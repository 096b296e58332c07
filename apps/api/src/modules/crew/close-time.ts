import type { AddBlackout, AffectedParty, Blackout, BlackoutSpan } from "@myhibachi/contract/chef-time"
import { and, asc, eq, gt, isNull } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notFound } from "#platform/errors.ts"
import { findPartiesWithin } from "./find-affected.ts"
import { findStations, requireStation } from "./find-stations.ts"
import { presentBlackout } from "./read-calendar.ts"
import { readSpan } from "./read-span.ts"
import { lockStations } from "./release-claims.ts"
import { blackouts } from "./tables.ts"

/** @returns the closures that are not over, by when they begin. */
export async function listBlackouts(ctx: Context): Promise<Blackout[]> {
  const rows = await ctx.replica
    .select()
    .from(blackouts)
    .where(and(isNull(blackouts.removedAt), gt(blackouts.toAt, ctx.now())))
    .orderBy(asc(blackouts.fromAt))
    .limit(500)
  return rows.map(presentBlackout)
}

/** @returns the parties and holds that a closure would leave standing. @throws AppError "range-invalid". */
export async function previewBlackout(ctx: Context, input: BlackoutSpan): Promise<AffectedParty[]> {
  const within = readSpan(input)
  if (input.stationId !== null) await requireStation(ctx, input.stationId)
  return findPartiesWithin(ctx, { stationId: input.stationId, within })
}

/** Closes the company or one station for a while; parties that are booked stay. @throws AppError "station-not-found". */
export async function addBlackout(ctx: Context, input: AddBlackout): Promise<Blackout> {
  const { from, to } = readSpan(input)
  return inTransaction(ctx, async (ctx) => {
    await lockClosed(ctx, input.stationId)
    const [row] = await ctx.db
      .insert(blackouts)
      .values({
        id: ctx.newId("blk"),
        stationId: input.stationId,
        fromAt: from,
        toAt: to,
        reason: input.reason,
        createdAt: ctx.now(),
      })
      .returning()
    if (!row) throw new Error("The blackout was not written.")
    await audit(ctx, {
      action: "blackout.added",
      entity: "blackout",
      entityId: row.id,
      details: { ...input },
    })
    return presentBlackout(row)
  })
}

/** Waits for the holds that are being written, so that none lands inside the closure unseen. */
async function lockClosed(ctx: Context, stationId: string | null): Promise<void> {
  const closed = stationId === null ? await findStations(ctx) : [await requireStation(ctx, stationId)]
  await lockStations(
    ctx,
    closed.map((station) => station.id),
  )
}

/** Opens again. @throws AppError "blackout-not-found". */
export async function removeBlackout(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db
      .update(blackouts)
      .set({ removedAt: ctx.now() })
      .where(and(eq(blackouts.id, id), isNull(blackouts.removedAt)))
      .returning()
    if (removed.length === 0) throw notFound("blackout", id)
    await audit(ctx, { action: "blackout.removed", entity: "blackout", entityId: id })
  })
}
