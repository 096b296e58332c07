import type { AffectedParty, Taker } from "@myhibachi/contract/chef-time"
import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { notFound } from "#platform/errors.ts"
import { estimateDistance } from "#providers/maps/great-circle.ts"
import { requireStation, type StationRow } from "./find-stations.ts"
import { type ChefVerdict, type ClaimRow, judgeCrew, pointOf, readCrewWindow } from "./read-crew.ts"
import { whyNotFree } from "./rule-words.ts"
import { chefs, claims } from "./tables.ts"

export type ChefRow = typeof chefs.$inferSelect

/** @returns the parties and holds of one chef that touch the span, or all to come when there is none. */
export function readParties(ctx: Context, chefId: string, within?: Span): Promise<ClaimRow[]> {
  return ctx.db
    .select()
    .from(claims)
    .where(and(eq(claims.chefId, chefId), ...livePartiesIn(ctx, within)))
    .orderBy(asc(claims.startsAt))
}

function livePartiesIn(ctx: Context, within?: Span): SQL[] {
  const range = within
    ? sql`${claims.during} && ${sql.param(within, claims.during)}`
    : sql`upper(${claims.work}) > ${ctx.now().toString()}`
  const parts = [
    inArray(claims.kind, ["hold", "booking"]),
    eq(claims.released, false),
    or(isNull(claims.expiresAt), gt(claims.expiresAt, ctx.now())),
    range,
  ]
  return parts.filter((part) => part !== undefined)
}

/** @returns who could take a party over, and for the others why not. @throws AppError "claim-not-found". */
export async function listTakers(ctx: Context, input: { claimId: string }): Promise<Taker[]> {
  const { claim, owner } = await requireParty(ctx, input.claimId)
  const verdicts = await judgeTakers(ctx, claim, owner)
  return verdicts.map(({ chefId, name, rule }) => ({
    chefId,
    name,
    refusal: rule ? whyNotFree(name, rule) : null,
  }))
}

/** @returns a claim of a party or hold with its chef. @throws AppError "claim-not-found". */
export async function requireParty(ctx: Context, claimId: string) {
  const [found] = await ctx.db
    .select({ claim: claims, owner: chefs })
    .from(claims)
    .innerJoin(chefs, eq(chefs.id, claims.chefId))
    .where(and(eq(claims.id, claimId), eq(claims.released, false), inArray(claims.kind, ["hold", "booking"])))
  if (!found) throw notFound("claim", claimId)
  return found
}

/** @returns the parties and holds at a station, or anywhere, that touch the span, with who could take them. */
export async function findPartiesWithin(
  ctx: Context,
  input: { stationId: string | null; within: Span },
): Promise<AffectedParty[]> {
  const rows = await ctx.replica
    .select({ claim: claims })
    .from(claims)
    .innerJoin(chefs, eq(chefs.id, claims.chefId))
    .where(
      and(
        input.stationId ? eq(chefs.stationId, input.stationId) : undefined,
        ...livePartiesIn(ctx, input.within),
        // The drive may lie inside a closure; what counts is the time at the party.
        sql`${claims.work} && ${sql.param(input.within, claims.work)}`,
      ),
    )
    .orderBy(asc(claims.startsAt))
    .limit(200)
  return describeParties(
    ctx,
    rows.map(({ claim }) => claim),
  )
}

/** Says whose the claims are and which chefs of the station are free for each. */
export async function describeParties(ctx: Context, rows: readonly ClaimRow[]): Promise<AffectedParty[]> {
  if (rows.length === 0) return []
  const owners = await readChefRows(
    ctx,
    rows.map((row) => row.chefId),
  )
  const described: AffectedParty[] = []
  for (const row of rows) {
    const owner = owners.get(row.chefId)
    if (!owner || !row.startsAt || (row.kind !== "hold" && row.kind !== "booking")) continue
    described.push({
      claimId: row.id,
      kind: row.kind,
      chefId: row.chefId,
      chefName: owner.name,
      title: row.title,
      startsAt: row.startsAt.toString(),
      bookingId: row.bookingId,
      holdId: row.holdId,
      candidates: await findTakers(ctx, row, owner),
    })
  }
  return described
}

async function readChefRows(ctx: Context, ids: readonly string[]): Promise<Map<string, ChefRow>> {
  const rows = await ctx.db
    .select()
    .from(chefs)
    .where(inArray(chefs.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** @returns the chefs of the station who could take the claim over, the free ones only. */
async function findTakers(ctx: Context, row: ClaimRow, owner: ChefRow): Promise<AffectedParty["candidates"]> {
  const verdicts = await judgeTakers(ctx, row, owner)
  return verdicts.flatMap(({ chefId, name, rule }) => (rule === null ? [{ chefId, name }] : []))
}

/** @returns every other chef of the station with the rule that keeps them from the party. */
async function judgeTakers(ctx: Context, row: ClaimRow, owner: ChefRow): Promise<ChefVerdict[]> {
  const station = await requireStation(ctx, owner.stationId)
  const window = await readCrewWindow(ctx, {
    stationId: station.id,
    timeZone: station.timeZone,
    within: row.work,
  })
  return judgeCrew(window, partyOf(row, owner, station)).filter(({ chefId }) => chefId !== owner.id)
}

/** @returns the claim as a party to be placed with another chef. */
export function partyOf(row: ClaimRow, owner: ChefRow, station: StationRow) {
  return {
    workFromMs: row.work.from.epochMilliseconds,
    workToMs: row.work.to.epochMilliseconds,
    point: pointOf(row.latitude, row.longitude),
    stationLegSeconds: stationLegOf(row, owner, station),
    guestsPerChef: row.servesGuests,
  }
}

/** Who has no home of their own drives from the station, so their leg is the station's. */
function stationLegOf(row: ClaimRow, owner: ChefRow, station: StationRow): number {
  const point = pointOf(row.latitude, row.longitude)
  if (owner.homeLatitude === null || !point) return row.homeLegSeconds
  return estimateDistance(station, point).seconds
}
