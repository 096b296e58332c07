import {
  type AvailabilityExplanation,
  ExplainQuery,
  type NextStarts,
  NextStartsQuery,
  type StartRule,
} from "@myhibachi/contract/availability"
import { presentStation } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import {
  findDays,
  type JudgedStart,
  judgeAll,
  judgeStarts,
  readSearch,
  type StartSearch,
} from "./find-availability.ts"
import { parseInput } from "./parse-input.ts"
import { sentenceFor } from "./refuse-start.ts"
import { gridTimes, instantAt } from "./rules/start-grid.ts"

/**
 * Names, for every start of the range, the rule that refuses it; with `time` for that wall time alone, also when no
 * party starts then. @throws as findAvailability.
 */
export async function explainAvailability(
  ctx: Context,
  input: ExplainQuery,
): Promise<AvailabilityExplanation> {
  const { time, ...query } = parseInput(ExplainQuery, input)
  const search = await readSearch(ctx, query)
  const judged = time ? await judgeWallTime(ctx, search, time) : await judgeStarts(ctx, search)
  return {
    ...describe(search),
    starts: judged.map((start) => ({
      startsAt: start.startsAt?.toString() ?? null,
      date: start.date.toString(),
      time: start.time,
      slot: start.slot || null,
      isOffered: start.rule === null,
      chefsFree: start.chefsFree,
      rule: start.rule,
      detail: start.rule ? sentenceFor(start.rule, search.scheduling) : "This start can be booked.",
      chefs: start.verdicts.map(({ chefId, name, rule }) => ({ chefId, name, rule })),
    })),
  }
}

/** Off the grid the grid is the reason, unless a rule of time or the clock refuses first. */
async function judgeWallTime(ctx: Context, search: StartSearch, time: string) {
  const { timeZone } = search.target.station
  const slot = gridTimes(search.scheduling).find((start) => start.time === time)?.slot
  const starts = search.dates.map((date) => ({
    date,
    time,
    slot: slot ?? "",
    startsAt: instantAt(date, time, timeZone),
  }))
  const judged = await judgeAll(ctx, search, starts)
  if (slot) return judged
  return judged.map((start) => (start.rule && BEFORE_THE_GRID.has(start.rule) ? start : offGrid(start)))
}

const BEFORE_THE_GRID = new Set<StartRule>(["past", "lead-time", "too-far-ahead", "clock-change"])

function offGrid(start: JudgedStart): JudgedStart {
  return { ...start, rule: "not-a-start", verdicts: [], chefsFree: 0 }
}

function describe(search: StartSearch) {
  const { station } = search.target
  return {
    station: presentStation(station),
    timeZone: station.timeZone,
    chefsNeeded: search.chefs,
    durations: search.durations,
  }
}

const DAYS_AT_ONCE = 14

/** Finds the first starts that can be booked, as far ahead as the calendar is open. @throws as findAvailability. */
export async function findNextStarts(ctx: Context, input: NextStartsQuery): Promise<NextStarts> {
  const { limit, regular, from, ...query } = parseInput(NextStartsQuery, input)
  const today = ctx.now().toZonedDateTimeISO("UTC").toPlainDate()
  const first = from ? Temporal.PlainDate.from(from) : today.subtract({ days: 1 })
  const search = await readSearch(ctx, { ...query, from: first.toString() })
  const lastDay = today.add({ days: search.scheduling.bookableDays })
  const starts: NextStarts["starts"] = []
  for (
    let date = first;
    Temporal.PlainDate.compare(date, lastDay) <= 0;
    date = date.add({ days: DAYS_AT_ONCE })
  ) {
    const dates = Array.from({ length: DAYS_AT_ONCE }, (_, day) => date.add({ days: day }))
    const days = await findDays(ctx, { ...search, dates })
    for (const day of days)
      for (const start of day.starts)
        if (start.isRegular || regular === "false") starts.push({ ...start, date: day.date })
    if (starts.length >= limit) break
  }
  return { ...describe(search), starts: starts.slice(0, limit) }
}
