import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { datesBetween } from "./expand-shifts.ts"
import { findStations, type StationRow } from "./find-stations.ts"
import type { Shift } from "./judge-chef.ts"
import { type ClaimRow, readCrewWindow } from "./read-crew.ts"
import { chefs, claims } from "./tables.ts"

export interface ChefUtilisation {
  chefId: string
  name: string
  stationName: string
  availableMinutes: number
  workedMinutes: number
  drivingMinutes: number
  parties: number
}

export interface HourUtilisation {
  /** 1 is Monday. */
  weekday: number
  hour: number
  availableMinutes: number
  workedMinutes: number
}

export interface Utilisation {
  chefs: ChefUtilisation[]
  hours: HourUtilisation[]
}

/**
 * @returns how much of the offered hours was worked on the days, both included, each at the station's own
 * clock. Offered are the shifts as they are kept now, less time off.
 */
export async function readUtilisation(
  ctx: Context,
  query: { from: string; to: string; stationId?: string | undefined },
): Promise<Utilisation> {
  const stations = (await findStations(ctx)).filter(
    (station) => !query.stationId || station.id === query.stationId,
  )
  const result: Utilisation = { chefs: [], hours: [] }
  const heat = new Map<string, HourUtilisation>()
  for (const station of stations) result.chefs.push(...(await readStation(ctx, station, query, heat)))
  result.hours = [...heat.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
  return result
}

async function readStation(
  ctx: Context,
  station: StationRow,
  query: { from: string; to: string },
  heat: Map<string, HourUtilisation>,
): Promise<ChefUtilisation[]> {
  const { timeZone } = station
  const first = Temporal.PlainDate.from(query.from)
  const last = Temporal.PlainDate.from(query.to)
  const span = {
    fromMs: first.toZonedDateTime(timeZone).epochMilliseconds,
    toMs: last.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  }
  const within = { from: instantOf(span.fromMs), to: instantOf(span.toMs) }
  const window = await readCrewWindow(ctx, { stationId: station.id, timeZone, within })
  const members = await ctx.replica
    .select({ id: chefs.id, name: chefs.name })
    .from(chefs)
    .where(eq(chefs.stationId, station.id))
    .orderBy(asc(chefs.name), asc(chefs.id))
  const taken = await readTaken(
    ctx,
    members.map(({ id }) => id),
    within,
  )
  const clock = hourClock(timeZone, datesBetween(first, last))
  return members.map(({ id, name }) => {
    const own = taken.filter((claim) => claim.chefId === id)
    const parties = own.filter(({ kind }) => kind === "booking")
    const off = own.filter(({ kind }) => kind === "time_off").map(workOf)
    const shifts = window.members.find((member) => member.id === id)?.shifts ?? []
    const offered = subtract(clip(shifts, span), off)
    const worked = clip(parties.map(workOf), span)
    addHeat(heat, clock, offered, "availableMinutes")
    addHeat(heat, clock, worked, "workedMinutes")
    return {
      chefId: id,
      name,
      stationName: station.name,
      availableMinutes: minutesOf(offered),
      workedMinutes: minutesOf(worked),
      drivingMinutes: Math.round(
        parties.reduce((sum, claim) => sum + claim.legBeforeSeconds + claim.legAfterSeconds, 0) / 60,
      ),
      parties: parties.length,
    }
  })
}

function readTaken(
  ctx: Context,
  chefIds: string[],
  within: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<ClaimRow[]> {
  if (chefIds.length === 0) return Promise.resolve([])
  return ctx.replica
    .select()
    .from(claims)
    .where(
      and(
        inArray(claims.chefId, chefIds),
        eq(claims.released, false),
        inArray(claims.kind, ["booking", "time_off"]),
        sql`${claims.work} && ${sql.param(within, claims.work)}`,
      ),
    )
}

function instantOf(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms)
}

function workOf(claim: ClaimRow): Shift {
  return { fromMs: claim.work.from.epochMilliseconds, toMs: claim.work.to.epochMilliseconds }
}

function clip(spans: readonly Shift[], { fromMs, toMs }: Shift): Shift[] {
  return spans
    .map((span) => ({ fromMs: Math.max(span.fromMs, fromMs), toMs: Math.min(span.toMs, toMs) }))
    .filter((span) => span.fromMs < span.toMs)
}

/** @returns what is left of the spans outside of the others. */
export function subtract(spans: readonly Shift[], others: readonly Shift[]): Shift[] {
  return others.reduce<Shift[]>(
    (left, other) =>
      left
        .flatMap((span) => [
          { fromMs: span.fromMs, toMs: Math.min(span.toMs, other.fromMs) },
          { fromMs: Math.max(span.fromMs, other.toMs), toMs: span.toMs },
        ])
        .filter((span) => span.fromMs < span.toMs),
    [...spans],
  )
}

function minutesOf(spans: readonly Shift[]): number {
  return Math.round(spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) / 60_000)
}

interface ClockHour extends Shift {
  weekday: number
  hour: number
}

/** Every hour of the days as the station's clock counts them; a day of a clock change has one more or one fewer. */
function hourClock(timeZone: string, dates: readonly Temporal.PlainDate[]): ClockHour[] {
  return dates.flatMap((date) => {
    const endMs = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
    const hours: ClockHour[] = []
    for (let fromMs = date.toZonedDateTime(timeZone).epochMilliseconds; fromMs < endMs; fromMs += 3_600_000) {
      const { hour, dayOfWeek: weekday } = instantOf(fromMs).toZonedDateTimeISO(timeZone)
      hours.push({ weekday, hour, fromMs, toMs: fromMs + 3_600_000 })
    }
    return hours
  })
}

function addHeat(
  heat: Map<string, HourUtilisation>,
  clock: readonly ClockHour[],
  spans: readonly Shift[],
  member: "availableMinutes" | "workedMinutes",
): void {
  const [{ fromMs: startMs } = { fromMs: 0 }] = clock
  for (const span of spans) {
    const first = Math.max(0, Math.floor((span.fromMs - startMs) / 3_600_000))
    const last = Math.ceil((span.toMs - startMs) / 3_600_000)
    for (const { weekday, hour, ...part } of clock.slice(first, last)) {
      const minutes = minutesOf(clip([span], part))
      const key = `${weekday}-${hour}`
      const cell = heat.get(key) ?? { weekday, hour, availableMinutes: 0, workedMinutes: 0 }
      if (minutes > 0) heat.set(key, { ...cell, [member]: cell[member] + minutes })
    }
  }
}
