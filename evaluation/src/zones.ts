import {
  findGridStart,
  gridTimes,
  instantAt,
  startsOnDate,
} from "../../apps/api/src/modules/booking/rules/start-grid.ts"
import { sampleCatalog } from "../../apps/api/src/modules/catalog/testing/sample-catalog.ts"
import { shiftExpander } from "../../apps/api/src/modules/crew/expand-shifts.ts"
import { SAMPLE_STATIONS } from "../../apps/api/src/modules/crew/sample-crew.ts"
import { Temporal } from "../../apps/api/src/platform/time.ts"
import { information, none } from "./figures.ts"
import type { Figure, Proof } from "./proof.ts"

const FIRST = "2025-01-01"
const LAST = "2036-01-01"
const DAYS_AROUND = 3
const HOUR_MS = 3_600_000
const QUARTERS = 96

interface Found {
  changes: number
  starts: number
  wallTimes: number
  shifts: number
  wrongStarts: number
  wrongWallTimes: number
  wrongShifts: number
  lostHours: number
}

/** Every change of the clocks in the zones of the stations, checked against the formatter of the runtime. */
export const zones: Proof = {
  name: "zones",
  shows: "Starts and working hours around every change of the clocks 2025–2035 in the stations' zones.",
  target: "no start shifts, no hour is lost: 0 wrong",
  async run({ progress }) {
    const found: Found = {
      changes: 0,
      starts: 0,
      wallTimes: 0,
      shifts: 0,
      wrongStarts: 0,
      wrongWallTimes: 0,
      wrongShifts: 0,
      lostHours: 0,
    }
    for (const timeZone of new Set(SAMPLE_STATIONS.map((station) => station.timeZone))) {
      progress(timeZone)
      for (const change of changesOf(timeZone)) examineChange(change, timeZone, found)
    }
    return describe(found)
  },
}

function changesOf(timeZone: string): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = []
  const last = Temporal.PlainDate.from(LAST).toZonedDateTime(timeZone)
  let at = Temporal.PlainDate.from(FIRST).toZonedDateTime(timeZone).getTimeZoneTransition("next")
  while (at && Temporal.ZonedDateTime.compare(at, last) < 0) {
    changes.push(at)
    at = at.getTimeZoneTransition("next")
  }
  return changes
}

function examineChange(change: Temporal.ZonedDateTime, timeZone: string, found: Found): void {
  found.changes += 1
  const day = change.toPlainDate()
  for (let offset = -DAYS_AROUND; offset <= DAYS_AROUND; offset += 1) {
    const date = day.add({ days: offset })
    examineStarts(date, timeZone, found)
    examineWallTimes(date, timeZone, found)
    examineShifts(date, timeZone, found)
  }
  const from = day.toZonedDateTime(timeZone).epochMilliseconds
  const to = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
  const shiftedHours = Math.abs(to - from - 24 * HOUR_MS) / HOUR_MS
  if (shiftedHours !== 1) found.lostHours += 1
}

const { scheduling } = sampleCatalog().parameters

/** An offered start shows its own wall time, and is found again by its instant. */
function examineStarts(date: Temporal.PlainDate, timeZone: string, found: Found): void {
  for (const start of startsOnDate(date, timeZone, gridTimes(scheduling))) {
    found.starts += 1
    if (!start.startsAt) {
      found.wrongStarts += 1 // no regular start lies in the hours in which clocks are changed
      continue
    }
    const shown = wallClock(start.startsAt.epochMilliseconds, timeZone)
    const again = findGridStart(start.startsAt, timeZone, scheduling)
    const isRight = shown === `${date.toString()} ${start.time}` && again?.time === start.time
    if (!isRight) found.wrongStarts += 1
  }
}

/** Every quarter of the day is one instant, or none when the runtime's formatter shows it never or twice. */
function examineWallTimes(date: Temporal.PlainDate, timeZone: string, found: Found): void {
  const shown = new Map<string, number[]>()
  const noon = Date.UTC(date.year, date.month - 1, date.day, 12)
  for (let quarter = -2 * QUARTERS; quarter <= 2 * QUARTERS; quarter += 1) {
    const ms = noon + (quarter * HOUR_MS) / 4
    const text = wallClock(ms, timeZone)
    shown.set(text, [...(shown.get(text) ?? []), ms])
  }
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    const time = Temporal.PlainTime.from("00:00")
      .add({ minutes: quarter * 15 })
      .toString({ smallestUnit: "minute" })
    const instants = shown.get(`${date.toString()} ${time}`) ?? []
    const expected = instants.length === 1 ? instants[0] : undefined
    found.wallTimes += 1
    if (instantAt(date, time, timeZone)?.epochMilliseconds !== expected) found.wrongWallTimes += 1
  }
}

/** A shift over a whole evening begins and ends at its wall times and lasts as long as the clock really ran. */
function examineShifts(date: Temporal.PlainDate, timeZone: string, found: Found): void {
  const expand = shiftExpander(timeZone)
  const hours = [
    { weekday: date.dayOfWeek, fromTime: "10:00", toTime: "23:30" },
    { weekday: date.dayOfWeek, fromTime: "00:30", toTime: "10:00" },
  ]
  const next = date.add({ days: 1 }).toString()
  const night = expand([{ weekday: date.dayOfWeek, fromTime: "22:00", toTime: "05:00" }], [date])
  const day = expand(hours, [date])
  const wanted = [
    [`${date.toString()} 10:00`, `${date.toString()} 23:30`],
    [`${date.toString()} 00:30`, `${date.toString()} 10:00`],
    [`${date.toString()} 22:00`, `${next} 05:00`],
  ]
  for (const [index, shift] of [...day, ...night].entries()) {
    found.shifts += 1
    const [from, to] = wanted[index] ?? []
    const isRight = wallClock(shift.fromMs, timeZone) === from && wallClock(shift.toMs, timeZone) === to
    if (!isRight) found.wrongShifts += 1
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall clock by the runtime's own formatter, which shares no code with the Temporal that is examined. */
function wallClock(ms: number, timeZone: string): string {
  const known =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
  formats.set(timeZone, known)
  return known.format(ms)
}

function describe(found: Found): Figure[] {
  return [
    information("changes of the clocks", found.changes),
    information(
      "starts / wall times / shifts around them",
      `${found.starts} / ${found.wallTimes} / ${found.shifts}`,
    ),
    none("starts that show another wall time", found.wrongStarts),
    none("wall times read otherwise than the clock shows them", found.wrongWallTimes),
    none("shifts that begin or end at another time", found.wrongShifts),
    none("changes that are not of one hour", found.lostHours),
  ]
}
