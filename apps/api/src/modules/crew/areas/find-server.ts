import type { AreaDecision } from "@myhibachi/contract/areas"
import type { Place } from "@myhibachi/contract/customers"
import type { Context } from "#platform/context.ts"
import { findNearestStation, legFromStation, type NearestStation } from "../find-nearest-station.ts"
import { requireStation, type StationRow } from "../find-stations.ts"
import type { MeasuredLeg } from "../locate-place.ts"
import { type AreaCheck, decideArea, nearestServingArea } from "./decide-area.ts"
import { type AreaRow, findAreas } from "./find-areas.ts"

/** Who drives to a place and why, or why nobody does. */
export interface ServerOfPlace {
  isServed: boolean
  decidedBy: Exclude<AreaDecision["decidedBy"], "address">
  station: StationRow
  leg: MeasuredLeg
  /** The area that decided. */
  area: AreaRow | null
  /** Of a place out of reach: the nearest area where we come. */
  nearestArea: { name: string; miles: number } | null
  checks: AreaCheck<AreaRow>[]
}

/** Decides by areas first and by distance where none covers the place, and measures the drive. */
export async function findServer(ctx: Context, place: Place): Promise<ServerOfPlace> {
  const areas = await findAreas(ctx)
  const { decisive, checks } = decideArea(place, areas)
  const { station, leg, isInReach } = await stationFor(ctx, place, decisive)
  const found = { station, leg, area: decisive, checks, nearestArea: null }
  if (decisive?.effect === "refuse") return { ...found, isServed: false, decidedBy: "refusing-area" }
  if (decisive) return { ...found, isServed: true, decidedBy: "serving-area" }
  if (isInReach) return { ...found, isServed: true, decidedBy: "distance" }
  const nearest = nearestServingArea(place, areas)
  const nearestArea = nearest ? { name: nearest.area.name, miles: nearest.miles } : null
  return { ...found, isServed: false, decidedBy: "out-of-reach", nearestArea }
}

async function stationFor(ctx: Context, place: Place, area: AreaRow | null): Promise<NearestStation> {
  const own = area?.stationId ? await requireStation(ctx, area.stationId) : null
  if (own?.isActive) return driveFrom(ctx, own, place)
  // Without a station of its own, or after that has closed, the nearest one drives to an area.
  const nearest = await findNearestStation(ctx, place)
  // What is out of reach was only estimated; where we come in spite of that, the drive is measured.
  const needsMeasuring = area?.effect === "serve" && !nearest.isInReach
  return needsMeasuring ? driveFrom(ctx, nearest.station, place) : nearest
}

async function driveFrom(ctx: Context, station: StationRow, place: Place): Promise<NearestStation> {
  return { station, leg: await legFromStation(ctx, station, place), isInReach: true }
}
