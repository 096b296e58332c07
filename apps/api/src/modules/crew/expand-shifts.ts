import { Temporal } from "#platform/time.ts"
import type { Shift } from "./judge-chef.ts"

/** Weekly hours as wall time; `toTime` at or before `fromTime` means on the next day. */
export interface WeeklyHours {
  weekday: number
  fromTime: string
  toTime: string
}

/** @returns the shifts that begin on the dates, in epoch milliseconds; a wall time in a gap moves behind it. */
export function expandShifts(
  hours: readonly WeeklyHours[],
  dates: readonly Temporal.PlainDate[],
  timeZone: string,
): Shift[] {
  return dates.flatMap((date) =>
    hours
      .filter((rule) => rule.weekday === date.dayOfWeek)
      .map((rule) => {
        const endsNextDay = rule.toTime <= rule.fromTime
        return {
          fromMs: wallTimeMs(date, rule.fromTime, timeZone),
          toMs: wallTimeMs(endsNextDay ? date.add({ days: 1 }) : date, rule.toTime, timeZone),
        }
      }),
  )
}

/** @returns all dates from the first to the last. */
export function datesBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    dates.push(date)
  return dates
}

function wallTimeMs(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
}
