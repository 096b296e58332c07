"use client"
import { useSyncExternalStore } from "react"
import { classNames } from "./class-names.ts"

export type TimeTextStyle = "date" | "time" | "date-time" | "short"

const shapes: Record<TimeTextStyle, Intl.DateTimeFormatOptions> = {
  date: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  "date-time": {
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
  },
  short: { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" },
}

/**
 * @returns the instant in the place's zone, as people write it: `Saturday, December 12, 2026 at 6:00 PM PST`.
 * @throws RangeError on text that is no instant or no zone.
 */
export function formatInstant(
  instant: string,
  timeZone: string,
  shape: TimeTextStyle,
  withZone: boolean,
): string {
  const zone = withZone && shape !== "date" ? { timeZoneName: "short" as const } : {}
  const text = new Intl.DateTimeFormat("en-US", { ...shapes[shape], ...zone, timeZone }).format(
    new Date(instant),
  )
  // Servers and browsers carry different spaces before AM/PM; one of them avoids a hydration mismatch.
  return text.replaceAll("\u202f", " ")
}

// A time is not parted from its AM/PM and zone at the end of a line, nor a day from its month.
const keepTogether = (text: string) =>
  text
    .replace(/(\d) ([AP]M)/, "$1\u00a0$2")
    .replace(/([AP]M) /, "$1\u00a0")
    .replace(/([a-z]) (\d{1,2},)/, "$1\u00a0$2")

const never = () => () => {}
const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** An instant in the place's zone; the zone is named unless it is the viewer's own. */
export function TimeText({
  instant,
  timeZone,
  shape = "date-time",
  className,
}: {
  instant: string
  timeZone: string
  shape?: TimeTextStyle
  className?: string
}) {
  const zone = useSyncExternalStore(never, viewerZone, () => "")
  return (
    <time dateTime={instant} className={classNames("tabular-nums", className)}>
      {keepTogether(formatInstant(instant, timeZone, shape, zone !== timeZone))}
    </time>
  )
}
