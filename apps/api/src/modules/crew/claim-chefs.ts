import { eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { isInTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"
import type { Point } from "#providers/maps/port.ts"
import { openAssignments } from "./assignments/open-assignments.ts"
import { joinLegs, type Stop } from "./join-legs.ts"
import { neighboursOf } from "./judge-chef.ts"
import { type FreeChef, type RankWishes, rankChefs } from "./ranking/rank-chefs.ts"
import { readIncomes } from "./ranking/read-incomes.ts"
import { type PartyShare, payFor } from "./ranking/share-party.ts"
import {
  type ChefVerdict,
  type ClaimRow,
  type CrewMember,
  type CrewWindow,
  judgeCrew,
  readCrewWindow,
} from "./read-crew.ts"
import { lockStations, planLegs, sweepExpired } from "./release-claims.ts"
import { chefs, claims, stations } from "./tables.ts"

const NO_SHARE: PartyShare = { adults: 0, guests: 0, travelCents: 0 }

export interface ClaimChefs {
  stationId: string
  timeZone: string
  /** The parts of the party, one for each chef to claim. */
  shares: readonly PartyShare[]
  /** Set-up until pack-down. */
  work: Span
  startsAt: Temporal.Instant
  point: Point & { formatted: string }
  stationLegSeconds: number
  title: string
  owner:
    | { kind: "hold"; holdId: string; expiresAt: Temporal.Instant }
    | { kind: "booking"; holdId: string; bookingId: string }
  /** Taken first when they are free, for moving a party. */
  preferredChefIds?: readonly string[]
  needsExperience?: boolean
  knownChefIds?: readonly string[]
  /** Who is not asked, because they declined the party. */
  exceptChefIds?: readonly string[]
  /** Nobody else is taken, for handing a party over. */
  among?: readonly string[]
  /** The party is booked already, so that a closure since then does not stop its crew from being changed. */
  isKept?: boolean
}

/**
 * Takes the time of one chef for each share, all or none, in the caller's transaction.
 * @throws AppError "start-taken" (409) when there are not enough.
 */
export async function claimChefs(ctx: Context, input: ClaimChefs): Promise<string[]> {
  if (!isInTransaction()) throw new Error("Claims must be made in the transaction of what they are for.")
  await lockCrew(ctx, input.stationId)
  await refuseClosed(ctx, input.stationId)
  const window = await readCrewWindow(ctx, {
    stationId: input.stationId,
    timeZone: input.timeZone,
    within: input.work,
  })
  const ranked = (await rankFree(ctx, window, input)).slice(0, input.shares.length)
  // A party that was booked before its day was closed stays, whoever cooks it.
  const staysBooked = input.isKept === true || input.among !== undefined
  const isClosed = !staysBooked && isBlackedOut(window, input.work)
  if (ranked.length < input.shares.length || isClosed) throw startTaken()
  await insertClaims(ctx, input, ranked)
  return ranked.map(({ member }) => member.id).sort()
}

/** A chef whom the rules leave free, as the window knows them. */
export interface FreeMember {
  member: CrewMember
  homeLegSeconds: number
}

/**
 * Writes the claims in the order of chefs, so that two who claim the same ones do not lock each other.
 * @throws AppError "start-taken" (409) when the database refuses one.
 */
export async function insertClaims(
  ctx: Context,
  input: ClaimChefs,
  chosen: readonly FreeMember[],
): Promise<void> {
  const shared = chosen.map((free, index) => ({ ...free, share: input.shares[index] ?? NO_SHARE }))
  shared.sort((left, right) => (left.member.id < right.member.id ? -1 : 1))
  try {
    const rows = []
    for (const claim of shared) rows.push(await insertClaim(ctx, input, claim))
    await openAssignments(ctx, rows)
  } catch (cause) {
    if (databaseErrorCode(cause) === "23P01") throw startTaken(cause)
    throw cause
  }
}

/** Memory may still know a station as open that has closed a moment ago; behind its lock the row is right. */
async function refuseClosed(ctx: Context, stationId: string): Promise<void> {
  const [station] = await ctx.db
    .select({ isActive: stations.isActive })
    .from(stations)
    .where(eq(stations.id, stationId))
  if (!station?.isActive) throw startTaken()
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

async function rankFree(ctx: Context, window: CrewWindow, input: ClaimChefs): Promise<FreeMember[]> {
  const free = judgeCrew(window, {
    workFromMs: input.work.from.epochMilliseconds,
    workToMs: input.work.to.epochMilliseconds,
    stationLegSeconds: input.stationLegSeconds,
    point: input.point,
    guestsPerChef: Math.max(...input.shares.map((share) => share.guests)),
  }).filter(({ chefId, rule }) => rule === null && mayTake(input, chefId))
  const incomes = await readIncomes(ctx, window.members, input.startsAt)
  const ranked = rankChefs(describeFree(window, free, input.shares), incomes, wishesOf(input))
  return ranked.flatMap(({ chefId }) => {
    const member = window.members.find((candidate) => candidate.id === chefId)
    const homeLegSeconds = free.find((verdict) => verdict.chefId === chefId)?.homeLegSeconds ?? 0
    return member ? [{ member, homeLegSeconds }] : []
  })
}

function mayTake({ exceptChefIds, among }: ClaimChefs, chefId: string): boolean {
  return !exceptChefIds?.includes(chefId) && (among?.includes(chefId) ?? true)
}

/** @returns the chefs as the ranking looks at them. */
export function describeFree(
  window: CrewWindow,
  free: readonly Pick<ChefVerdict, "chefId" | "homeLegSeconds">[],
  shares: readonly PartyShare[],
): FreeChef[] {
  return free.flatMap(({ chefId, homeLegSeconds }) => {
    const member = window.members.find((candidate) => candidate.id === chefId)
    if (!member) return []
    const payCents = payFor(shares[0] ?? NO_SHARE, member.payPerAdultCents)
    return [{ chefId, grade: member.grade, homeLegSeconds, payCents }]
  })
}

/** @returns what the ranking looks at besides income and the drive. */
export function wishesOf(
  input: Pick<ClaimChefs, "needsExperience" | "preferredChefIds" | "knownChefIds">,
): RankWishes {
  const { needsExperience = false, preferredChefIds = [], knownChefIds = [] } = input
  return { needsExperience, preferredChefIds, knownChefIds }
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
  { member, homeLegSeconds, share }: FreeMember & { share: PartyShare },
): Promise<ClaimRow> {
  const party = {
    workFromMs: input.work.from.epochMilliseconds,
    workToMs: input.work.to.epochMilliseconds,
    homeLegSeconds,
    point: input.point,
  }
  const legs = await makeRoom(ctx, party, member)
  const { owner } = input
  const [row] = await ctx.db
    .insert(claims)
    .values({
      id: ctx.newId("clm"),
      chefId: member.id,
      kind: owner.kind,
      work: input.work,
      during: {
        from: input.work.from.subtract({ seconds: legs.legBeforeSeconds }),
        to: input.work.to.add({ seconds: legs.legAfterSeconds }),
      },
      homeLegSeconds,
      ...legs,
      latitude: input.point.latitude,
      longitude: input.point.longitude,
      startsAt: input.startsAt,
      title: input.title,
      address: input.point.formatted,
      servesAdults: share.adults,
      servesGuests: share.guests,
      travelCents: share.travelCents,
      payCents: payFor(share, member.payPerAdultCents),
      holdId: owner.holdId,
      bookingId: owner.kind === "booking" ? owner.bookingId : null,
      expiresAt: owner.kind === "hold" ? owner.expiresAt : null,
      createdAt: ctx.now(),
    })
    .returning()
  if (!row) throw new Error("The claim was not written.")
  return row
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
