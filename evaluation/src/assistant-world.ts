import type { sql } from "drizzle-orm"
import { type Application, createApplication } from "../../apps/api/src/app.ts"
import { readConfig } from "../../apps/api/src/config.ts"
import { forgetRecentPlaces } from "../../apps/api/src/modules/crew/index.ts"
import { SAMPLE_STATIONS } from "../../apps/api/src/modules/crew/sample-crew.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import type { OpenDatabase } from "../../apps/api/src/platform/database/open.ts"
import { silentLogger } from "../../apps/api/src/platform/log.ts"
import { openMemoryDatabase } from "../../apps/api/src/platform/testing/snapshot.ts"
import { SettableClock } from "../../apps/api/src/platform/time.ts"
import { googleMaps } from "../../apps/api/src/providers/maps/google.ts"
import { straightMiles } from "../../apps/api/src/providers/maps/great-circle.ts"
import type { Distance, Geocoded, Maps, Point } from "../../apps/api/src/providers/maps/port.ts"
import { createSandbox, type RunningSandbox } from "../../apps/sandbox/src/sandbox.ts"

const SECRET = "proof-secret-proof-secret-proof-secret"
const VENDORS = ["openai", "anthropic", "mistral"] as const
/** Inside what is free, for a place of which the case states no miles. */
const NEAR_MILES = 12

/** What the distance tool returns in a case: the miles of its text. */
export interface MapsSetting {
  miles: number | null
  stationId: string | null
  /** Counts the cases, so that no drive of an earlier one, which the process remembers, is a drive of this one. */
  caseNumber: number
}

/** One application with the sample business, a clock that can be set and places that need no account. */
export interface World {
  application: Application
  clock: SettableClock
  maps: MapsSetting
  system: Context
  /** Takes out what a case has left behind. */
  clean(): Promise<void>
  close(): Promise<void>
}

/** Opens the world; with `hasSeats` the sandbox's models sit at the table, otherwise every seat is down. */
export async function openWorld(options: { hasSeats: boolean }): Promise<World> {
  const sandbox = await createSandbox()
  const { database } = await openMemoryDatabase("empty")
  const clock = new SettableClock("2026-01-02T12:00:00Z")
  const setting: MapsSetting = { miles: null, stationId: null, caseNumber: 0 }
  const application = await createApplication({
    config: readConfig(settingsOf(sandbox, options.hasSeats)),
    database,
    clock,
    log: silentLogger,
    hasDocumentation: false,
    providers: { maps: mapsOf(sandbox, setting) },
  })
  const system = application.context({ kind: "system", name: "proof" })
  return {
    application,
    clock,
    maps: setting,
    system,
    clean: async () => {
      await clean(database)
      forgetRecentPlaces(system)
      setting.caseNumber += 1
    },
    close: async () => {
      await application.close()
      await database.close()
      await sandbox.close()
    },
  }
}

function settingsOf(sandbox: RunningSandbox, hasSeats: boolean): Record<string, string> {
  const settings = { MYHIBACHI_SECRET: SECRET, RATE_LIMIT_FACTOR: "100000", LOG_LEVEL: "silent" }
  // A seat whose provider is gone: the key is there, the address answers nobody.
  const origin = hasSeats ? sandbox.url : "http://127.0.0.1:9"
  const pairs = VENDORS.flatMap((vendor) => [
    [`${vendor.toUpperCase()}_API_KEY`, "sandbox-key"],
    [`${vendor.toUpperCase()}_BASE_URL`, `${origin}/${vendor}/v1`],
  ])
  return { ...settings, ...Object.fromEntries(pairs) }
}

function mapsOf(sandbox: RunningSandbox, setting: MapsSetting): Maps {
  const real = googleMaps({ apiKey: "sandbox-key", geocodingUrl: sandbox.url, routesUrl: sandbox.url })
  return {
    geocode: async (text) => settle(await real.geocode(text), text, setting),
    distance: async (from, to): Promise<Distance> => {
      const miles = isNearest(from, to) ? (setting.miles ?? NEAR_MILES) : 900
      return {
        milesHundredths: Math.round(miles * 100),
        seconds: Math.round(miles * 80),
        source: "google-routes",
      }
    },
  }
}

function isNearest(from: Point, to: Point): boolean {
  const own = straightMiles(from, to)
  return SAMPLE_STATIONS.every((station) => straightMiles(station, to) >= own - 0.001)
}

/** A case's place always exists: an unknown or ambiguous one lies by the station of the case. */
function settle(found: Geocoded, text: string, setting: MapsSetting): Geocoded {
  if (found.kind === "one" && found.place.precision !== "region") return moveInReach(found, setting)
  const station = SAMPLE_STATIONS.find(({ id }) => id === setting.stationId) ?? SAMPLE_STATIONS[0]
  if (!station) throw new Error("There is no station.")
  if (found.kind === "several") {
    const near = found.places.toSorted((a, b) => nearestMiles(a) - nearestMiles(b))[0]
    if (near) return moveInReach({ kind: "one", place: near }, setting)
  }
  const { longitude, city, state } = station
  const latitude = station.latitude + apart(setting)
  const place = {
    line1: null,
    postalCode: null,
    country: "US",
    latitude,
    longitude,
    precision: "city" as const,
  }
  return { kind: "one", place: { ...place, formatted: text, city, state } }
}

/** The drive of a case is its text's, so its place must not be ruled out by its straight line. */
function moveInReach(found: Extract<Geocoded, { kind: "one" }>, setting: MapsSetting): Geocoded {
  const { place } = found
  const station = SAMPLE_STATIONS.toSorted((a, b) => straightMiles(a, place) - straightMiles(b, place))[0]
  if (!station || place.country !== "US") return found
  const { latitude, longitude } = station
  return { kind: "one", place: { ...place, latitude: latitude + apart(setting), longitude } }
}

/** Degrees beside the station, other ones for each case. */
function apart({ caseNumber }: MapsSetting): number {
  return 0.01 + (caseNumber % 1000) * 0.0001
}

function nearestMiles(point: Point): number {
  return Math.min(...SAMPLE_STATIONS.map((station) => straightMiles(station, point)))
}

const LEFT_BEHIND = [
  "assistant_",
  "conversations_",
  "booking_",
  "crew_claims",
  "crew_time",
  "crew_legs",
  "crew_places",
  "customers_",
  "payments_",
  "tasks_",
  "classroom_discussions",
  "classroom_responses",
  "classroom_answers",
  "platform_idempotency",
]

async function clean(database: OpenDatabase): Promise<void> {
  const { rows } = await database.primary.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )
  const names = rows
    .map(({ name }) => name)
    .filter((name) => LEFT_BEHIND.some((prefix) => name.startsWith(prefix)))
  await database.primary.query(`truncate ${names.map((name) => `"${name}"`).join(", ")} cascade`)
  await database.primary.query("delete from crew_chefs where id like 'chef_case_%'").catch(() => undefined)
}

/** Runs SQL that no verb offers, to set a case's past. */
export async function setPast(world: World, statement: ReturnType<typeof sql>): Promise<void> {
  await world.system.db.execute(statement)
}
