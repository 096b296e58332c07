import { afterAll, beforeAll, expect, test } from "vitest"
import { type JsonObject, toList, toObject, toText } from "../core/json.ts"
import { createSandbox, type RunningSandbox } from "../sandbox.ts"

let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const ask = async (query: Record<string, string>): Promise<JsonObject> => {
  const reply = await fetch(
    `${sandbox.url}/maps/api/geocode/json?${new URLSearchParams({ key: "k", ...query })}`,
  )
  return toObject(await reply.json())
}
const results = (answer: JsonObject) => toList(answer.results).map(toObject)
const addresses = (answer: JsonObject) => results(answer).map((result) => toText(result.formatted_address))

const compute = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${sandbox.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-goog-api-key": "k",
      "x-goog-fieldmask": "*",
      ...headers,
    },
    body: JSON.stringify(body),
  })
  return { status: reply.status, body: (await reply.json()) as JsonObject & JsonObject[] }
}

test.each([
  ["94612", "Oakland, CA 94612, USA", "APPROXIMATE"],
  ["Oakland, CA", "Oakland, CA, USA", "APPROXIMATE"],
  ["oakland ca", "Oakland, CA, USA", "APPROXIMATE"],
  ["Oakland", "Oakland, CA, USA", "APPROXIMATE"],
  ["St. Helena, California", "Saint Helena, CA, USA", "APPROXIMATE"],
  ["1450 Broadway, Oakland, CA 94612", "1450 Broadway, Oakland, CA 94612, USA", "ROOFTOP"],
  ["1450 Broadway Oakland CA", "1450 Broadway, Oakland, CA, USA", "ROOFTOP"],
  ["12345 Main St, Austin, TX", "12345 Main St, Austin, TX, USA", "ROOFTOP"],
  ["Broadway, Oakland, CA", "Broadway, Oakland, CA, USA", "APPROXIMATE"],
  ["New York", "New York, NY, USA", "APPROXIMATE"],
  ["California", "California, USA", "APPROXIMATE"],
  ["Toronto, Canada", "Toronto, ON, Canada", "APPROXIMATE"],
  ["M5V 2T6", /ON M5V 2T6, Canada$/, "APPROXIMATE"],
])("finds %s", async (address, expected, precision) => {
  const answer = await ask({ address })
  expect(answer.status).toBe("OK")
  expect(addresses(answer)).toEqual([expected instanceof RegExp ? expect.stringMatching(expected) : expected])
  expect(toObject(results(answer)[0]?.geometry).location_type).toBe(precision)
})

test("an ambiguous name gives several places, the largest first", async () => {
  const found = addresses(await ask({ address: "Springfield" }))
  expect(found.length).toBeGreaterThan(2)
  expect(found.slice(0, 2)).toEqual(["Springfield, IL, USA", "Springfield, MA, USA"])
  const filtered = await ask({ address: "Springfield", components: "administrative_area:MO|country:US" })
  expect(addresses(filtered)).toEqual(["Springfield, MO, USA"])
})

test.each(["Xyzzyville, CA", "00000", "Paris, France", "Mexico City, Mexico", "???"])(
  "does not know %s",
  async (address) => {
    expect(await ask({ address })).toEqual({ results: [], status: "ZERO_RESULTS" })
  },
)

test("a ZIP code of another state is a partial match", async () => {
  expect(results(await ask({ address: "Dallas, TX 94612" }))[0]?.partial_match).toBe(true)
})

test("refuses without key or question", async () => {
  expect((await ask({})).status).toBe("INVALID_REQUEST")
  expect((await ask({ address: "Oakland", key: "" })).status).toBe("REQUEST_DENIED")
})

test("a drive is the great circle times 1.2 at 45 miles an hour, by address, point or place id alike", async () => {
  const [fremont, oakland] = await Promise.all([ask({ address: "94539" }), ask({ address: "94612" })])
  const point = toObject(toObject(results(fremont)[0]?.geometry).location)
  const origin = { location: { latLng: { latitude: point.lat, longitude: point.lng } } }
  const mask = { "x-goog-fieldmask": "routes.distanceMeters,routes.duration" }
  const path = "/directions/v2:computeRoutes"
  const byText = await compute(
    path,
    { origin: { address: "94539" }, destination: { address: "94612" } },
    mask,
  )
  const byPoint = await compute(
    path,
    { origin, destination: { placeId: results(oakland)[0]?.place_id } },
    mask,
  )
  expect(byPoint.body).toEqual(byText.body)
  const [route] = toList(byText.body.routes).map(toObject)
  const meters = Number(route?.distanceMeters)
  const there = toObject(toObject(results(oakland)[0]?.geometry).location)
  const north = (Number(there.lat) - Number(point.lat)) * 69.05
  const east = (Number(there.lng) - Number(point.lng)) * 69.17 * Math.cos((37.65 * Math.PI) / 180)
  expect(meters / 1609.344 / (1.2 * Math.hypot(north, east))).toBeCloseTo(1, 2)
  expect(route).toEqual({
    distanceMeters: meters,
    duration: `${Math.round(meters / ((45 * 1609.344) / 3600))}s`,
  })
})

test("no road leads over the sea, none to an unknown place", async () => {
  const path = "/directions/v2:computeRoutes"
  const drive = (to: string) => compute(path, { origin: { address: "94539" }, destination: { address: to } })
  expect((await drive("Honolulu, HI")).body).toEqual({})
  expect((await drive("Xyzzyville, CA")).body).toEqual({})
})

test("wants a field mask and a key", async () => {
  const body = { origin: { address: "94539" }, destination: { address: "94612" } }
  const maskless = await compute("/directions/v2:computeRoutes", body, { "x-goog-fieldmask": "" })
  expect([maskless.status, toObject(maskless.body.error).status]).toEqual([400, "INVALID_ARGUMENT"])
  const keyless = await compute("/directions/v2:computeRoutes", body, { "x-goog-api-key": "" })
  expect(keyless.status).toBe(403)
  const empty = await compute("/directions/v2:computeRoutes", { origin: {}, destination: {} })
  expect(empty.status).toBe(400)
})

test("a matrix has one element for every pair", async () => {
  const stop = (address: string) => ({ waypoint: { address } })
  const { body } = await compute("/distanceMatrix/v2:computeRouteMatrix", {
    origins: [stop("94539"), stop("95814")],
    destinations: [stop("Oakland, CA"), stop("Honolulu, HI")],
  })
  expect(body.map((element) => [element.originIndex, element.destinationIndex, element.condition])).toEqual([
    [0, 0, "ROUTE_EXISTS"],
    [0, 1, "ROUTE_NOT_FOUND"],
    [1, 0, "ROUTE_EXISTS"],
    [1, 1, "ROUTE_NOT_FOUND"],
  ])
})
