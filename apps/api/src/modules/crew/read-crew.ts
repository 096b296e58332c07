import type { StartRule } from "@myhibachi/contract/availability"
import type { ChefGrade } from "@myhibachi/contract/crew"
import { and, asc, between, eq, gt, inArray, isNull, lt, ne, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import type { Temporal } from "#platform/time.ts"
import { estimateDistance } from "#providers/maps/great-circle.ts"
import type { Point } from "#providers/maps/port.ts"
import { datesBetween, type ShiftExpander, shiftExpander, sumWeeklyHours } from "./expand-shifts.ts"
import { type ChefTime, type ClaimStop, judgeChef } from "./judge-chef.ts"
import { type ChefLimits, dayAround, judgeLimits } from "./judge-limits.ts"
import { blackouts, chefs, claims, exceptions, grades, workingHours } from "./tables.ts"

export interface CrewMember extends ChefLimits, ChefTime {
  id: string
  name: string
  grade: ChefGrade
  /** Told to nobody but the payroll. */
  payPerAdultCents: number
  home: Point | null
  weeklyHours: number
  /** When the chef joined, in epoch milliseconds. */
  sinceMs: number
  stops: ClaimStop[]
}

/** What a station's chefs do in a span of time. */
export interface CrewWindow {
  members: CrewMember[]
  /** Local midnights in order, in epoch milliseconds. */
  midnightsMs: number[]
  blackouts: { fromMs: number; toMs: number; reason: string }[]
}

export interface CrewWindowQuery {
  stationId: string
  timeZone: string
  within: Span
  /** Whose claims count as free, for moving a party. */
  ignoreBookingId?: string | undefined
}

// The longest drive home and the longest party lie well within a day on either side.
const MARGIN = { hours: 24 }

/** Reads the station's chefs, their shifts and claims around the span; claims that have expired do not count. */
export async function readCrewWindow(ctx: Context, query: CrewWindowQuery): Promise<CrewWindow> {
  const wide = { from: query.within.from.subtract(MARGIN), to: query.within.to.add(MARGIN) }
  const members = await ctx.db
    .select({ chef: chefs, payPerAdultCents: grades.payPerAdultCents })
    .from(chefs)
    .innerJoin(grades, eq(grades.grade, chefs.grade))
    .where(and(eq(chefs.stationId, query.stationId), eq(chefs.isActive, true)))
    .orderBy(asc(chefs.id))
  const ids = members.map(({ chef }) => chef.id)
  const stops = ids.length > 0 ? await readLiveStops(ctx, ids, wide, query.ignoreBookingId) : null
  const dates = datesBetween(localDate(wide.from, query.timeZone), localDate(wide.to, query.timeZone))
  const hours = await readHours(ctx, ids, dates)
  const expandShifts = shiftExpander(query.timeZone)
  return {
    members: members.map(({ chef, payPerAdultCents }) => {
      const rules = hours.weekly.filter((rule) => rule.chefId === chef.id)
      return {
        id: chef.id,
        name: chef.name,
        grade: chef.grade,
        payPerAdultCents,
        maxGuests: chef.maxGuests,
        maxPartiesPerDay: chef.maxPartiesPerDay,
        home: pointOf(chef.homeLatitude, chef.homeLongitude),
        weeklyHours: sumWeeklyHours(rules),
        sinceMs: chef.createdAt.epochMilliseconds,
        ...shiftsOf(
          rules,
          hours.days.filter((day) => day.chefId === chef.id),
          dates,
          expandShifts,
        ),
        stops: stops?.get(chef.id) ?? [],
      }
    }),
    midnightsMs: dates.map((date) => date.toZonedDateTime(query.timeZone).epochMilliseconds),
    blackouts: await readBlackouts(ctx, query.stationId, wide),
  }
}

interface CrewHours {
  weekly: (typeof workingHours.$inferSelect)[]
  days: (typeof exceptions.$inferSelect)[]
}

async function readHours(ctx: Context, chefIds: string[], dates: Temporal.PlainDate[]): Promise<CrewHours> {
  const [first] = dates
  const last = dates.at(-1)
  if (chefIds.length === 0 || !first || !last) return { weekly: [], days: [] }
  const isOfDays = between(exceptions.date, first.toString(), last.toString())
  return {
    weekly: await ctx.db.select().from(workingHours).where(inArray(workingHours.chefId, chefIds)),
    days: await ctx.db
      .select()
      .from(exceptions)
      .where(and(inArray(exceptions.chefId, chefIds), isOfDays)),
  }
}

/** The chef's shifts as they are, and as they would be without the exceptions of single days. */
function shiftsOf(
  weekly: CrewHours["weekly"],
  days: CrewHours["days"],
  dates: Temporal.PlainDate[],
  expand: ShiftExpander,
) {
  const usualShifts = expand(weekly, dates)
  if (days.length === 0) return { shifts: usualShifts, usualShifts }
  const other = new Map(days.map((day) => [day.date, day.hours]))
  return { shifts: expand(weekly, dates, other), usualShifts }
}

export type ClaimRow = typeof claims.$inferSelect

/** Only what judging needs, as numbers: a month of a crew has hundreds of claims, each with seven instants. */
const stopColumns = {
  chefId: claims.chefId,
  claimId: claims.id,
  kind: claims.kind,
  workFromMs: sql<number>`(extract(epoch from lower(${claims.work})) * 1000)::double precision`,
  workToMs: sql<number>`(extract(epoch from upper(${claims.work})) * 1000)::double precision`,
  homeLegSeconds: claims.homeLegSeconds,
  latitude: claims.latitude,
  longitude: claims.longitude,
}

async function readLiveStops(
  ctx: Context,
  chefIds: string[],
  within: Span,
  ignoreBookingId?: string,
): Promise<Map<string, ClaimStop[]>> {
  const rows = await ctx.db
    .select(stopColumns)
    .from(claims)
    .where(
      and(
        inArray(claims.chefId, chefIds),
        eq(claims.released, false),
        sql`${claims.during} && ${sql.param(within, claims.during)}`,
        or(isNull(claims.expiresAt), gt(claims.expiresAt, ctx.now())),
        ignoreBookingId ? or(isNull(claims.bookingId), ne(claims.bookingId, ignoreBookingId)) : undefined,
      ),
    )
    .orderBy(sql`lower(${claims.work})`)
  const stops = new Map<string, ClaimStop[]>()
  for (const { chefId, kind, latitude, longitude, ...times } of rows) {
    const stop = { ...times, kind, isParty: isParty(kind), point: pointOf(latitude, longitude) }
    const ofChef = stops.get(chefId)
    if (ofChef) ofChef.push(stop)
    else stops.set(chefId, [stop])
  }
  return stops
}

/** @returns the claim as a stop of the chef's day. */
export function toStop(claim: ClaimRow): ClaimStop {
  return {
    claimId: claim.id,
    kind: claim.kind,
    isParty: isParty(claim.kind),
    workFromMs: claim.work.from.epochMilliseconds,
    workToMs: claim.work.to.epochMilliseconds,
    homeLegSeconds: claim.homeLegSeconds,
    point: pointOf(claim.latitude, claim.longitude),
  }
}

function isParty(kind: ClaimRow["kind"]): boolean {
  return kind === "booking" || kind === "hold"
}

async function readBlackouts(
  ctx: Context,
  stationId: string,
  within: Span,
): Promise<CrewWindow["blackouts"]> {
  const rows = await ctx.db
    .select()
    .from(blackouts)
    .where(
      and(
        isNull(blackouts.removedAt),
        or(isNull(blackouts.stationId), eq(blackouts.stationId, stationId)),
        lt(blackouts.fromAt, within.to),
        gt(blackouts.toAt, within.from),
      ),
    )
  return rows.map((row) => ({
    fromMs: row.fromAt.epochMilliseconds,
    toMs: row.toAt.epochMilliseconds,
    reason: row.reason,
  }))
}

/** A party to be placed; the drive is from the station, for chefs who start there. */
export interface PartyStop {
  workFromMs: number
  workToMs: number
  stationLegSeconds: number
  point: Point | null
  /** How many one chef cooks for. */
  guestsPerChef: number
}

export interface ChefVerdict {
  chefId: string
  name: string
  homeLegSeconds: number
  /** Null when the chef is free. */
  rule: StartRule | null
}

/** @returns for every chef of the window whether the party fits, and which rule refuses it. */
export function judgeCrew(window: CrewWindow, party: PartyStop): ChefVerdict[] {
  const day = dayAround(window.midnightsMs, party.workFromMs)
  return window.members.map((member) => {
    const homeLegSeconds =
      member.home && party.point
        ? estimateDistance(member.home, party.point).seconds
        : party.stationLegSeconds
    return {
      chefId: member.id,
      name: member.name,
      homeLegSeconds,
      rule: judgeChef({ ...party, homeLegSeconds }, member) ?? judgeLimits(party.guestsPerChef, day, member),
    }
  })
}

/** @returns the point, or null without one. */
export function pointOf(latitude: number | null, longitude: number | null): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

function localDate(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate()
}
