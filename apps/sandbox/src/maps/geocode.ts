import { type JsonObject, parseJson, toNumber, toObject, toText } from "../core/json.ts"
import { findByAddress, findPlaces, type Place } from "./find-places.ts"
import { nearestRecord, provinceCode, readState, stateName } from "./gazetteer.ts"
import { type Address, countryCode, countryName, readAddress } from "./read-address.ts"

/** `GET /maps/api/geocode/json`: by address, components, latlng or place_id. */
export function geocode(query: JsonObject): JsonObject {
  if (toText(query.key) === "") {
    return refusal(
      "REQUEST_DENIED",
      "You must use an API key to authenticate each request to Google Maps Platform APIs.",
    )
  }
  const places = readQuery(query)
  if (!places)
    return refusal(
      "INVALID_REQUEST",
      "Invalid request. Missing the 'address', 'components', 'latlng' or 'place_id' parameter.",
    )
  return { results: places.map(resultOf), status: places.length > 0 ? "OK" : "ZERO_RESULTS" }
}

/** The place that an identifier of ours stands for; the identifier itself carries it. */
export function placeOfId(id: string): Place | undefined {
  const stored = parseJson(Buffer.from(id.replace(/^ChIJ/, ""), "base64url").toString())
  const { latitude, longitude } = toObject(stored)
  // safe: idOf() wrote it; anything else lacks the coordinates
  return toNumber(latitude) !== undefined && toNumber(longitude) !== undefined
    ? (stored as unknown as Place)
    : undefined
}

/** The nearest known place to a point. */
export function placeNear(latitude: number, longitude: number): Place {
  const record = nearestRecord({ latitude, longitude })
  const isCanadian = record.country !== "US"
  return {
    kind: "postal_code",
    latitude,
    longitude,
    city: record.city,
    state: isCanadian ? (provinceCode(record.state) ?? record.state) : record.state,
    postalCode: record.zip,
    country: isCanadian ? "CA" : "US",
    isPartial: false,
  }
}

function readQuery(query: JsonObject): Place[] | undefined {
  if (typeof query.place_id === "string")
    return [placeOfId(query.place_id)].filter((place) => place !== undefined)
  const point = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(toText(query.latlng))
  if (point) return [placeNear(Number(point[1]), Number(point[2]))]
  const filters = readComponents(toText(query.components))
  const address = toText(query.address).trim()
  if (address !== "") return findPlaces(address).length > 0 ? filtered(address, filters) : []
  return Object.keys(filters).length > 0 ? findByAddress({ hasNumber: false, ...filters }) : undefined
}

function filtered(address: string, filters: Partial<Address>): Place[] {
  const read = { ...readAddress(address), ...filters }
  return findByAddress(read).filter(
    (place) => filters.country === undefined || place.country === filters.country,
  )
}

function readComponents(text: string): Partial<Address> {
  const filters: Partial<Address> = {}
  for (const part of text.split("|")) {
    const [name, ...rest] = part.split(":")
    const value = rest.join(":").trim()
    const state = readState(value)?.code
    if (name === "country") filters.country = countryCode(value) ?? value.toUpperCase()
    if (name === "postal_code") filters.postalCode = value.slice(0, 7)
    if (name === "locality") filters.city = value
    if (name === "administrative_area" && state) filters.state = state
  }
  return filters
}

function resultOf(place: Place): JsonObject {
  const spread = place.kind === "administrative_area_level_1" ? 3 : place.kind === "locality" ? 0.1 : 0.01
  const corner = (sign: number) => ({
    lat: place.latitude + sign * spread,
    lng: place.longitude + sign * spread,
  })
  const isAddress = place.kind === "street_address" || place.kind === "route" || place.kind === "postal_code"
  return {
    address_components: componentsOf(place),
    formatted_address: formatted(place),
    geometry: {
      location: { lat: place.latitude, lng: place.longitude },
      location_type: place.kind === "street_address" ? "ROOFTOP" : "APPROXIMATE",
      viewport: { northeast: corner(1), southwest: corner(-1) },
    },
    ...(place.isPartial ? { partial_match: true } : {}),
    place_id: idOf(place),
    types: isAddress ? [place.kind] : [place.kind, "political"],
  }
}

function componentsOf(place: Place): JsonObject[] {
  const component = (long_name: string, short_name: string, types: string[]) => ({
    long_name,
    short_name,
    types,
  })
  const [, number, route] = /^(\d+[a-z]?)\s+(.+)$/i.exec(place.street ?? "") ?? []
  const street = route ?? place.street
  return [
    ...(number ? [component(number, number, ["street_number"])] : []),
    ...(street ? [component(street, street, ["route"])] : []),
    ...(place.city ? [component(place.city, place.city, ["locality", "political"])] : []),
    component(stateName(place.state), place.state, ["administrative_area_level_1", "political"]),
    component(countryName(place.country), place.country, ["country", "political"]),
    ...(place.postalCode ? [component(place.postalCode, place.postalCode, ["postal_code"])] : []),
  ]
}

function formatted(place: Place): string {
  const state = place.kind === "administrative_area_level_1" ? stateName(place.state) : place.state
  const region = [state, place.postalCode].filter((part) => part !== undefined).join(" ")
  const country = place.country === "US" ? "USA" : "Canada"
  return [place.street, place.city, region, country].filter((part) => part !== undefined).join(", ")
}

function idOf(place: Place): string {
  return `ChIJ${Buffer.from(JSON.stringify(place)).toString("base64url")}`
}

function refusal(status: string, message: string): JsonObject {
  return { error_message: message, results: [], status }
}
