import type { TravelLeg, TravelMatrix } from "@myhibachi/contract/travel"
import { and, desc, eq, isNull, lte, type SQL, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { hoursBetween, type Temporal } from "#platform/time.ts"
import { requireStation } from "../find-stations.ts"
import { keyOf } from "../locate-place.ts"
import { legs, places, stations } from "../tables.ts"
import { legOverrides } from "./tables.ts"

export interface FindLegs {
  stationId?: string | undefined
  source?: "google-routes" | "manual" | undefined
  olderThanDays?: number | undefined
  cursor?: string | undefined
  limit: number
}

type OverrideRow = typeof legOverrides.$inferSelect

interface LegRow extends Omit<typeof legs.$inferSelect, "source"> {
  source: TravelLeg["source"]
  overrideId: string | null
  reason: string | null
  placeName: string | null
}

/** Drives from stations that are kept, the newest first: what was measured and what people set by hand. */
export async function findLegs(ctx: Context, query: FindLegs): Promise<TravelMatrix> {
  const fromPoint = query.stationId ? keyOf(await requireStation(ctx, query.stationId)) : null
  const all = unionOf(ctx).as("all_legs")
  const [at, from, to, source] = query.cursor ? decodeCursor(query.cursor, 4) : []
  const rows = await ctx.replica
    .select()
    .from(all)
    .where(
      and(
        fromPoint ? eq(all.fromPoint, fromPoint) : undefined,
        query.source ? eq(all.source, query.source) : undefined,
        query.olderThanDays === undefined
          ? undefined
          : lte(all.measuredAt, ctx.now().subtract({ hours: 24 * query.olderThanDays })),
        at
          ? sql`(${all.measuredAt}, ${all.fromPoint}, ${all.toPoint}, ${all.source}) < (${at}, ${from}, ${to}, ${source})`
          : undefined,
      ),
    )
    .orderBy(desc(all.measuredAt), desc(all.fromPoint), desc(all.toPoint), desc(all.source))
    .limit(query.limit + 1)
  const names = await readStationNames(ctx)
  const cursorOf = (row: LegRow) => [row.measuredAt.toString(), row.fromPoint, row.toPoint, row.source]
  return toPage(rows, query.limit, cursorOf, (row) => presentLeg(ctx, row, names.get(row.fromPoint) ?? null))
}

function unionOf(ctx: Context) {
  const measured = ctx.replica
    .select({
      fromPoint: legs.fromPoint,
      toPoint: legs.toPoint,
      milesHundredths: legs.milesHundredths,
      seconds: legs.seconds,
      source: sql<TravelLeg["source"]>`${legs.source}`.as("source"),
      measuredAt: legs.measuredAt,
      overrideId: sql<string | null>`null::text`.as("override_id"),
      reason: sql<string | null>`null::text`.as("reason"),
      placeName: nameOfPlace(legs.toPoint).as("place_name"),
    })
    .from(legs)
  const byHand = ctx.replica
    .select({
      fromPoint: legOverrides.fromPoint,
      toPoint: legOverrides.toPoint,
      milesHundredths: legOverrides.milesHundredths,
      seconds: legOverrides.seconds,
      source: sql<TravelLeg["source"]>`'manual'`.as("source"),
      measuredAt: legOverrides.setAt,
      overrideId: sql<string | null>`${legOverrides.id}`.as("override_id"),
      reason: sql<string | null>`${legOverrides.reason}`.as("reason"),
      placeName: sql<string | null>`${legOverrides.placeName}`.as("place_name"),
    })
    .from(legOverrides)
    .where(isNull(legOverrides.removedAt))
  return measured.unionAll(byHand)
}

/** Only what was looked up and not erased since has a name. */
function nameOfPlace(point: typeof legs.toPoint): SQL<string | null> {
  const degrees = (name: string) => sql`round((${places.result}->'place'->>${name})::numeric, 5)::text`
  return sql<string | null>`(select ${places.result}->'place'->>'formatted' from ${places}
    where ${degrees("latitude")} || ',' || ${degrees("longitude")} = ${point} limit 1)`
}

async function readStationNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.replica.select().from(stations)
  return new Map(rows.map((row) => [keyOf(row), row.name]))
}

export function presentOverride(ctx: Context, row: OverrideRow, stationName: string): TravelLeg {
  const leg = { ...row, source: "manual" as const, measuredAt: row.setAt, overrideId: row.id }
  return presentLeg(ctx, leg, stationName)
}

function presentLeg(ctx: Context, row: LegRow, stationName: string | null): TravelLeg {
  return {
    overrideId: row.overrideId,
    from: { ...pointOfKey(row.fromPoint), name: stationName },
    to: { ...pointOfKey(row.toPoint), name: row.placeName },
    milesHundredths: row.milesHundredths,
    seconds: row.seconds,
    source: row.source,
    measuredAt: row.measuredAt.toString(),
    ageDays: ageDays(ctx, row.measuredAt),
    reason: row.reason,
  }
}

function ageDays(ctx: Context, since: Temporal.Instant): number {
  return Math.max(0, Math.floor(hoursBetween(since, ctx.now()) / 24))
}

function pointOfKey(key: string): { latitude: number; longitude: number } {
  const [latitude, longitude] = key.split(",").map(Number)
  return { latitude: latitude ?? 0, longitude: longitude ?? 0 }
}
