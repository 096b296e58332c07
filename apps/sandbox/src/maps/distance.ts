import type { Place } from "./find-places.ts"

/** Roads are longer than the straight line by about this factor. */
const roadFactor = 1.2
/** The average speed of a drive in miles per hour. */
const milesPerHour = 45

const earthRadiusMeters = 6_371_008.8
const metersPerMile = 1609.344
/** No road leads from one of these to another place. */
const islands = ["HI", "PR", "VI", "GU", "AS", "MP", "FM", "MH", "PW"]

export type Drive = { distanceMeters: number; durationSeconds: number }

/** The drive between two places; undefined when no road joins them. */
export function driveBetween(from: Place, to: Place): Drive | undefined {
  const isIsland = islands.includes(from.state) || islands.includes(to.state)
  if (isIsland && from.state !== to.state) return undefined
  const distanceMeters = Math.round(straightMeters(from, to) * roadFactor)
  const durationSeconds = Math.round(distanceMeters / ((milesPerHour * metersPerMile) / 3600))
  return { distanceMeters, durationSeconds }
}

function straightMeters(from: Place, to: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [one, other] = [radians(from.latitude), radians(to.latitude)]
  const across = radians(to.longitude - from.longitude)
  const half = Math.sin((other - one) / 2) ** 2 + Math.cos(one) * Math.cos(other) * Math.sin(across / 2) ** 2
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(half)))
}
