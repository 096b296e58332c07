import type { AreaEffect, AreaGeometry } from "@myhibachi/contract/areas"
import type { Place } from "@myhibachi/contract/customers"
import { coversPoint, milesToBorder } from "./covers-point.ts"

/** What of an area decides. */
export interface DecidingArea {
  id: string
  name: string
  effect: AreaEffect
  stationId: string | null
  zipCodes: readonly string[]
  geometry: AreaGeometry | null
}

export type AreaMatch = "zip" | "shape"

export interface AreaCheck<T extends DecidingArea = DecidingArea> {
  area: T
  /** How the area covers the place; null when it does not. */
  covers: AreaMatch | null
}

/** The area that decides about a place; null when none does and its distance decides. */
export interface AreaVerdict<T extends DecidingArea = DecidingArea> {
  decisive: T | null
  checks: AreaCheck<T>[]
}

/**
 * A refusing area that covers the place decides before any other; then the first serving one, in the order given.
 * What no area covers is left to the distance.
 */
export function decideArea<T extends DecidingArea>(
  place: Pick<Place, "latitude" | "longitude" | "postalCode">,
  areas: readonly T[],
): AreaVerdict<T> {
  const checks = areas.map((area) => ({ area, covers: matchOf(area, place) }))
  const covering = checks.filter(({ covers }) => covers !== null).map(({ area }) => area)
  const decisive = covering.find(({ effect }) => effect === "refuse") ?? covering[0] ?? null
  return { decisive, checks }
}

function matchOf(
  area: DecidingArea,
  place: Pick<Place, "latitude" | "longitude" | "postalCode">,
): AreaMatch | null {
  // ZIP+4 names the same delivery area more closely.
  const zip = place.postalCode?.slice(0, 5)
  if (zip && area.zipCodes.includes(zip)) return "zip"
  return area.geometry && coversPoint(area.geometry, place) ? "shape" : null
}

/** @returns the serving area with the nearest border, in straight miles; ZIP lists have no border. */
export function nearestServingArea<T extends DecidingArea>(
  place: Pick<Place, "latitude" | "longitude">,
  areas: readonly T[],
): { area: T; miles: number } | null {
  const measured = areas.flatMap((area) =>
    area.effect === "serve" && area.geometry ? [{ area, miles: milesToBorder(area.geometry, place) }] : [],
  )
  return measured.sort((left, right) => left.miles - right.miles)[0] ?? null
}
