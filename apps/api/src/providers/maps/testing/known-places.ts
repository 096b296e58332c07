import type { Place } from "@myhibachi/contract/customers"
import { AppError } from "#platform/errors.ts"
import { estimateDistance } from "../great-circle.ts"
import type { Maps } from "../port.ts"

function aPlace(formatted: string, part: Partial<Place>): Place {
  return {
    formatted,
    line1: null,
    city: null,
    state: "CA",
    postalCode: null,
    country: "US",
    latitude: 37.8044,
    longitude: -122.2712,
    precision: "address",
    ...part,
  }
}

const OAKLAND = { city: "Oakland", postalCode: "94612" }

export const KNOWN_PLACES: Record<string, Place[]> = {
  "12 grand ave, oakland, ca": [
    aPlace("12 Grand Ave, Oakland, CA 94612, USA", { ...OAKLAND, line1: "12 Grand Ave" }),
  ],
  "9 lake dr, oakland, ca": [
    aPlace("9 Lake Dr, Oakland, CA 94612, USA", {
      ...OAKLAND,
      line1: "9 Lake Dr",
      latitude: 37.81,
      longitude: -122.25,
    }),
  ],
  oakland: [
    aPlace("Oakland, CA, USA", { ...OAKLAND, postalCode: null, precision: "city" }),
    aPlace("Oakland, NJ, USA", {
      city: "Oakland",
      state: "NJ",
      latitude: 41.013,
      longitude: -74.264,
      precision: "city",
    }),
  ],
  "1 main st, reno, nv": [
    aPlace("1 Main St, Reno, NV 89501, USA", {
      city: "Reno",
      state: "NV",
      latitude: 39.5296,
      longitude: -119.8138,
    }),
  ],
  "5 beach rd, portland, or": [
    aPlace("5 Beach Rd, Portland, OR 97201, USA", {
      city: "Portland",
      state: "OR",
      latitude: 45.5152,
      longitude: -122.6784,
    }),
  ],
  toronto: [
    aPlace("Toronto, ON, Canada", {
      city: "Toronto",
      state: "ON",
      country: "CA",
      latitude: 43.65,
      longitude: -79.38,
      precision: "city",
    }),
  ],
}

/** Maps over a handful of places, with a switch to be down; roads are the great-circle estimate. */
export function knownPlaces(): Maps & { isDown: boolean; lookups: number } {
  const maps = {
    isDown: false,
    lookups: 0,
    geocode: async (text: string) => {
      refuseWhenDown(maps.isDown)
      maps.lookups += 1
      const places = KNOWN_PLACES[text.toLowerCase()] ?? placesWritten(text)
      const [place] = places
      if (!place) return { kind: "none" as const }
      return places.length > 1 ? { kind: "several" as const, places } : { kind: "one" as const, place }
    },
    distance: async (from: Parameters<Maps["distance"]>[0], to: Parameters<Maps["distance"]>[1]) => {
      refuseWhenDown(maps.isDown)
      maps.lookups += 1
      return { ...estimateDistance(from, to), source: "google-routes" as const }
    },
  }
  return maps
}

function refuseWhenDown(isDown: boolean): void {
  if (isDown) throw new AppError("unavailable", "maps-unavailable", "We cannot look up addresses right now.")
}

/** A map knows its places by the words in which it writes them, too. */
function placesWritten(text: string): Place[] {
  const known = Object.values(KNOWN_PLACES)
    .flat()
    .find(({ formatted }) => formatted === text)
  return known ? [known] : []
}
