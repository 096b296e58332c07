"use client"

import { formatInstant, type TimeTextStyle } from "@myhibachi/ui/time-text"
import { useSyncExternalStore } from "react"

const never = () => () => {}
const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** An instant that belongs to no place (a log line, a session), in the viewer's own zone. */
export function WhenText({ instant, shape = "short" }: { instant: string; shape?: TimeTextStyle }) {
  const zone = useSyncExternalStore(never, viewerZone, () => "UTC")
  return (
    <time
      dateTime={instant}
      title={formatInstant(instant, zone, "date-time", true)}
      className="whitespace-nowrap tabular-nums"
    >
      {formatInstant(instant, zone, shape, false)}
    </time>
  )
}
