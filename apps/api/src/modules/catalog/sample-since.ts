import { Temporal } from "#platform/time.ts"

/** Where the sample business has its desk; what begins "on January 1" begins at midnight there. */
const BUSINESS_ZONE = "America/Los_Angeles"

/** @returns since when the sample prices, rules and taxes are in force: the first of January before `now`. */
export function sampleSince(now: Temporal.Instant): Temporal.Instant {
  const { year } = now.toZonedDateTimeISO(BUSINESS_ZONE)
  return Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(BUSINESS_ZONE).toInstant()
}
