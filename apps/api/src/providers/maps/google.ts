import type { Place } from "@myhibachi/contract/customers"
import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel"
import { z } from "zod"
import { AppError } from "#platform/errors.ts"
import type { Distance, Geocoded, Maps, Point } from "./port.ts"

export interface GoogleMapsSettings {
  apiKey: string
  geocodingUrl: string
  routesUrl: string
  /** Of one attempt. */
  timeoutMs?: number
}

const METRES_PER_MILE = 1609.344

const GeocodeReply = z.object({
  status: z.string(),
  error_message: z.string().optional(),
  results: z.array(
    z.object({
      formatted_address: z.string(),
      types: z.array(z.string()),
      address_components: z.array(
        z.object({ long_name: z.string(), short_name: z.string(), types: z.array(z.string()) }),
      ),
      geometry: z.object({
        location: z.object({ lat: z.number(), lng: z.number() }),
        location_type: z.string(),
      }),
    }),
  ),
})
type GeocodeResult = z.infer<typeof GeocodeReply>["results"][number]

const RoutesReply = z.object({
  routes: z
    .array(
      z.object({
        distanceMeters: z.number().optional(),
        duration: z
          .string()
          .regex(/^\d+(\.\d+)?s$/)
          .optional(),
      }),
    )
    .optional(),
})

/** @returns maps over Google's Geocoding API and Routes API v2. */
export function googleMaps(settings: GoogleMapsSettings): Maps {
  const call = caller(settings.timeoutMs ?? 2500)
  return {
    geocode: async (text) => readGeocode(await call((signal) => requestGeocode(settings, text, signal))),
    distance: async (from, to) => readRoute(await call((signal) => requestRoute(settings, from, to, signal))),
  }
}

/** An answer that trying again may mend. */
class PassingFailure extends Error {}

type Call = <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>

function caller(timeoutMs: number): Call {
  const isPassing = handleWhen((error) => !(error instanceof AppError))
  // Somebody waits: a provider that hung once is not given the same time again.
  const isQuick = handleWhen((error) => !(error instanceof AppError) && !isTaskCancelledError(error))
  const policy = wrap(
    circuitBreaker(isPassing, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(6) }),
    retry(isQuick, {
      maxAttempts: 2,
      backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 800 }),
    }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  )
  return async (work) => {
    try {
      return await policy.execute(({ signal }) => work(signal))
    } catch (cause) {
      if (cause instanceof AppError) throw cause
      throw new AppError(
        "unavailable",
        "maps-unavailable",
        "We cannot look up addresses right now; please try again shortly.",
        {},
        { cause },
      )
    }
  }
}

async function requestGeocode(
  settings: GoogleMapsSettings,
  text: string,
  signal: AbortSignal,
): Promise<unknown> {
  const url = new URL("/maps/api/geocode/json", settings.geocodingUrl)
  url.search = new URLSearchParams({
    address: text,
    region: "us",
    language: "en",
    key: settings.apiKey,
  }).toString()
  return readJson(await fetch(url, { signal }))
}

async function requestRoute(
  settings: GoogleMapsSettings,
  from: Point,
  to: Point,
  signal: AbortSignal,
): Promise<unknown> {
  const reply = await fetch(new URL("/directions/v2:computeRoutes", settings.routesUrl), {
    method: "POST",
    signal,
    headers: {
      "content-type": "application/json",
      "x-goog-api-key": settings.apiKey,
      "x-goog-fieldmask": "routes.duration,routes.distanceMeters",
    },
    body: JSON.stringify({
      origin: waypoint(from),
      destination: waypoint(to),
      travelMode: "DRIVE",
      routingPreference: "TRAFFIC_UNAWARE",
      units: "IMPERIAL",
    }),
  })
  return readJson(reply)
}

function waypoint(point: Point) {
  return { location: { latLng: { latitude: point.latitude, longitude: point.longitude } } }
}

async function readJson(reply: Response): Promise<unknown> {
  if (!reply.ok) throw new PassingFailure(`The maps provider answered ${reply.status}.`)
  return reply.json()
}

function readGeocode(body: unknown): Geocoded {
  const reply = parse(GeocodeReply, body)
  if (reply.status === "ZERO_RESULTS") return { kind: "none" }
  if (reply.status !== "OK")
    throw unavailable(new Error(`The geocoder answered ${reply.status}: ${reply.error_message ?? ""}`))
  const places = reply.results.map(toPlace)
  const [first, second] = places
  if (!first) return { kind: "none" }
  return second ? { kind: "several", places } : { kind: "one", place: first }
}

function toPlace(result: GeocodeResult): Place {
  const part = (type: string) => result.address_components.find((component) => component.types.includes(type))
  const number = part("street_number")?.long_name
  const route = part("route")?.long_name
  const city =
    part("locality") ?? part("postal_town") ?? part("sublocality") ?? part("administrative_area_level_3")
  return {
    formatted: result.formatted_address,
    line1: route ? [number, route].filter(Boolean).join(" ") : null,
    city: city?.long_name ?? null,
    state: part("administrative_area_level_1")?.short_name ?? null,
    postalCode: part("postal_code")?.long_name ?? null,
    country: part("country")?.short_name ?? "",
    latitude: result.geometry.location.lat,
    longitude: result.geometry.location.lng,
    precision: precisionOf(result, number !== undefined),
  }
}

function precisionOf(result: GeocodeResult, hasNumber: boolean): Place["precision"] {
  const is = (...types: string[]) => types.some((type) => result.types.includes(type))
  if (hasNumber || is("street_address", "premise", "subpremise")) return "address"
  if (is("route", "intersection", "park", "establishment", "point_of_interest")) return "street"
  if (is("postal_code")) return "postal_code"
  if (is("locality", "sublocality", "neighborhood", "postal_town", "administrative_area_level_3"))
    return "city"
  return "region"
}

function readRoute(body: unknown): Distance {
  const route = parse(RoutesReply, body).routes?.[0]
  if (!route?.duration) throw new AppError("unprocessable", "no-road", "We found no road to this place.")
  return {
    milesHundredths: Math.round(((route.distanceMeters ?? 0) / METRES_PER_MILE) * 100),
    seconds: Math.ceil(Number.parseFloat(route.duration)),
    source: "google-routes",
  }
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw unavailable(parsed.error)
  return parsed.data
}

function unavailable(cause: Error): AppError {
  return new AppError(
    "unavailable",
    "maps-unavailable",
    "We cannot look up addresses right now; please try again shortly.",
    {},
    { cause },
  )
}
