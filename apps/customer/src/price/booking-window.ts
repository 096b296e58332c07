import { Temporal } from "temporal-polyfill"

/** @returns the first and the last day that one can book, as dates at the place. */
export function bookingWindow(
  now: Temporal.Instant,
  timeZone: string,
  limits: { leadHours: number; bookableDays: number },
): { first: string; last: string } {
  const first = now.add({ hours: limits.leadHours }).toZonedDateTimeISO(timeZone).toPlainDate()
  const last = now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: limits.bookableDays })
  return { first: first.toString(), last: last.toString() }
}

/** @returns the date moved by days, kept within the window. */
export function moveDate(date: string, days: number, window: { first: string; last: string }): string {
  const moved = Temporal.PlainDate.from(date).add({ days }).toString()
  if (moved < window.first) return window.first
  if (moved > window.last) return window.last
  return moved
}
