import type { Chef } from "@myhibachi/contract/crew"
import { and, asc, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { chefs, stations, workingHours } from "../tables.ts"

/** @returns the chefs, all or those of one station. */
export async function listChefs(
  ctx: Context,
  query: { stationId?: string | undefined; chefId?: string | undefined } = {},
): Promise<Chef[]> {
  const rows = await ctx.replica
    .select({ chef: chefs, station: stations })
    .from(chefs)
    .innerJoin(stations, eq(stations.id, chefs.stationId))
    .where(
      and(
        query.stationId ? eq(chefs.stationId, query.stationId) : undefined,
        query.chefId ? eq(chefs.id, query.chefId) : undefined,
      ),
    )
    .orderBy(asc(stations.position), asc(chefs.name))
  const hours = await ctx.replica.select().from(workingHours).orderBy(asc(workingHours.weekday))
  return rows.map(({ chef, station }) => ({
    id: chef.id,
    name: chef.name,
    grade: chef.grade,
    stationId: station.id,
    stationName: station.name,
    timeZone: station.timeZone,
    isActive: chef.isActive,
    skills: chef.skills,
    maxGuests: chef.maxGuests,
    maxPartiesPerDay: chef.maxPartiesPerDay,
    homeAddress: chef.homeAddress,
    version: chef.version,
    workingHours: hours
      .filter((rule) => rule.chefId === chef.id)
      .map((rule) => ({ weekday: rule.weekday, from: rule.fromTime, to: rule.toTime })),
  }))
}

/** @throws AppError "chef-not-found". */
export async function readChef(ctx: Context, chefId: string): Promise<Chef> {
  const [chef] = await listChefs(ctx, { chefId })
  if (!chef) throw notFound("chef", chefId)
  return chef
}
