import type { Station } from "@myhibachi/contract/crew"
import { usd } from "@myhibachi/contract/money"
import { and, asc, count, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { remembered } from "#platform/remembered.ts"
import { chefs, stations } from "./tables.ts"

export type StationRow = typeof stations.$inferSelect

const allStations = remembered("crew.stations", async (ctx) => {
  const rows = await ctx.db.select().from(stations).orderBy(asc(stations.position))
  return {
    active: rows.filter((station) => station.isActive),
    byId: new Map(rows.map((station) => [station.id, station])),
  }
})

/** Everybody who writes a station calls this in the same transaction: quotes read stations from memory. */
export const announceStationChange = allStations.forget

/** @returns the stations that work, in the order of the business; the same array until one is changed. */
export async function findStations(ctx: Context): Promise<StationRow[]> {
  return (await allStations.read(ctx)).active
}

/** @throws AppError "station-not-found". */
export async function requireStation(ctx: Context, stationId: string): Promise<StationRow> {
  const station = (await allStations.read(ctx)).byId.get(stationId)
  if (!station) throw notFound("station", stationId)
  return station
}

/** @returns the station as customers see it. */
export function presentStation(row: StationRow) {
  return {
    id: row.id,
    name: row.name,
    city: row.city,
    state: row.state,
    timeZone: row.timeZone,
    freeMiles: row.freeMilesHundredths / 100,
    ratePerMile: usd(row.ratePerMileCents),
    furtherRates: row.furtherRates.map(({ fromMilesHundredths, ratePerMileCents }) => ({
      fromMiles: fromMilesHundredths / 100,
      ratePerMile: usd(ratePerMileCents),
    })),
    maximumMiles: row.maximumMilesHundredths / 100,
  }
}

/** @returns all stations with the number of their chefs, for staff. */
export async function listStations(ctx: Context): Promise<Station[]> {
  const rows = await ctx.replica.select().from(stations).orderBy(asc(stations.position))
  const counts = await ctx.replica
    .select({ stationId: chefs.stationId, chefs: count() })
    .from(chefs)
    .where(eq(chefs.isActive, true))
    .groupBy(chefs.stationId)
  return rows.map((row) =>
    presentForStaff(row, counts.find((entry) => entry.stationId === row.id)?.chefs ?? 0),
  )
}

/** @returns one station for staff, as it is in the caller's transaction. @throws AppError "station-not-found". */
export async function readStation(ctx: Context, id: string): Promise<Station> {
  const [row] = await ctx.db.select().from(stations).where(eq(stations.id, id))
  if (!row) throw notFound("station", id)
  const chefCount = await ctx.db.$count(chefs, and(eq(chefs.stationId, id), eq(chefs.isActive, true)))
  return presentForStaff(row, chefCount)
}

function presentForStaff(row: StationRow, chefCount: number): Station {
  const { address, latitude, longitude, isActive, version } = row
  return { ...presentStation(row), address, latitude, longitude, isActive, version, chefCount }
}
