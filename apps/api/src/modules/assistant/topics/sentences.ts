import { dateText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"

/** @returns the public message of a refusal as a whole sentence. */
export function asSentence(message: string): string {
  const text = message.trim()
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** @returns a calendar date as `Saturday, December 12, 2026`. */
export function longDate(date: string): string {
  return dateText(Temporal.PlainDateTime.from(`${date}T12:00`).toZonedDateTime("UTC").toInstant(), "UTC")
}
