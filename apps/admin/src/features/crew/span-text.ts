import { clockIn, clockIn24, dateIn, shortDay, zoneName } from "../../time/format-time.ts"

/** @returns `Sat, Dec 12 – Sun, Dec 13`, with times where the days are not whole. */
export function spanText(span: { from: string; to: string }, timeZone: string): string {
  const isMidnight = (instant: string) => clockIn24(instant, timeZone) === "00:00"
  if (isMidnight(span.from) && isMidnight(span.to)) {
    const first = dateIn(span.from, timeZone)
    const last = dateIn(Date.parse(span.to) - 60_000, timeZone)
    return first === last ? shortDay(first) : `${shortDay(first)} – ${shortDay(last)}`
  }
  const at = (instant: string) => `${shortDay(dateIn(instant, timeZone))}, ${clockIn(instant, timeZone)}`
  return `${at(span.from)} – ${at(span.to)} ${zoneName(timeZone, span.from)}`
}
