import { z } from "zod"

/** An instant in UTC, RFC 3339 with `Z`. */
export const InstantText = z.iso.datetime({ offset: false })
/** A calendar date, `2026-12-12`. */
export const DateText = z.iso.date(
  "There is no such day; write the date as YYYY-MM-DD, for example 2026-12-31.",
)
/** A month, `2026-12`. */
export const MonthText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Write the month as YYYY-MM, for example 2026-12.")
/** A wall-clock time, `18:00`. */
export const TimeText = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as HH:MM, for example 18:00.")
/** An IANA zone, `America/Los_Angeles`. */
export const TimeZoneId = z.string().regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/)
