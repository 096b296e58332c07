import { Temporal } from "#platform/time.ts"

const OPENS_AT_HOUR = 8
const CLOSES_AT_HOUR = 21

/**
 * @returns the first instant from `now` on at which a text may go out where the recipient is: from 8 to before 21
 * o'clock by the clock on the wall, also on the days when it is changed.
 */
export function firstAllowed(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const local = now.toZonedDateTimeISO(timeZone)
  if (local.hour >= OPENS_AT_HOUR && local.hour < CLOSES_AT_HOUR) return now
  const day = local.hour < OPENS_AT_HOUR ? local.toPlainDate() : local.toPlainDate().add({ days: 1 })
  const opening = new Temporal.PlainTime(OPENS_AT_HOUR)
  return day.toZonedDateTime({ timeZone, plainTime: opening }).toInstant()
}
