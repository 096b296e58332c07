import { customType } from "drizzle-orm/pg-core"
import { Temporal } from "#platform/time.ts"

/** An instant in UTC: `timestamptz` in the database, `Temporal.Instant` in code. */
export const instant = customType<{ data: Temporal.Instant; driverData: string | Date }>({
  dataType: () => "timestamp with time zone",
  toDriver: (value) => value.toString(),
  fromDriver: (value) =>
    value instanceof Date ? Temporal.Instant.fromEpochMilliseconds(value.getTime()) : parseInstant(value),
})

const UTC_TEXT = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?\+00$/

/** Reads PostgreSQL's text; what is in UTC with at most milliseconds, as nearly all is, takes a short way. */
export function parseInstant(text: string): Temporal.Instant {
  const parts = UTC_TEXT.exec(text)
  if (!parts) return Temporal.Instant.from(text.replace(" ", "T"))
  const [, year, month, day, hour, minute, second, fraction = ""] = parts
  return Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
      Number(fraction.padEnd(3, "0")),
    ),
  )
}

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
  return parseInstant(text.replaceAll('"', ""))
}

/** Raw bytes: `bytea` in the database. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
})
