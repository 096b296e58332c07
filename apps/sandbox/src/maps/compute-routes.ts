import { type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { type Drive, driveBetween } from "./distance.ts"
import { findPlaces, type Place } from "./find-places.ts"
import { placeNear, placeOfId } from "./geocode.ts"

/** A refusal in Google's form. */
export class GoogleRefusal extends Error {
  readonly code: number
  readonly status: string

  constructor(code: number, status: string, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** `POST /directions/v2:computeRoutes`; no route at all gives an empty object, as with Google. @throws GoogleRefusal */
export function computeRoutes(body: JsonObject): JsonObject {
  const from = waypoint(body.origin, "origin")
  const to = waypoint(body.destination, "destination")
  const stops = toList(body.intermediates).map((stop, index) => waypoint(stop, `intermediates[${index}]`))
  const places = [from, ...stops, to]
  if (places.some((place) => place === undefined)) return {}
  const legs = places.slice(1).map((place, index) => driveBetween(places[index]!, place!))
  if (legs.some((leg) => leg === undefined)) return {}
  const drives = legs.filter((leg) => leg !== undefined)
  const total = drives.reduce((sum, leg) => ({
    distanceMeters: sum.distanceMeters + leg.distanceMeters,
    durationSeconds: sum.durationSeconds + leg.durationSeconds,
  }))
  return { routes: [{ ...drive(total), description: "Sandbox roads", legs: drives.map(drive) }] }
}

/** `POST /distanceMatrix/v2:computeRouteMatrix`: one element for every pair. @throws GoogleRefusal */
export function computeRouteMatrix(body: JsonObject): JsonObject[] {
  const read = (list: unknown, name: string) =>
    toList(list).map((entry, index) => waypoint(toObject(entry).waypoint, `${name}[${index}]`))
  const origins = read(body.origins, "origins")
  const destinations = read(body.destinations, "destinations")
  if (origins.length === 0 || destinations.length === 0) {
    throw new GoogleRefusal(400, "INVALID_ARGUMENT", "origins and destinations must not be empty.")
  }
  if (origins.length * destinations.length > 625) {
    throw new GoogleRefusal(400, "INVALID_ARGUMENT", "The matrix may have at most 625 elements.")
  }
  return origins.flatMap((from, originIndex) =>
    destinations.map((to, destinationIndex) => ({ originIndex, destinationIndex, ...element(from, to) })),
  )
}

function element(from: Place | undefined, to: Place | undefined): JsonObject {
  if (!from || !to)
    return { status: { code: 5, message: "An address was not found." }, condition: "ROUTE_NOT_FOUND" }
  const found = driveBetween(from, to)
  return found
    ? { status: {}, condition: "ROUTE_EXISTS", ...drive(found) }
    : { status: {}, condition: "ROUTE_NOT_FOUND" }
}

function drive({ distanceMeters, durationSeconds }: Drive): JsonObject {
  return { distanceMeters, duration: `${durationSeconds}s`, staticDuration: `${durationSeconds}s` }
}

/** The place of a waypoint; undefined when its address is unknown. */
function waypoint(given: unknown, name: string): Place | undefined {
  const { address, placeId, location } = toObject(given)
  if (typeof address === "string" && address.trim() !== "") return findPlaces(address)[0]
  if (typeof placeId === "string") {
    const place = placeOfId(placeId)
    if (!place) throw new GoogleRefusal(400, "INVALID_ARGUMENT", `${name}: the place id is not valid.`)
    return place
  }
  const point = toObject(toObject(location).latLng)
  const latitude = toNumber(point.latitude)
  const longitude = toNumber(point.longitude)
  if (
    latitude === undefined ||
    longitude === undefined ||
    Math.abs(latitude) > 90 ||
    Math.abs(longitude) > 180
  ) {
    throw new GoogleRefusal(
      400,
      "INVALID_ARGUMENT",
      `${name}: a location, place id or address must be given.`,
    )
  }
  return placeNear(latitude, longitude)
}

/** Only what the field mask names, such as `routes.duration,routes.distanceMeters`, or all for `*`. */
export function applyFieldMask(value: JsonObject, mask: string): JsonObject {
  const paths = mask.split(",").map((path) => path.trim().split("."))
  if (paths.some(([head]) => head === "*")) return value
  return pick(value, paths)
}

function pick(value: JsonObject, paths: string[][]): JsonObject {
  const picked: JsonObject = {}
  for (const [name, inner] of Object.entries(value)) {
    const own = paths.filter(([head]) => head === name).map(([, ...rest]) => rest)
    if (own.length === 0) continue
    if (own.some((rest) => rest.length === 0)) picked[name] = inner
    else if (Array.isArray(inner)) picked[name] = inner.map((entry) => pick(toObject(entry), own))
    else picked[name] = pick(toObject(inner), own)
  }
  return picked
}

/** The field mask of a request: header or query. @throws GoogleRefusal when it is missing */
export function readFieldMask(header: unknown, query: JsonObject): string {
  const mask = toText(header) || toText(query.$fields) || toText(query.fields)
  if (mask !== "") return mask
  throw new GoogleRefusal(
    400,
    "INVALID_ARGUMENT",
    "FieldMask is a required parameter. See https://cloud.google.com/apis/docs/system-parameters on how to provide it.",
  )
}
