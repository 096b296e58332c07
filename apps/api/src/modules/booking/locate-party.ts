import type { AreaDecision } from "@myhibachi/contract/areas"
import type { AddressCheck, ServiceArea, TravelFeeRequest } from "@myhibachi/contract/availability"
import type { Place } from "@myhibachi/contract/customers"
import type { Travel } from "@myhibachi/contract/quote"
import {
  findServer,
  findStations,
  locatePlace,
  presentStation,
  type ServerOfPlace,
  type StationRow,
} from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { straightMiles } from "#providers/maps/great-circle.ts"
import { priceTravel, type TravelInputs } from "./rules/price-travel.ts"

export interface LocatedParty {
  place: Place
  station: StationRow
  travel: TravelInputs
}

interface PlaceWithServer {
  place: Place
  server: ServerOfPlace
}

/**
 * Finds where the party is, which station comes and how far it drives.
 * @throws AppError "address-unknown", "address-ambiguous", "address-vague", "outside-country", "outside-area",
 * "maps-unavailable".
 */
export async function locateParty(ctx: Context, text: string): Promise<LocatedParty> {
  return reachPlace(ctx, await requirePlace(ctx, text))
}

/** Finds which station comes to a place that is known already. @throws AppError "outside-area", "maps-unavailable". */
export async function reachPlace(ctx: Context, place: Place): Promise<LocatedParty> {
  const server = await findServer(ctx, place)
  if (!server.isServed) throw outsideArea({ place, server })
  return { place, station: server.station, travel: travelInputs(server) }
}

function travelInputs({ station, leg, area }: ServerOfPlace): TravelInputs {
  return {
    ...termsOf(station),
    ...(area ? { areaName: area.name } : {}),
    stationId: station.id,
    stationName: station.name,
    milesHundredths: leg.milesHundredths,
    source: leg.source,
    measuredAt: leg.measuredAt.toString(),
    drivingSeconds: leg.seconds,
  }
}

function termsOf({ freeMilesHundredths, ratePerMileCents, furtherRates }: StationRow) {
  const terms = { freeMilesHundredths, ratePerMileCents }
  return furtherRates.length > 0 ? { ...terms, furtherRates } : terms
}

/**
 * Takes the miles that a customer stated, at the terms of the first station.
 * @throws AppError "outside-area" beyond the farthest drive.
 */
export async function statedTravel(ctx: Context, milesHundredths: number): Promise<TravelInputs> {
  const [station] = await findStations(ctx)
  if (!station) throw new Error("There is no active station.")
  if (milesHundredths > station.maximumMilesHundredths) {
    const most = station.maximumMilesHundredths / 100
    throw new AppError(
      "unprocessable",
      "outside-area",
      `We cannot come that far: we drive up to ${most} miles from a station, and ${milesHundredths / 100} miles are out of reach.`,
    )
  }
  return {
    ...termsOf(station),
    stationId: null,
    stationName: null,
    milesHundredths,
    source: "stated",
    measuredAt: ctx.now().toString(),
    drivingSeconds: null,
  }
}

async function requirePlace(ctx: Context, text: string): Promise<Place> {
  const places = await findPlaces(ctx, text)
  const [place] = places
  if (!place)
    throw invalidField(
      "/address/text",
      "We do not find this address; write the street, city and state, or the ZIP code.",
      "address-unknown",
    )
  if (places.length > 1) {
    const detail = `Which one do you mean: ${places.map((candidate) => candidate.formatted).join("; ")}?`
    throw new AppError("unprocessable", "address-ambiguous", detail, {
      errors: [{ pointer: "/address/text", detail }],
      places,
    })
  }
  if (place.country !== "US") {
    const detail = `We cook in the United States only; ${place.formatted} is elsewhere.`
    throw new AppError("unprocessable", "outside-country", detail, {
      errors: [{ pointer: "/address/text", detail }],
    })
  }
  if (place.precision === "region") {
    throw invalidField(
      "/address/text",
      `${place.formatted} is large; add the city or the ZIP code.`,
      "address-vague",
    )
  }
  return place
}

/** Of several places with one name the one in reach of a station is meant, if there is one. */
async function findPlaces(ctx: Context, text: string): Promise<Place[]> {
  const found = await locatePlace(ctx, text)
  if (found.kind === "none") return []
  if (found.kind === "one") return [found.place]
  const stations = await findStations(ctx)
  const near = found.places.filter(
    (place) =>
      place.country === "US" &&
      stations.some((station) => straightMiles(station, place) * 100 <= station.maximumMilesHundredths),
  )
  return near.length > 0 ? near : found.places
}

function outsideArea(found: PlaceWithServer): AppError {
  const detail = refusalOf(found)
  return new AppError("unprocessable", "outside-area", detail, {
    errors: [{ pointer: "/address/text", detail }],
  })
}

/** Why nobody comes, and what would be nearest. */
function refusalOf({ place, server }: PlaceWithServer): string {
  const { station, leg, area, nearestArea } = server
  const where = `${place.formatted} is ${Math.round(leg.milesHundredths / 100)} miles from our nearest station, ${station.name}`
  if (area) return `We do not cook in ${area.name}; ${where}.`
  const border = nearestArea
    ? ` The nearest place where we cook is ${nearestArea.name}, about ${Math.max(1, Math.round(nearestArea.miles))} miles away.`
    : ""
  return `${where}; we drive up to ${station.maximumMilesHundredths / 100} miles.${border}`
}

/** @returns whether we come to a place, in words for the customer; only a lookup that is down throws. */
export async function checkServiceArea(ctx: Context, input: { address: string }): Promise<ServiceArea> {
  const { isServed, place, station, travel, detail } = await decideAddress(ctx, input)
  return { isServed, place: isServed ? place : null, station: isServed ? station : null, travel, detail }
}

/** @returns what decides about an address, with what every area says to it; only a lookup that is down throws. */
export async function decideAddress(ctx: Context, input: { address: string }): Promise<AreaDecision> {
  try {
    const place = await requirePlace(ctx, input.address)
    return presentDecision({ place, server: await findServer(ctx, place) })
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === "unavailable") throw error
    return {
      isServed: false,
      place: null,
      station: null,
      travel: null,
      detail: error.message,
      decidedBy: "address",
      areaId: null,
      checks: [],
    }
  }
}

function presentDecision(found: PlaceWithServer): AreaDecision {
  const { place, server } = found
  const travel = server.isServed ? priceTravel(travelInputs(server)) : null
  return {
    isServed: server.isServed,
    place,
    station: presentStation(server.station),
    travel,
    detail: travel?.explanation ?? refusalOf(found),
    decidedBy: server.decidedBy,
    areaId: server.area?.id ?? null,
    checks: server.checks.map(({ area: { id, name, effect }, covers }) => ({
      areaId: id,
      name,
      effect,
      covers,
    })),
  }
}

/** @returns the places that a text may mean. @throws AppError "maps-unavailable". */
export async function checkAddress(ctx: Context, input: { text: string }): Promise<AddressCheck> {
  const places = await findPlaces(ctx, input.text)
  if (places.length === 0)
    return {
      result: "none",
      places,
      detail: "We do not find this address; write the street, city and state, or the ZIP code.",
    }
  if (places.length > 1)
    return { result: "several", places, detail: "Several places have this name; choose one." }
  return { result: "found", places, detail: places[0]?.formatted ?? "" }
}

/** @returns the travel fee to an address or for stated miles. @throws AppError as locateParty, "address-missing". */
export async function travelFee(ctx: Context, input: TravelFeeRequest): Promise<Travel> {
  if (input.address) return priceTravel((await locateParty(ctx, input.address.text)).travel)
  if (input.statedMilesHundredths !== undefined)
    return priceTravel(await statedTravel(ctx, input.statedMilesHundredths))
  throw invalidField(
    "/address",
    "Give the address of the party, its city or its ZIP code.",
    "address-missing",
  )
}
