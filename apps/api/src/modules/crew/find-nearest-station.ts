import type { Context } from "#platform/context.ts"
import { estimateDistance, straightMiles } from "#providers/maps/great-circle.ts"
import type { Point } from "#providers/maps/port.ts"
import { findStations, type StationRow } from "./find-stations.ts"
import { type MeasuredLeg, measureLeg } from "./locate-place.ts"
import { findLegOverride } from "./travel/leg-overrides.ts"

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
      : await legFromStation(ctx, station, point)
    if (!best || leg.milesHundredths < best.leg.milesHundredths) best = { station, leg }
    if (isFar) break
  }
  if (!best) throw new Error("There is no active station.")
  return { ...best, isInReach: best.leg.milesHundredths <= best.station.maximumMilesHundredths }
}

/** @returns the drive from a station: as people set it by hand, or as it was measured. */
export async function legFromStation(ctx: Context, station: StationRow, point: Point): Promise<MeasuredLeg> {
  return (await findLegOverride(ctx, station, point)) ?? measureLeg(ctx, station, point)
}
