import {
  type Availability,
  type AvailabilityDay,
  AvailabilityQuery,
  type StartRule,
} from "@myhibachi/contract/availability"
import type { PolicyParameters } from "@myhibachi/contract/catalog"
import type { Durations } from "@myhibachi/contract/quote"
import type { z } from "zod"
import { currentPolicies } from "#modules/catalog/index.ts"
import {
  type ChefVerdict,
  type CrewWindow,
  datesBetween,
  judgeCrew,
  presentStation,
  readCrewWindow,
  requireStation,
  type StationRow,
} from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import type { Point } from "#providers/maps/port.ts"
import { locateParty } from "./locate-party.ts"
import { parseInput } from "./parse-input.ts"
import { readQuoteToken } from "./quote-party.ts"
import { requireQuote } from "./read-quote.ts"
import { sentenceFor } from "./refuse-start.ts"
import { checkGuests } from "./rules/count-guests.ts"
import { chefsNeeded, durationsFor, guestsPerChef, workMilliseconds } from "./rules/plan-crew.ts"
import { type GridStart, gridTimes, judgeTime, startsOnDate } from "./rules/start-grid.ts"

const MOST_DAYS = 62

/** Where a party is and how far its station drives. */
export interface PartyTarget {
  station: StationRow
  point: Point | null
  stationLegSeconds: number
}

export interface StartSearch {
  target: PartyTarget
  chefs: number
  guestsPerChef: number
  durations: Durations
  dates: Temporal.PlainDate[]
  scheduling: PolicyParameters["scheduling"]
  ignoreBookingId?: string | undefined
}

export interface JudgedStart extends GridStart {
  rule: StartRule | null
  verdicts: ChefVerdict[]
  chefsFree: number
}

/**
 * Finds the starts that can be booked for a party, on one day or a range of days.
 * @throws AppError "guests-…", "range-invalid", "address-missing", and as locateParty.
 */
export async function findAvailability(ctx: Context, input: AvailabilityQuery): Promise<Availability> {
  const search = await readSearch(ctx, parseInput(AvailabilityQuery, input))
  const days = await findDays(ctx, search)
  return {
    station: presentStation(search.target.station),
    timeZone: search.target.station.timeZone,
    chefsNeeded: search.chefs,
    durations: search.durations,
    days,
  }
}

/** @returns the search for a party of these guests at this place. @throws as findAvailability. */
export async function readSearch(
  ctx: Context,
  query: z.output<typeof AvailabilityQuery>,
): Promise<StartSearch> {
  const { parameters } = await currentPolicies(ctx)
  const guests = { adults: query.adults, children: query.children, littleOnes: query.littleOnes }
  checkGuests(guests, parameters.guests)
  const chefs = chefsNeeded(guests, parameters.scheduling)
  return {
    dates: readDates(query.from, query.to ?? query.from),
    target: await findTarget(ctx, query),
    chefs,
    guestsPerChef: guestsPerChef(guests, chefs),
    durations: durationsFor(guests, parameters.scheduling),
    scheduling: parameters.scheduling,
  }
}

/** @returns the days of a range. @throws AppError "range-invalid". */
export function readDates(from: string, to: string): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const days = first.until(last).days
  if (days >= 0 && days < MOST_DAYS) return datesBetween(first, last)
  throw invalidField("/to", `Take a last day up to ${MOST_DAYS - 1} days after the first.`, "range-invalid")
}

async function findTarget(ctx: Context, query: z.output<typeof AvailabilityQuery>): Promise<PartyTarget> {
  if (query.quoteToken) {
    const { inputs } = (await requireQuote(ctx, { quoteId: readQuoteToken(ctx, query.quoteToken) })).revision
    if (inputs.place && inputs.travel?.stationId) {
      const station = await requireStation(ctx, inputs.travel.stationId)
      return { station, point: inputs.place, stationLegSeconds: inputs.travel.drivingSeconds ?? 0 }
    }
  }
  if (query.address) {
    const { station, place, travel } = await locateParty(ctx, query.address)
    return { station, point: place, stationLegSeconds: travel.drivingSeconds ?? 0 }
  }
  if (query.stationId)
    return { station: await requireStation(ctx, query.stationId), point: null, stationLegSeconds: 0 }
  throw invalidField(
    "/address",
    "Give the address of the party, its city or its ZIP code.",
    "address-missing",
  )
}

/** @returns the bookable starts by day. */
export async function findDays(ctx: Context, search: StartSearch): Promise<AvailabilityDay[]> {
  return presentDays(await judgeStarts(ctx, search), search)
}

/** @returns whether the error says that somebody else has the start. */
export function isStartTaken(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "start-taken"
}

/** @returns the refusal with the other starts of the search's first day. */
export async function withOtherStarts(ctx: Context, error: AppError, search: StartSearch): Promise<AppError> {
  const [day] = await findDays(ctx, search)
  const extra = { otherStarts: day?.starts ?? [] }
  return new AppError("conflict", error.code, error.message, extra, { cause: error })
}

/** Judges every start of the dates, in order of time. */
export async function judgeStarts(ctx: Context, search: StartSearch): Promise<JudgedStart[]> {
  const times = gridTimes(search.scheduling)
  const { timeZone } = search.target.station
  return judgeAll(
    ctx,
    search,
    search.dates.flatMap((date) => startsOnDate(date, timeZone, times)),
  )
}

/** Judges these starts, all of them on the dates of the search. */
export async function judgeAll(
  ctx: Context,
  search: StartSearch,
  starts: readonly GridStart[],
): Promise<JudgedStart[]> {
  const { target, dates } = search
  const [first] = dates
  const last = dates.at(-1)
  if (!first || !last) return []
  const { timeZone } = target.station
  const window = await readCrewWindow(ctx, {
    stationId: target.station.id,
    timeZone,
    within: {
      from: first.toZonedDateTime(timeZone).toInstant(),
      to: last.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
    },
    ignoreBookingId: search.ignoreBookingId,
  })
  return starts.map((start) => judgeStart(start, search, window, ctx.now()))
}

function judgeStart(
  start: GridStart,
  search: StartSearch,
  window: CrewWindow,
  now: Temporal.Instant,
): JudgedStart {
  const refused = (rule: StartRule): JudgedStart => ({ ...start, rule, verdicts: [], chefsFree: 0 })
  if (!start.startsAt) return refused("clock-change")
  const timeRule = judgeTime(start.startsAt, now, search.scheduling)
  if (timeRule) return refused(timeRule)
  const { workFromMs, workToMs } = workMilliseconds(start.startsAt, search.durations)
  if (window.blackouts.some((closed) => closed.fromMs < workToMs && workFromMs < closed.toMs))
    return refused("blackout")
  const { stationLegSeconds, point } = search.target
  const { guestsPerChef } = search
  const verdicts = judgeCrew(window, { workFromMs, workToMs, stationLegSeconds, point, guestsPerChef })
  const chefsFree = verdicts.filter((verdict) => verdict.rule === null).length
  const rule = chefsFree >= search.chefs ? null : mainRule(verdicts, search.chefs)
  return { ...start, rule, verdicts, chefsFree }
}

/** The rule that refuses most chefs stands for the start. */
function mainRule(verdicts: ChefVerdict[], chefs: number): StartRule {
  if (verdicts.length < chefs) return "not-enough-chefs"
  const counts = new Map<StartRule, number>()
  for (const { rule } of verdicts) if (rule) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const [most] = [...counts].sort((left, right) => right[1] - left[1])
  return most?.[0] ?? "not-enough-chefs"
}

/** @returns the bookable starts by day, with the reason where there is none. */
function presentDays(judged: readonly JudgedStart[], search: StartSearch): AvailabilityDay[] {
  // The starts of a day share its date object, which spares a month of comparisons of dates.
  const byDate = Map.groupBy(judged, (start) => start.date)
  return search.dates.map((date) => {
    const ofDay = byDate.get(date) ?? []
    const starts = ofDay.flatMap(({ rule, startsAt, time, slot }) =>
      rule === null && startsAt
        ? [{ startsAt: startsAt.toString(), time, slot, isRegular: time === slot }]
        : [],
    )
    const refused = ofDay.findLast((start) => start.rule !== null)
    return {
      date: date.toString(),
      starts,
      closedBecause:
        starts.length === 0 && refused?.rule ? sentenceFor(refused.rule, search.scheduling) : null,
    }
  })
}
