import type { AddBlackout, AddTimeOff, Blackout, Chef, ChefClaim } from "@myhibachi/contract/crew"
import { and, eq, gt, isNull, or, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField, notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { lockCrew } from "./claim-chefs.ts"
import { findStations, readChef, requireStation } from "./find-stations.ts"
import { presentBlackout, presentClaim } from "./read-calendar.ts"
import { lockStations } from "./release-claims.ts"
import { blackouts, claims } from "./tables.ts"

/** Takes a chef's time off. @throws AppError "time-off-conflicts" (409) with the claims in the way. */
export async function addTimeOff(ctx: Context, input: AddTimeOff & { chefId: string }): Promise<ChefClaim> {
  const during = readSpan(input)
  return inTransaction(ctx, async (ctx) => {
    const chef = await readChef(ctx, input.chefId)
    await lockCrew(ctx, chef.stationId)
    await refuseTaken(ctx, chef, during)
    const [row] = await ctx.db
      .insert(claims)
      .values({
        id: ctx.newId("clm"),
        chefId: chef.id,
        kind: "time_off",
        during,
        work: during,
        homeLegSeconds: 0,
        legBeforeSeconds: 0,
        legAfterSeconds: 0,
        title: input.reason,
        createdAt: ctx.now(),
      })
      .returning()
    if (!row) throw new Error("The time off was not written.")
    await audit(ctx, {
      action: "chef.time-off-added",
      entity: "chef",
      entityId: chef.id,
      details: { ...input },
    })
    return presentClaim(row)
  })
}

async function refuseTaken(ctx: Context, chef: Chef, during: Span): Promise<void> {
  const inTheWay = await ctx.db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.chefId, chef.id),
        eq(claims.released, false),
        or(isNull(claims.expiresAt), gt(claims.expiresAt, ctx.now())),
        sql`${claims.during} && ${sql.param(during, claims.during)}`,
      ),
    )
  if (inTheWay.length > 0) {
    throw new AppError(
      "conflict",
      "time-off-conflicts",
      `${chef.name} is taken then; move those parties first.`,
      {
        conflicts: inTheWay.map(presentClaim),
      },
    )
  }
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

function readSpan(input: { from: string; to: string }) {
  const span = { from: Temporal.Instant.from(input.from), to: Temporal.Instant.from(input.to) }
  if (Temporal.Instant.compare(span.from, span.to) < 0) return span
  throw invalidField("/to", "The end must be after the beginning.", "range-invalid")
}
