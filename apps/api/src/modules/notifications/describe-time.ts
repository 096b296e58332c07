import { Temporal } from "#platform/time.ts"

/** @returns the moment as people at the place say it, always with the zone: `Saturday, December 12, 2026 at 6:00 PM PST`. */
export function describeTime(instant: Temporal.Instant | string, timeZone: string): string {
  const { epochMilliseconds } = Temporal.Instant.from(instant)
  return new Intl.DateTimeFormat("en-US", {
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  })
    .format(epochMilliseconds)
    .replaceAll("\u202f", " ")
}
