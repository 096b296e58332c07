import type { Temporal } from "#platform/time.ts"

/** @returns the hours of the latest reminder whose time has come, or null while all lie ahead. */
export function reminderDue(hoursLeft: number, marks: readonly number[]): number | null {
  const passed = marks.filter((mark) => hoursLeft <= mark)
  return passed.length > 0 ? Math.min(...passed) : null
}

const THANKS_FROM_HOUR = 10

/** @returns whether it is the day after the party, or later, at an hour at which people like to get mail. */
export function isTimeForThanks(endedAt: Temporal.Instant, timeZone: string, now: Temporal.Instant): boolean {
  const morning = endedAt
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: { hour: THANKS_FROM_HOUR } })
  return now.epochMilliseconds >= morning.epochMilliseconds
}
