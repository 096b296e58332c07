import type { ChefLoad } from "@myhibachi/contract/assignments"
import { and, eq, gte, inArray, lt, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { assignments } from "../assignments/tables.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { findStations, type StationRow } from "../find-stations.ts"
import { readCrewWindow } from "../read-crew.ts"
import { claims } from "../tables.ts"
import { INCOME_DAYS, readIncomes } from "./read-incomes.ts"

/** @returns how each active chef stands beside the others of the station, in the days that the ranking looks at. */
export async function readLoads(ctx: Context): Promise<ChefLoad[]> {
  const loads: ChefLoad[] = []
  for (const station of await findStations(ctx)) loads.push(...(await readStationLoads(ctx, station)))
  return loads
}

/** @throws AppError "chef-not-found", also for one who is not active. */
export async function readLoad(ctx: Context, chefId: string): Promise<ChefLoad> {
  const { stationId } = await readChef(ctx, chefId)
  const station = (await findStations(ctx)).find(({ id }) => id === stationId)
  const load = station && (await readStationLoads(ctx, station)).find((line) => line.chefId === chefId)
  if (!load) throw notFound("chef", chefId)
  return load
}

async function readStationLoads(ctx: Context, station: StationRow): Promise<ChefLoad[]> {
  const now = ctx.now()
  const { members } = await readCrewWindow(ctx, {
    stationId: station.id,
    timeZone: station.timeZone,
    within: { from: now, to: now },
  })
  const incomes = await readIncomes(ctx, members, now)
  const counts = await countParties(
    ctx,
    members.map(({ id }) => id),
  )
  const all = [...incomes.values()]
  const hours = all.reduce((sum, { availableHours }) => sum + availableHours, 0)
  const earned = all.reduce((sum, { earnedCents }) => sum + earnedCents, 0)
  return members.map((member) => {
    const income = incomes.get(member.id)
    const equal = hours > 0 ? (earned * (income?.availableHours ?? 0)) / hours : 0
    const count = counts.get(member.id)
    return {
      chefId: member.id,
      name: member.name,
      grade: member.grade,
      stationId: station.id,
      stationName: station.name,
      days: INCOME_DAYS.before + INCOME_DAYS.after,
      sharePercent: equal > 0 ? Math.round((100 * (income?.earnedCents ?? 0)) / equal) : 100,
      availableHours: Math.round(income?.availableHours ?? 0),
      parties: count?.parties ?? 0,
      workHours: Math.round(Number(count?.workHours ?? 0)),
      declines: count?.declines ?? 0,
      pending: count?.pending ?? 0,
    }
  })
}

async function countParties(ctx: Context, chefIds: string[]) {
  if (chefIds.length === 0) return new Map<string, never>()
  const from = ctx.now().subtract({ hours: 24 * INCOME_DAYS.before })
  const to = ctx.now().add({ hours: 24 * INCOME_DAYS.after })
  const isTheirs = sql`not ${claims.released}`
  const rows = await ctx.db
    .select({
      chefId: assignments.chefId,
      parties: sql<number>`count(*) filter (where ${isTheirs})::int`,
      workHours: sql<string>`coalesce(sum(extract(epoch from upper(${claims.work}) - lower(${claims.work})) / 3600) filter (where ${isTheirs}), 0)`,
      declines: sql<number>`count(*) filter (where ${assignments.response} = 'declined')::int`,
      pending: sql<number>`count(*) filter (where ${isTheirs} and ${assignments.response} = 'pending')::int`,
    })
    .from(assignments)
    .innerJoin(claims, eq(claims.id, assignments.claimId))
    .where(
      and(
        inArray(assignments.chefId, chefIds),
        gte(assignments.startsAt, from),
        lt(assignments.startsAt, to),
      ),
    )
    .groupBy(assignments.chefId)
  return new Map(rows.map((row) => [row.chefId, row]))
}
