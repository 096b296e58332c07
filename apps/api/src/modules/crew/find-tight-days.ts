import type { CalendarConflict } from "@myhibachi/contract/chef-time"
import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { estimateDistance } from "#providers/maps/great-circle.ts"
import { pointOf } from "./read-crew.ts"
import { chefs, claims, stations } from "./tables.ts"

/**
 * Finds, in a span, drives between two parties that leave less than `slackMinutes` to spare, and days with more
 * parties than the chef's cap.
 */
export async function findTightDays(
  ctx: Context,
  input: { within: Span; slackMinutes: number },
): Promise<CalendarConflict[]> {
  const rows = await readPartiesByChef(ctx, input.within)
  const byChef = Map.groupBy(rows, (row) => row.chef.id)
  return [...byChef.values()].flatMap((own) => [...tightLegs(own, input.slackMinutes), ...overCap(own)])
}

function readPartiesByChef(ctx: Context, within: Span) {
  return ctx.replica
    .select({ claim: claims, chef: chefs, timeZone: stations.timeZone })
    .from(claims)
    .innerJoin(chefs, eq(chefs.id, claims.chefId))
    .innerJoin(stations, eq(stations.id, chefs.stationId))
    .where(
      and(
        inArray(claims.kind, ["hold", "booking"]),
        eq(claims.released, false),
        or(isNull(claims.expiresAt), gt(claims.expiresAt, ctx.now())),
        sql`${claims.work} && ${sql.param(within, claims.work)}`,
      ),
    )
    .orderBy(asc(claims.chefId), asc(sql`lower(${claims.work})`))
}

type PartyRow = Awaited<ReturnType<typeof readPartiesByChef>>[number]

function tightLegs(rows: readonly PartyRow[], slackMinutes: number): CalendarConflict[] {
  return rows.flatMap((row, index) => {
    const next = rows[index + 1]
    const from = pointOf(row.claim.latitude, row.claim.longitude)
    const to = next && pointOf(next.claim.latitude, next.claim.longitude)
    if (!next || !from || !to) return []
    const gapSeconds = (next.claim.work.from.epochMilliseconds - row.claim.work.to.epochMilliseconds) / 1000
    const spareMinutes = Math.floor((gapSeconds - estimateDistance(from, to).seconds) / 60)
    if (spareMinutes >= slackMinutes) return []
    const detail = `${row.chef.name} has ${Math.max(0, spareMinutes)} minutes to spare between ${row.claim.title} and ${next.claim.title}.`
    return [{ ...describe(next), kind: "tight-leg" as const, detail }]
  })
}

function overCap(rows: readonly PartyRow[]): CalendarConflict[] {
  const byDay = Map.groupBy(rows, dateOf)
  return [...byDay.values()].flatMap((ofDay) => {
    const last = ofDay.at(-1)
    if (!last || ofDay.length <= last.chef.maxPartiesPerDay) return []
    const detail = `${last.chef.name} has ${ofDay.length} parties on one day; the most is ${last.chef.maxPartiesPerDay}.`
    return [{ ...describe(last), kind: "over-cap" as const, detail }]
  })
}

function dateOf({ claim, timeZone }: PartyRow): string {
  return (claim.startsAt ?? claim.work.from).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

function describe(row: PartyRow) {
  return {
    date: dateOf(row),
    stationId: row.chef.stationId,
    chefId: row.chef.id,
    chefName: row.chef.name,
    bookingId: row.claim.bookingId,
  }
}
