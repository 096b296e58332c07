import type { Temporal } from "#platform/time.ts"

const formats = new Map<string, Intl.DateTimeFormat>()

/** @returns a start as people write it at the party, for example `Saturday, December 12, 2026 at 6:00 PM PST`. */
export function formatStart(startsAt: Temporal.Instant, timeZone: string): string {
  const format = formats.get(timeZone) ?? makeFormat(timeZone)
  formats.set(timeZone, format)
  return format.format(startsAt.epochMilliseconds).replaceAll("\u202f", " ")
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  })
}
