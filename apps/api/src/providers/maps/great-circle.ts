import type { Distance, Point } from "./port.ts"

const EARTH_RADIUS_MILES = 3958.7613
// Roads in the United States are on average about a quarter longer than the straight line.
const ROAD_FACTOR = 1.25
const MILES_PER_HOUR = 45

/** @returns the straight line over the globe in miles. */
export function straightMiles(from: Point, to: Point): number {
  const latitude = radians(to.latitude - from.latitude)
  const longitude = radians(to.longitude - from.longitude)
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** @returns an estimate of the drive from the straight line; its source says that it is one. */
export function estimateDistance(from: Point, to: Point): Distance {
  const miles = straightMiles(from, to) * ROAD_FACTOR
  return {
    milesHundredths: Math.round(miles * 100),
    seconds: Math.ceil((miles / MILES_PER_HOUR) * 3600),
    source: "great-circle",
  }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
