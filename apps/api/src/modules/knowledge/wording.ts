import { formatMoney } from "@myhibachi/contract/money"
import type { Temporal } from "#platform/time.ts"

/** @returns cents of US dollars as `$1,045.00`. */
export function moneyText(cents: number): string {
  return formatMoney({ amount: cents, currency: "USD" })
}

/** @returns `a, b and c`. */
export function listText(items: readonly string[], word = "and"): string {
  if (items.length <= 1) return items[0] ?? ""
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`
}

/** @returns `1 guest`, `2 guests`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`
}

/** @returns `48 hours`; whole days from three on are said as days first: `7 days (168 hours)`. */
export function hoursText(hours: number): string {
  const rounded = Math.round(hours * 100) / 100
  if (rounded < 96 || rounded % 24 !== 0) return countText(rounded, "hour")
  return `${rounded / 24} days (${rounded} hours)`
}

/** @returns `30 minutes`, `2 hours`, `1 hour 45 minutes`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return countText(rest, "minute")
  return rest === 0 ? countText(hours, "hour") : `${countText(hours, "hour")} ${countText(rest, "minute")}`
}

/** @returns `90 minutes (1 hour 30 minutes)`; under an hour only the minutes. */
export function minutesText(minutes: number): string {
  return minutes <= 60 ? countText(minutes, "minute") : `${minutes} minutes (${durationText(minutes)})`
}

/** @returns hundredths of a mile as `30 miles`, `30.5 miles`. */
export function milesText(hundredths: number): string {
  const miles = hundredths / 100
  return `${miles.toLocaleString("en-US", { maximumFractionDigits: 2 })} ${miles === 1 ? "mile" : "miles"}`
}

/** @returns a wall-clock time `18:00` as `6:00 PM`. */
export function clockText(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`
}

/** @returns `Saturday, December 12, 2026`. */
export function dateText(instant: Temporal.Instant, timeZone: string): string {
  return format(instant, timeZone, { weekday: "long", month: "long", day: "numeric", year: "numeric" })
}

/** @returns `6:00 PM PST`: a time never goes without its zone. */
export function timeText(instant: Temporal.Instant, timeZone: string): string {
  return format(instant, timeZone, { hour: "numeric", minute: "2-digit", timeZoneName: "short" })
}

/** @returns `Saturday, December 12, 2026 at 6:00 PM PST`. */
export function startText(instant: Temporal.Instant, timeZone: string): string {
  return `${dateText(instant, timeZone)} at ${timeText(instant, timeZone)}`
}

function format(instant: Temporal.Instant, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat("en-US", { ...options, timeZone }).format(instant.epochMilliseconds)
  // Node writes a narrow no-break space before AM and PM.
  return text.replace(/[\u202f\u00a0]/g, " ")
}
