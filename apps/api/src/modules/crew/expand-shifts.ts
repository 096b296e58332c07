import { Temporal } from "#platform/time.ts"
import type { Shift } from "./judge-chef.ts"

/** Weekly hours as wall time; `toTime` at or before `fromTime` means on the next day. */
export interface WeeklyHours {
  weekday: number
  fromTime: string
  toTime: string
}

/** Other hours of single days, by date; `to` at or before `from` means on the next day. */
export type OtherHours = ReadonlyMap<string, readonly { from: string; to: string }[]>

export type ShiftExpander = (
  hours: readonly WeeklyHours[],
  dates: readonly Temporal.PlainDate[],
  other?: OtherHours,
) => Shift[]

/** Reads weekly hours in one zone; it remembers wall times, which the chefs of a station share. */
export function shiftExpander(timeZone: string): ShiftExpander {
  const known = new Map<string, number>()
  const wallTimeMs = (date: Temporal.PlainDate, time: string): number => {
    const key = `${date.toString()}T${time}`
    const ms = known.get(key) ?? date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
    known.set(key, ms)
    return ms
  }
  const shiftOn = (date: Temporal.PlainDate, from: string, to: string): Shift => ({
    fromMs: wallTimeMs(date, from),
    toMs: wallTimeMs(to <= from ? date.add({ days: 1 }) : date, to),
  })
  /** @returns the shifts that begin on the dates, in epoch milliseconds; a wall time in a gap moves behind it. */
  return (hours, dates, other) =>
    dates.flatMap((date) => {
      const ofDay = other?.get(date.toString())
      if (ofDay) return ofDay.map(({ from, to }) => shiftOn(date, from, to))
      return hours
        .filter((rule) => rule.weekday === date.dayOfWeek)
        .map((rule) => shiftOn(date, rule.fromTime, rule.toTime))
    })
}

/** @returns how many hours of work the weekly hours make, as the clock on the wall counts them. */
export function sumWeeklyHours(hours: readonly WeeklyHours[]): number {
  return hours.reduce((sum, { fromTime, toTime }) => {
    const length = hourOf(toTime) - hourOf(fromTime)
    return sum + (length > 0 ? length : length + 24)
  }, 0)
}

function hourOf(time: string): number {
  const [hours, minutes] = time.split(":")
  return Number(hours) + Number(minutes) / 60
}

/** @returns all dates from the first to the last. */
export function datesBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    dates.push(date)
  return dates
}
