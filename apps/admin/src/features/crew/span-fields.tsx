"use client"

import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { addDays } from "@/time/format-time.ts"
import { instantIn } from "@/time/instant-in.ts"

export interface WallSpan {
  firstDay: string
  lastDay: string
  /** Empty for the whole day. */
  fromTime: string
  toTime: string
}

export const emptySpan: WallSpan = { firstDay: "", lastDay: "", fromTime: "", toTime: "" }

/** @returns the span as instants in the zone, or null while a day is missing. */
export function readWallSpan(span: WallSpan, timeZone: string): { from: string; to: string } | null {
  if (!span.firstDay) return null
  const lastDay = span.lastDay || span.firstDay
  return {
    from: instantIn(span.firstDay, span.fromTime || "00:00", timeZone),
    to: span.toTime
      ? instantIn(lastDay, span.toTime, timeZone)
      : instantIn(addDays(lastDay, 1), "00:00", timeZone),
  }
}

/** Days, and times for parts of days. */
export function WallSpanFields({
  span,
  onChange,
  error,
}: {
  span: WallSpan
  onChange: (span: WallSpan) => void
  error?: string | undefined
}) {
  const field = (label: string, name: keyof WallSpan, type: "date" | "time", problem?: string) => (
    <Field label={label} error={problem}>
      <Input
        type={type}
        value={span[name]}
        onChange={(event) => onChange({ ...span, [name]: event.currentTarget.value })}
      />
    </Field>
  )
  return (
    <div className="grid grid-cols-2 gap-3">
      {field("First day", "firstDay", "date", error)}
      {field("From (empty: all day)", "fromTime", "time")}
      {field("Last day", "lastDay", "date")}
      {field("Until (empty: all day)", "toTime", "time")}
    </div>
  )
}
