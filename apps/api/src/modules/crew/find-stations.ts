import type { Station } from "@myhibachi/contract/crew"
import { usd } from "@myhibachi/contract/money"
import { asc, count, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { remembered } from "#platform/remembered.ts"
import { estimateDistance, straightMiles } from "#providers/maps/great-circle.ts"
import type { Point } from "#providers/maps/port.ts"
import { type MeasuredLeg, measureLeg } from "./locate-place.ts"
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

export interface NearestStation {
  station: StationRow
  leg: MeasuredLeg
  isInReach: boolean
}

/** @returns the station with the shortest drive to the point, and whether it drives that far. */
export async function findNearestStation(ctx: Context, point: Point): Promise<NearestStation> {
  const all = await findStations(ctx)
  const byLine = all
    .map((station) => ({ station, miles: straightMiles(station, point) }))
    .sort((left, right) => left.miles - right.miles)
  let best: { station: StationRow; leg: MeasuredLeg } | undefined
  for (const { station, miles } of byLine.slice(0, 3)) {
    // A drive is never shorter than the straight line, so the farther ones need not be asked about.
    if (best && miles * 100 >= best.leg.milesHundredths) break
    const isFar = miles * 100 > station.maximumMilesHundredths
    const leg = isFar
      ? { ...estimateDistance(station, point), measuredAt: ctx.now() }
      : await measureLeg(ctx, station, point)
    if (!best || leg.milesHundredths < best.leg.milesHundredths) best = { station, leg }
    if (isFar) break
  }
  if (!best) throw new Error("There is no active station.")
  return { ...best, isInReach: best.leg.milesHundredths <= best.station.maximumMilesHundredths }
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
  return rows.map((row) => ({
    ...presentStation(row),
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    isActive: row.isActive,
    chefCount: counts.find((entry) => entry.stationId === row.id)?.chefs ?? 0,
  }))
}
