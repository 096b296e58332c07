import type { Station } from "@myhibachi/contract/crew"
import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { announceStationChange, findStations, readStation, requireStation } from "../find-stations.ts"
import { lockStations } from "../release-claims.ts"
import { chefs, claims, stations } from "../tables.ts"

/**
 * Closes a station for new parties, or opens it again.
 * @throws AppError "station-has-parties" (409) with the number and the next one, "last-station".
 */
export async function setStationActive(
  ctx: Context,
  input: { id: string; isActive: boolean },
): Promise<Station> {
  const station = await requireStation(ctx, input.id)
  return inTransaction(ctx, async (ctx) => {
    // Holds of this station wait here, and then find it closed.
    await lockStations(ctx, [station.id])
    if (!input.isActive) await refuseWithParties(ctx, station.id, station.name)
    await ctx.db
      .update(stations)
      .set({ isActive: input.isActive, version: sql`${stations.version} + 1` })
      .where(eq(stations.id, station.id))
    announceStationChange(ctx, station.id)
    const action = input.isActive ? "station.opened" : "station.closed"
    await audit(ctx, { action, entity: "station", entityId: station.id })
    return readStation(ctx, station.id)
  })
}

async function refuseWithParties(ctx: Context, stationId: string, name: string): Promise<void> {
  const active = await findStations(ctx)
  if (active.every((station) => station.id === stationId))
    throw new AppError("conflict", "last-station", "This is the only open station; open another one first.")
  const coming = await ctx.db
    .select({ startsAt: claims.startsAt, title: claims.title })
    .from(claims)
    .innerJoin(chefs, eq(chefs.id, claims.chefId))
    .where(
      and(
        eq(chefs.stationId, stationId),
        eq(claims.released, false),
        or(isNull(claims.expiresAt), gt(claims.expiresAt, ctx.now())),
        gt(claims.startsAt, ctx.now()),
      ),
    )
    .orderBy(asc(claims.startsAt))
  const [next] = coming
  if (!next) return
  const detail = `${name} still has ${coming.length === 1 ? "one party" : `${coming.length} parties`} ahead, the next is ${next.title}; move or cancel them first.`
  throw new AppError("conflict", "station-has-parties", detail, {
    parties: coming.length,
    nextStartsAt: next.startsAt?.toString() ?? null,
  })
}
