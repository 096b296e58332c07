import type { DayDrives, DayDrivesQuery } from "@myhibachi/contract/travel"
import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { findStations, requireStation, type StationRow } from "../find-stations.ts"
import { keyOf } from "../locate-place.ts"
import { type ClaimRow, toStop } from "../read-crew.ts"
import { chefs, claims, legs } from "../tables.ts"
import { findLegOverride } from "./leg-overrides.ts"
import { type PlannedStop, planDrives } from "./plan-drives.ts"

type ChefRow = typeof chefs.$inferSelect
type StationDrives = DayDrives["stations"][number]
type PlacedClaim = ClaimRow & { latitude: number; longitude: number; startsAt: Temporal.Instant }

/** @returns every chef's parties of a local day with the drives between. @throws AppError "station-not-found". */
export async function readDayDrives(ctx: Context, query: DayDrivesQuery): Promise<DayDrives> {
  const asked = query.stationId ? [await requireStation(ctx, query.stationId)] : await findStations(ctx)
  const date = Temporal.PlainDate.from(query.date)
  return {
    date: query.date,
    stations: await Promise.all(asked.map((station) => readStation(ctx, station, date))),
  }
}

async function readStation(
  ctx: Context,
  station: StationRow,
  date: Temporal.PlainDate,
): Promise<StationDrives> {
  const rows = await readPlacedClaims(ctx, station, date)
  const sources = await readSources(
    ctx,
    station,
    rows.map(({ claim }) => claim),
  )
  const members = new Map(rows.map(({ chef }) => [chef.id, chef]))
  return {
    id: station.id,
    name: station.name,
    timeZone: station.timeZone,
    latitude: station.latitude,
    longitude: station.longitude,
    chefs: [...members.values()].map((chef) => {
      const taken = rows.filter((row) => row.chef.id === chef.id).map(({ claim }) => claim)
      return {
        id: chef.id,
        name: chef.name,
        parties: taken.map(presentParty),
        drives: planDrives(
          baseOf(chef, station),
          taken.map((claim) => plannedStop(chef, claim, sources)),
        ),
      }
    }),
  }
}

async function readPlacedClaims(ctx: Context, station: StationRow, date: Temporal.PlainDate) {
  const within = {
    from: date.toZonedDateTime(station.timeZone).toInstant(),
    to: date.add({ days: 1 }).toZonedDateTime(station.timeZone).toInstant(),
  }
  const rows = await ctx.replica
    .select({ chef: chefs, claim: claims })
    .from(claims)
    .innerJoin(chefs, eq(chefs.id, claims.chefId))
    .where(
      and(
        eq(chefs.stationId, station.id),
        eq(claims.released, false),
        or(isNull(claims.expiresAt), gt(claims.expiresAt, ctx.now())),
        sql`${claims.during} && ${sql.param(within, claims.during)}`,
        isNotNull(claims.latitude),
        isNotNull(claims.startsAt),
      ),
    )
    .orderBy(asc(chefs.name), asc(chefs.id), asc(claims.startsAt))
  // The day of a party is the day of its start; drives may reach over midnight.
  return rows.filter((row): row is { chef: ChefRow; claim: PlacedClaim } => {
    const startDate = row.claim.startsAt?.toZonedDateTimeISO(station.timeZone).toPlainDate()
    return startDate?.equals(date) ?? false
  })
}

function presentParty(claim: PlacedClaim) {
  return {
    claimId: claim.id,
    bookingId: claim.bookingId,
    title: claim.title,
    startsAt: claim.startsAt.toString(),
    latitude: claim.latitude,
    longitude: claim.longitude,
  }
}

function baseOf(chef: ChefRow, station: StationRow) {
  if (chef.homeLatitude === null || chef.homeLongitude === null)
    return { latitude: station.latitude, longitude: station.longitude, name: `${station.name} station` }
  return { latitude: chef.homeLatitude, longitude: chef.homeLongitude, name: "home" }
}

function plannedStop(
  chef: ChefRow,
  claim: PlacedClaim,
  sources: Map<string, PlannedStop["homeLegSource"]>,
): PlannedStop {
  const { latitude, longitude, title, legBeforeSeconds, legAfterSeconds } = claim
  const isFromHome = chef.homeLatitude !== null
  return {
    ...toStop(claim),
    place: { latitude, longitude, name: title },
    legBeforeSeconds,
    legAfterSeconds,
    // Drives from a chef's home are estimated; those from the station were measured if the map answered.
    homeLegSource: isFromHome ? "great-circle" : (sources.get(keyOf(claim)) ?? "great-circle"),
  }
}

/** @returns by place where the drive from the station comes from. */
async function readSources(ctx: Context, station: StationRow, rows: readonly PlacedClaim[]) {
  const points = [...new Set(rows.map(keyOf))]
  if (points.length === 0) return new Map<string, PlannedStop["homeLegSource"]>()
  const measured = await ctx.replica
    .select({ toPoint: legs.toPoint, source: legs.source })
    .from(legs)
    .where(and(eq(legs.fromPoint, keyOf(station)), inArray(legs.toPoint, points)))
  const sources = new Map(measured.map((row) => [row.toPoint, row.source]))
  for (const claim of rows) {
    const override = await findLegOverride(ctx, station, claim)
    if (override) sources.set(keyOf(claim), override.source)
  }
  return sources
}
