import type { Area, AreaDecision } from "@myhibachi/contract/areas"
import type { Station } from "@myhibachi/contract/crew"
import type { Quote } from "@myhibachi/contract/quote"
import type { DayDrives, TravelLeg, TravelMatrix } from "@myhibachi/contract/travel"
import { afterAll, beforeAll, expect, test } from "vitest"
import { locatePlace } from "#modules/crew/index.ts"
import { type TestApplication, testApplication } from "#platform/testing/application.ts"
import { knownPlaces } from "#providers/maps/testing/known-places.ts"
import { quoteParty } from "./quote-party.ts"
import { explainQuote } from "./read-quote.ts"
import { aBooking, aRequest, GRAND_AVENUE } from "./testing/booked-party.ts"

let app: TestApplication
let cookie = ""
const maps = knownPlaces()
const RENO = "1 Main St, Reno, NV"
const PORTLAND = "5 Beach Rd, Portland, OR"

beforeAll(async () => {
  app = await testApplication({ providers: { maps } })
  const reply = await app.http.inject({
    method: "POST",
    url: "/v1/auth/login",
    payload: { email: "dispatcher@myhibachi.example", password: "hibachi-sample-2026" },
  })
  cookie = [reply.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ")
})
afterAll(() => app.close())

async function staff<T>(
  method: "GET" | "POST" | "PUT" | "DELETE",
  url: string,
  payload?: object,
  ifMatch = "",
) {
  const reply = await app.http.inject({
    method,
    url,
    headers: { cookie, origin: "http://localhost:3100", ...(ifMatch ? { "if-match": ifMatch } : {}) },
    ...(payload ? { payload } : {}),
  })
  return {
    status: reply.statusCode,
    body: (reply.body ? reply.json() : null) as T, // safe: the route's own schema made it
    etag: String(reply.headers.etag),
  }
}

const quote = (text: string): Promise<Quote> => quoteParty(app.ctx(), aRequest({ address: { text } }))
const decide = async (address: string) =>
  (await staff<AreaDecision>("POST", "/v1/service-areas/test", { address })).body

/** Reads the matrix page by page. */
async function readMatrix(query: string): Promise<TravelLeg[]> {
  const items: TravelLeg[] = []
  for (let cursor: string | null = ""; cursor !== null; ) {
    const url: string = `/v1/travel/matrix?${query}${cursor ? `&cursor=${cursor}` : ""}`
    const { body } = await staff<TravelMatrix>("GET", url)
    items.push(...body.items)
    cursor = body.nextCursor
  }
  return items
}

/** A square of some degrees round a point. */
const around = (longitude: number, latitude: number, half: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [longitude - half, latitude - half],
      [longitude + half, latitude - half],
      [longitude + half, latitude + half],
      [longitude - half, latitude + half],
      [longitude - half, latitude - half],
    ],
  ],
})

test("an area takes a near place out by its ZIP, and another lets a far one in by its shape", async () => {
  const island = { name: "Downtown Oakland", effect: "refuse", zipCodes: ["94612"] }
  const { body: closed } = await staff<Area>("POST", "/v1/service-areas", island)
  await expect(quote(GRAND_AVENUE)).rejects.toMatchObject({
    code: "outside-area",
    message: expect.stringMatching(
      /^We do not cook in Downtown Oakland; .* miles from our nearest station, Fremont\.$/,
    ),
  })
  expect(await decide(GRAND_AVENUE)).toMatchObject({
    isServed: false,
    decidedBy: "refusing-area",
    areaId: closed.id,
    checks: [{ name: "Downtown Oakland", covers: "zip" }],
  })

  await expect(quote(PORTLAND)).rejects.toMatchObject({ code: "outside-area" })
  const far = {
    name: "Portland",
    effect: "serve",
    stationId: "st_sacramento",
    geometry: around(-122, 45, 0.2),
  }
  const portland = await staff<Area>("POST", "/v1/service-areas", far)
  // The shape does not reach the address yet; the refusal names the area as the nearest place.
  await expect(quote(PORTLAND)).rejects.toMatchObject({
    message: expect.stringMatching(
      /we drive up to 200 miles\. The nearest place where we cook is Portland, about \d+ miles away\.$/,
    ),
  })
  const url = `/v1/service-areas/${portland.body.id}/geometry`
  const geometry = around(-122.68, 45.5, 0.2)
  expect((await staff("PUT", url, { geometry })).status).toBe(428)
  const moved = await staff<Area>("PUT", url, { geometry }, portland.etag)
  expect(moved).toMatchObject({ status: 200, body: { version: 2 } })
  expect((await staff("PUT", url, { geometry }, portland.etag)).status).toBe(412)
  const priced = await quote(PORTLAND)
  expect(priced.travel).toMatchObject({ areaName: "Portland", stationName: "Sacramento" })
  expect(priced.travel?.explanation).toContain("in our service area Portland")

  await staff("DELETE", `/v1/service-areas/${portland.body.id}`)
  await staff("DELETE", `/v1/service-areas/${closed.id}`)
  await expect(quote(PORTLAND)).rejects.toMatchObject({ code: "outside-area" })
  expect((await quote(GRAND_AVENUE)).travel?.areaName).toBeUndefined()
  // What was offered replays, with the name of an area that is no more.
  const system = app.ctx({ kind: "system", name: "test" })
  expect((await explainQuote(system, { quoteId: priced.id })).isReplayIdentical).toBe(true)
})

test("an area without a clear inside, without any place or with a taken name is refused by its field", async () => {
  const crossed = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ],
  }
  const post = (body: object) =>
    staff<{ code: string; errors: { pointer: string }[] }>("POST", "/v1/service-areas", {
      name: "Somewhere",
      effect: "serve",
      ...body,
    })
  expect((await post({ geometry: crossed })).body).toMatchObject({
    code: "ring-crosses",
    errors: [{ pointer: "/geometry/coordinates/0" }],
  })
  expect((await post({})).body).toMatchObject({ code: "area-empty", errors: [{ pointer: "/zipCodes" }] })
  expect((await post({ zipCodes: ["9461"] })).status).toBe(400)
  expect((await post({ zipCodes: ["94612"], stationId: "st_nowhere" })).status).toBe(404)
})

test("a drive set by hand decides fee and matrix until it is taken back, and the estimate says what it is", async () => {
  const before = await quote(RENO)
  expect(before.travel?.source).toBe("google-routes")
  const drive = {
    stationId: "st_sacramento",
    address: RENO,
    milesHundredths: 140_25,
    minutes: 170,
    reason: "Donner Pass closed",
  }
  const { body: set } = await staff<TravelLeg>("POST", "/v1/travel/overrides", drive)
  const byHand = await quote(RENO)
  expect(byHand.travel).toMatchObject({ source: "manual", milesHundredths: 140_25, drivingSeconds: 170 * 60 })
  expect(byHand.travel?.fee.amount).toBe(220_50)
  const drives = await readMatrix("stationId=st_sacramento&limit=1")
  expect(drives.filter(({ to }) => to.name?.includes("Reno"))).toMatchObject([
    { source: "manual", reason: "Donner Pass closed", from: { name: "Sacramento" }, ageDays: 0 },
    { source: "google-routes", reason: null, from: { name: "Sacramento" } },
  ])
  expect(await readMatrix("stationId=st_sacramento&source=manual")).toHaveLength(1)
  expect(await readMatrix("olderThanDays=1")).toEqual([])
  await staff("DELETE", `/v1/travel/overrides/${set.overrideId}`)
  expect((await quote(RENO)).travel).toMatchObject({ source: "google-routes" })

  // A place that nobody asked the map about before it went down is estimated, and the words say so.
  await locatePlace(app.ctx(), "9 Lake Dr, Oakland, CA")
  maps.isDown = true
  const estimated = await quote("9 Lake Dr, Oakland, CA").finally(() => {
    maps.isDown = false
  })
  expect(estimated.travel).toMatchObject({
    source: "great-circle",
    explanation: expect.stringContaining("estimated from the straight line"),
  })
})

test("a station is opened, priced by miles, and closed only without parties ahead", async () => {
  const reno = {
    name: "Reno",
    address: RENO,
    freeMilesHundredths: 10_00,
    ratePerMileCents: 250,
    furtherRates: [{ fromMilesHundredths: 20_00, ratePerMileCents: 400 }],
    maximumMilesHundredths: 100_00,
  }
  expect((await staff("POST", "/v1/stations", { ...reno, timeZone: "America/New_York" })).body).toMatchObject(
    {
      code: "time-zone-wrong",
      errors: [{ pointer: "/timeZone" }],
    },
  )
  const wrongOrder = { ...reno, furtherRates: [{ fromMilesHundredths: 5_00, ratePerMileCents: 400 }] }
  expect((await staff("POST", "/v1/stations", wrongOrder)).status).toBe(400)
  const opened = await staff<Station>("POST", "/v1/stations", reno)
  expect(opened).toMatchObject({
    status: 201,
    body: { city: "Reno", timeZone: "America/Los_Angeles", isActive: true },
  })
  expect((await quote(RENO)).travel).toMatchObject({ stationName: "Reno", fee: { amount: 0 } })
  const url = `/v1/stations/${opened.body.id}`
  const renamed = await staff<Station>("PUT", url, { ...reno, name: "Reno North" }, opened.etag)
  expect(renamed.body).toMatchObject({ name: "Reno North", version: 2 })
  expect((await staff("PUT", url, reno, opened.etag)).status).toBe(412)
  expect((await staff<Station>("POST", `${url}/active`, { isActive: false })).body.isActive).toBe(false)
  expect((await quote(RENO)).travel?.stationName).toBe("Sacramento")

  await aBooking(app.ctx(), { date: "2027-02-06" }, "Still Booked")
  expect((await staff("POST", "/v1/stations/st_fremont/active", { isActive: false })).body).toMatchObject({
    code: "station-has-parties",
    detail: expect.stringContaining("one party"),
  })
  const { body: day } = await staff<DayDrives>("GET", "/v1/travel/day?date=2027-02-06&stationId=st_fremont")
  const [chef] = day.stations[0]?.chefs ?? []
  expect(chef?.parties).toMatchObject([{ title: expect.stringContaining("Still Booked") }])
  expect(chef?.drives).toMatchObject([
    { from: { name: "Fremont station" }, source: "google-routes" },
    { to: { name: "Fremont station" }, source: "google-routes" },
  ])
})
