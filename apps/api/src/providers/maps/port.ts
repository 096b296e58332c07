import type { Place } from "@myhibachi/contract/customers"
import type { DistanceSource } from "@myhibachi/contract/quote"

/** A point on the globe in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

export type Geocoded = { kind: "one"; place: Place } | { kind: "several"; places: Place[] } | { kind: "none" }

/** One way by road. */
export interface Distance {
  milesHundredths: number
  seconds: number
  source: DistanceSource
}

/** Where a place is, and how far it is to drive. */
export interface Maps {
  /** Looks up a whole address, a city or a ZIP code. @throws AppError "maps-unavailable". */
  geocode(text: string): Promise<Geocoded>
  /** @throws AppError "maps-unavailable", "no-road". */
  distance(from: Point, to: Point): Promise<Distance>
}

declare module "#platform/context.ts" {
  interface Providers {
    /** Absent without a key: then only distances between known points can be estimated. */
    maps?: Maps
  }
}
