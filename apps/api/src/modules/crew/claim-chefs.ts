import { and, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { isInTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"
import type { Point } from "#providers/maps/port.ts"
import { joinLegs, type Stop } from "./join-legs.ts"
import { neighboursOf } from "./judge-chef.ts"
import { type CrewMember, type CrewWindow, judgeCrew, readCrewWindow } from "./read-crew.ts"
import { lockStations, planLegs, sweepExpired } from "./release-claims.ts"
import { chefs, claims } from "./tables.ts"

export interface ClaimChefs {
  stationId: string
  timeZone: string
  count: number
  /** Set-up until pack-down. */
  work: Span
  startsAt: Temporal.Instant
  point: Point
  stationLegSeconds: number
  title: string
  owner:
    | { kind: "hold"; holdId: string; expiresAt: Temporal.Instant }
    | { kind: "booking"; holdId: string; bookingId: string }
  /** Taken first when they are free, for moving a party. */
  preferredChefIds?: readonly string[]
}

/**
 * Takes the time of `count` chefs, all or none, in the caller's transaction.
 * @throws AppError "start-taken" (409) when there are not enough.
 */
export async function claimChefs(ctx: Context, input: ClaimChefs): Promise<string[]> {
  if (!isInTransaction()) throw new Error("Claims must be made in the transaction of what they are for.")
  await lockCrew(ctx, input.stationId)
  const window = await readCrewWindow(ctx, {
    stationId: input.stationId,
    timeZone: input.timeZone,
    within: input.work,
  })
  const free = await rankFree(ctx, window, input)
  const chosen = free.slice(0, input.count).sort((left, right) => (left.chefId < right.chefId ? -1 : 1))
  if (chosen.length < input.count || isBlackedOut(window, input.work)) throw startTaken()
  try {
    for (const { chefId, homeLegSeconds } of chosen) {
      const member = window.members.find((candidate) => candidate.id === chefId)
      if (member) await insertClaim(ctx, input, member, homeLegSeconds)
    }
  } catch (cause) {
    if (databaseErrorCode(cause) === "23P01") throw startTaken(cause)
    throw cause
  }
  return chosen.map((verdict) => verdict.chefId)
}

/** Lets claims of one station queue instead of failing, and sweeps what has expired. */
export async function lockCrew(ctx: Context, stationId: string): Promise<void> {
  await lockStations(ctx, [stationId])
  const members = await ctx.db.select({ id: chefs.id }).from(chefs).where(eq(chefs.stationId, stationId))
  await sweepExpired(
    ctx,
    members.map((chef) => chef.id),
  )
}

async function rankFree(ctx: Context, window: CrewWindow, input: ClaimChefs) {
  const free = judgeCrew(window, {
    workFromMs: input.work.from.epochMilliseconds,
    workToMs: input.work.to.epochMilliseconds,
    stationLegSeconds: input.stationLegSeconds,
    point: input.point,
  }).filter((verdict) => verdict.rule === null)
  const loads = await readLoads(
    ctx,
    free.map((verdict) => verdict.chefId),
    input.startsAt,
  )
  const rank = (chefId: string) => (input.preferredChefIds?.includes(chefId) ? -1 : (loads.get(chefId) ?? 0))
  return free.sort(
    (left, right) => rank(left.chefId) - rank(right.chefId) || (left.chefId < right.chefId ? -1 : 1),
  )
}

/** How many parties each has four weeks around: who has fewest goes first. */
async function readLoads(
  ctx: Context,
  chefIds: string[],
  around: Temporal.Instant,
): Promise<Map<string, number>> {
  if (chefIds.length === 0) return new Map()
  const near = { from: around.subtract({ hours: 336 }), to: around.add({ hours: 336 }) }
  const rows = await ctx.db
    .select({ chefId: claims.chefId, count: sql<number>`count(*)::int` })
    .from(claims)
    .where(
      and(
        inArray(claims.chefId, chefIds),
        eq(claims.released, false),
        sql`${claims.during} && ${sql.param(near, claims.during)}`,
      ),
    )
    .groupBy(claims.chefId)
  return new Map(rows.map((row) => [row.chefId, row.count]))
}

function isBlackedOut(window: CrewWindow, work: Span): boolean {
  const { from, to } = work
  return window.blackouts.some(
    (closed) => closed.fromMs < to.epochMilliseconds && from.epochMilliseconds < closed.toMs,
  )
}

async function insertClaim(
  ctx: Context,
  input: ClaimChefs,
  member: CrewMember,
  homeLegSeconds: number,
): Promise<void> {
  const party = {
    workFromMs: input.work.from.epochMilliseconds,
    workToMs: input.work.to.epochMilliseconds,
    homeLegSeconds,
    point: input.point,
  }
  const { legBeforeSeconds, legAfterSeconds } = await makeRoom(ctx, party, member)
  const { owner } = input
  await ctx.db.insert(claims).values({
    id: ctx.newId("clm"),
    chefId: member.id,
    kind: owner.kind,
    work: input.work,
    during: {
      from: input.work.from.subtract({ seconds: legBeforeSeconds }),
      to: input.work.to.add({ seconds: legAfterSeconds }),
    },
    homeLegSeconds,
    legBeforeSeconds,
    legAfterSeconds,
    latitude: input.point.latitude,
    longitude: input.point.longitude,
    startsAt: input.startsAt,
    title: input.title,
    holdId: owner.holdId,
    bookingId: owner.kind === "booking" ? owner.bookingId : null,
    expiresAt: owner.kind === "hold" ? owner.expiresAt : null,
    createdAt: ctx.now(),
  })
}

/** Plans the drives to and from the party; the neighbours give way first, or the constraint would refuse it. */
async function makeRoom(ctx: Context, party: Stop, member: CrewMember) {
  const { earlier, later } = neighboursOf(party, member.stops)
  const before = earlier ? joinLegs(earlier, party) : null
  const after = later ? joinLegs(party, later) : null
  if (earlier && before) await planLegs(ctx, earlier.claimId, { legAfterSeconds: before.afterSeconds })
  if (later && after) await planLegs(ctx, later.claimId, { legBeforeSeconds: after.beforeSeconds })
  return {
    legBeforeSeconds: before?.beforeSeconds ?? party.homeLegSeconds,
    legAfterSeconds: after?.afterSeconds ?? party.homeLegSeconds,
  }
}

function startTaken(cause?: unknown): AppError {
  const message = "This start has just been taken; please choose another one."
  return new AppError("conflict", "start-taken", message, {}, { cause })
}
