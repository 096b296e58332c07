/** @returns `Sat, Dec 12` of a calendar date, which has no zone. */
export function shortDay(date: string): string {
  return formatDay(date, { weekday: "short", month: "short", day: "numeric" })
}

/** @returns `Saturday, December 12, 2026` of a calendar date. */
export function longDay(date: string): string {
  return formatDay(date, { weekday: "long", month: "long", day: "numeric", year: "numeric" })
}

function formatDay(date: string, shape: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-US", { ...shape, timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`))
}

/** @returns the calendar date `days` later (or earlier). */
export function addDays(date: string, days: number): string {
  const noon = new Date(`${date}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() + days)
  return noon.toISOString().slice(0, 10)
}

/** @returns the Monday of the date's week. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return addDays(date, -((weekday + 6) % 7))
}

/** @returns the calendar date at the instant in the zone, `2026-12-12`. */
export function dateIn(instant: string | number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(instant))
}

/** @returns today's calendar date in the zone, by the clock of this device. */
export function todayIn(timeZone: string): string {
  return dateIn(Date.now(), timeZone)
}

/** @returns hours since that calendar date's midnight in the zone; below 0 or above 24 on other days. */
export function hoursOfDay(instant: string, date: string, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date(instant))
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const days = (Date.parse(dateIn(instant, timeZone)) - Date.parse(date)) / 86_400_000
  return days * 24 + number("hour") + number("minute") / 60
}

/** @returns `6:00 PM` in the zone. */
export function clockIn(instant: string, timeZone: string): string {
  const text = new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", minute: "2-digit" }).format(
    new Date(instant),
  )
  // Servers and browsers carry different spaces before AM/PM.
  return text.replaceAll(" ", " ")
}

/** @returns the zone's short name at that instant, `PST`. */
export function zoneName(timeZone: string, instant: string | number): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "short" }).formatToParts(
    new Date(instant),
  )
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone
}

/** @returns `850 ms`, `2.4 s`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`
  return `${(ms / 1000).toFixed(1)} s`
}

/** @returns `18:00` in the zone, as a time input takes it. */
export function clockIn24(instant: string | number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant))
}
