import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { googleMaps } from "./google.ts"
import type { Maps } from "./port.ts"

type Answer = (request: IncomingMessage, reply: ServerResponse) => void

let server: Server
let maps: Maps
let answers: Answer[] = []
let asked: { url: string; headers: IncomingMessage["headers"]; body: string }[] = []

const json =
  (body: unknown, status = 200): Answer =>
  (_request, reply) =>
    reply.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))

beforeAll(async () => {
  server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      asked.push({ url: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() })
      const answer = answers.shift()
      if (answer) answer(request, reply)
      else reply.writeHead(503).end("down")
    })
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
})
afterAll(() => server.close())
beforeEach(() => {
  answers = []
  asked = []
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // safe: it listens on TCP
  maps = googleMaps({ apiKey: "key", geocodingUrl: url, routesUrl: url, timeoutMs: 400 })
})

const OAKLAND = {
  formatted_address: "12 Grand Ave, Oakland, CA 94612, USA",
  types: ["street_address"],
  address_components: [
    { long_name: "12", short_name: "12", types: ["street_number"] },
    { long_name: "Grand Avenue", short_name: "Grand Ave", types: ["route"] },
    { long_name: "Oakland", short_name: "Oakland", types: ["locality", "political"] },
    { long_name: "California", short_name: "CA", types: ["administrative_area_level_1", "political"] },
    { long_name: "United States", short_name: "US", types: ["country", "political"] },
    { long_name: "94612", short_name: "94612", types: ["postal_code"] },
  ],
  geometry: { location: { lat: 37.81, lng: -122.26 }, location_type: "ROOFTOP" },
}
const FROM = { latitude: 37.5485, longitude: -121.9886 }
const TO = { latitude: 37.81, longitude: -122.26 }

describe("geocoding", () => {
  test("reads an address", async () => {
    answers = [json({ status: "OK", results: [OAKLAND] })]
    expect(await maps.geocode("12 grand ave oakland")).toEqual({
      kind: "one",
      place: {
        formatted: "12 Grand Ave, Oakland, CA 94612, USA",
        line1: "12 Grand Avenue",
        city: "Oakland",
        state: "CA",
        postalCode: "94612",
        country: "US",
        latitude: 37.81,
        longitude: -122.26,
        precision: "address",
      },
    })
    expect(asked[0]?.url).toBe(
      "/maps/api/geocode/json?address=12+grand+ave+oakland&region=us&language=en&key=key",
    )
  })
  test("tells several and none", async () => {
    answers = [
      json({ status: "OK", results: [OAKLAND, OAKLAND] }),
      json({ status: "ZERO_RESULTS", results: [] }),
    ]
    expect((await maps.geocode("a")).kind).toBe("several")
    expect((await maps.geocode("b")).kind).toBe("none")
  })
  test.each([
    ["a refused key", json({ status: "REQUEST_DENIED", results: [] })],
    ["garbage", json({ hello: 1 })],
  ])("is unavailable with %s", async (_name, answer) => {
    answers = [answer]
    await expect(maps.geocode("a")).rejects.toMatchObject({ kind: "unavailable", code: "maps-unavailable" })
  })
})

describe("distances", () => {
  const route = json({ routes: [{ distanceMeters: 42_615, duration: "2118s" }] })

  test("come from Routes with a field mask, in hundredths of a mile", async () => {
    answers = [route]
    expect(await maps.distance(FROM, TO)).toEqual({
      milesHundredths: 2648,
      seconds: 2118,
      source: "google-routes",
    })
    expect(asked[0]?.headers).toMatchObject({
      "x-goog-api-key": "key",
      "x-goog-fieldmask": "routes.duration,routes.distanceMeters",
    })
    expect(JSON.parse(asked[0]?.body ?? "")).toMatchObject({
      travelMode: "DRIVE",
      origin: { location: { latLng: FROM } },
    })
  })
  test("are asked for again after a passing failure", async () => {
    answers = [json({}, 500), (_request, reply) => reply.destroy(), route]
    expect((await maps.distance(FROM, TO)).milesHundredths).toBe(2648)
    expect(asked).toHaveLength(3)
  })
  test("do not exist where no road leads", async () => {
    answers = [json({})]
    await expect(maps.distance(FROM, TO)).rejects.toMatchObject({ code: "no-road" })
    expect(asked).toHaveLength(1)
  })
  test("are given up when the provider hangs, and not asked for any more when it stays down", async () => {
    answers = Array.from({ length: 3 }, () => () => {})
    await expect(maps.distance(FROM, TO)).rejects.toMatchObject({ code: "maps-unavailable" })
    for (let attempt = 0; attempt < 8; attempt += 1) await maps.distance(FROM, TO).catch(() => {})
    const before = asked.length
    await expect(maps.distance(FROM, TO)).rejects.toMatchObject({ code: "maps-unavailable" })
    expect(asked).toHaveLength(before)
  })
})
