import { customType } from "drizzle-orm/pg-core"
import { Temporal } from "#platform/time.ts"

/** An instant in UTC: `timestamptz` in the database, `Temporal.Instant` in code. */
export const instant = customType<{ data: Temporal.Instant; driverData: string | Date }>({
  dataType: () => "timestamp with time zone",
  toDriver: (value) => value.toString(),
  fromDriver: (value) =>
    value instanceof Date
      ? Temporal.Instant.fromEpochMilliseconds(value.getTime())
      : Temporal.Instant.from(value.replace(" ", "T")),
})

/** A half-open span of instants: `tstzrange` `[from, to)`. */
export interface Span {
  from: Temporal.Instant
  to: Temporal.Instant
}

export const span = customType<{ data: Span; driverData: string }>({
  dataType: () => "tstzrange",
  toDriver: (value) => `[${value.from.toString()},${value.to.toString()})`,
  fromDriver: (value) => parseSpan(value),
})

function parseSpan(text: string): Span {
  const [from, to] = text.slice(1, -1).split(",")
  if (!from || !to) throw new Error(`The span ${text} has an open end.`)
  return { from: parseBound(from), to: parseBound(to) }
}

function parseBound(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replaceAll('"', "").replace(" ", "T"))
}
