import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"
import { openAssignments } from "./assignments/open-assignments.ts"
import { joinLegs } from "./join-legs.ts"
import { neighboursOf } from "./judge-chef.ts"
import { type ClaimRow, toStop } from "./read-crew.ts"
import { chefs, claims, stations } from "./tables.ts"

/** Whose claims, or which one; those of a booking still name its hold. */
export type ClaimOwner = { holdId: string } | { bookingId: string } | { claimId: string }

/** Gives the chefs' time back. @returns the chefs, those of the party first. */
export async function releaseClaims(ctx: Context, owner: ClaimOwner): Promise<string[]> {
  const owned = await readOwned(ctx, owner)
  if (owned.length === 0) return []
  await lockStations(ctx, await stationsOf(ctx, owned))
  const rows = await readOwned(ctx, owner)
  await releaseClaimRows(ctx, rows)
  return rows.map((claim) => claim.chefId)
}

/** Moves the end of a hold's claims. @returns how many are still held. */
export async function extendClaims(
  ctx: Context,
  input: { holdId: string; expiresAt: Temporal.Instant },
): Promise<number> {
  const rows = await ctx.db
    .update(claims)
    .set({ expiresAt: input.expiresAt })
    .where(and(eq(claims.holdId, input.holdId), eq(claims.released, false)))
    .returning({ id: claims.id })
  return rows.length
}

/** Turns a hold's claims into those of its booking. @returns how many were still held. */
export async function keepClaims(
  ctx: Context,
  input: { holdId: string; bookingId: string; title: string },
): Promise<number> {
  const rows = await ctx.db
    .update(claims)
    .set({ kind: "booking", bookingId: input.bookingId, expiresAt: null, title: input.title })
    .where(and(eq(claims.holdId, input.holdId), eq(claims.released, false)))
    .returning()
  await openAssignments(ctx, rows)
  return rows.length
}

function readOwned(ctx: Context, owner: ClaimOwner): Promise<ClaimRow[]> {
  const isTheirs = isOwnedBy(owner)
  return ctx.db
    .select()
    .from(claims)
    .where(and(isTheirs, eq(claims.released, false)))
}

function isOwnedBy(owner: ClaimOwner) {
  if ("claimId" in owner) return eq(claims.id, owner.claimId)
  if ("bookingId" in owner) return eq(claims.bookingId, owner.bookingId)
  return and(eq(claims.holdId, owner.holdId), isNull(claims.bookingId))
}

async function stationsOf(ctx: Context, rows: readonly ClaimRow[]): Promise<string[]> {
  const ids = rows.map((row) => row.chefId)
  const found = await ctx.db.selectDistinct({ id: chefs.stationId }).from(chefs).where(inArray(chefs.id, ids))
  return found.map((chef) => chef.id)
}

/** One lock for all of a station's chefs: who moves several of them cannot deadlock with another. */
export async function lockStations(ctx: Context, stationIds: readonly string[]): Promise<void> {
  await ctx.db
    .select({ id: stations.id })
    .from(stations)
    .where(inArray(stations.id, [...stationIds]))
    .orderBy(stations.id)
    .for("no key update")
}

/** Releases claims of stations that the caller has locked, and plans their neighbours' drives anew. */
export async function releaseClaimRows(ctx: Context, rows: readonly ClaimRow[]): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map((row) => row.id)
  await ctx.db.update(claims).set({ released: true, releasedAt: ctx.now() }).where(inArray(claims.id, ids))
  for (const row of rows) await rejoinNeighbours(ctx, row)
}

/** Releases what has expired of chefs whose station the caller has locked. */
export async function sweepExpired(ctx: Context, chefIds: readonly string[]): Promise<void> {
  if (chefIds.length === 0) return
  // One statement, so that a hold which is signed in this very moment is looked at again and stays.
  const swept = await ctx.db
    .update(claims)
    .set({ released: true, releasedAt: ctx.now() })
    .where(
      and(inArray(claims.chefId, [...chefIds]), eq(claims.released, false), lte(claims.expiresAt, ctx.now())),
    )
    .returning()
  for (const row of swept) await rejoinNeighbours(ctx, row)
}

async function rejoinNeighbours(ctx: Context, gone: ClaimRow): Promise<void> {
  const near = { from: gone.during.from.subtract({ hours: 24 }), to: gone.during.to.add({ hours: 24 }) }
  const rows = await ctx.db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.chefId, gone.chefId),
        eq(claims.released, false),
        sql`${claims.during} && ${sql.param(near, claims.during)}`,
      ),
    )
    .orderBy(sql`lower(${claims.work})`)
  const { earlier, later } = neighboursOf(toStop(gone), rows.map(toStop))
  const joined = earlier && later ? joinLegs(earlier, later) : null
  if (earlier && later && !joined) return // Both keep the drives they have, which do not overlap.
  if (earlier)
    await planLegs(ctx, earlier.claimId, { legAfterSeconds: joined?.afterSeconds ?? earlier.homeLegSeconds })
  if (later)
    await planLegs(ctx, later.claimId, { legBeforeSeconds: joined?.beforeSeconds ?? later.homeLegSeconds })
}

/** Sets the drive before or after a claim, and its whole time with it. */
export async function planLegs(
  ctx: Context,
  claimId: string,
  legs: { legBeforeSeconds?: number; legAfterSeconds?: number },
): Promise<void> {
  const [row] = await ctx.db.select().from(claims).where(eq(claims.id, claimId))
  if (!row) throw notFound("claim", claimId)
  const planned = { legBeforeSeconds: row.legBeforeSeconds, legAfterSeconds: row.legAfterSeconds, ...legs }
  const during = {
    from: row.work.from.subtract({ seconds: planned.legBeforeSeconds }),
    to: row.work.to.add({ seconds: planned.legAfterSeconds }),
  }
  await ctx.db
    .update(claims)
    .set({ ...planned, during })
    .where(eq(claims.id, claimId))
}
