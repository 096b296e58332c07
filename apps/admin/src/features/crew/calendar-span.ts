import { addDays, longDay, mondayOf, shortDay } from "../../time/format-time.ts"

export type CalendarSpan = "day" | "week" | "month"

/** @returns the span that the address names; a day without one. */
export function readView(text: string): CalendarSpan {
  return text === "week" || text === "month" ? text : "day"
}

/** @returns the first and the last day of the span around a date; both empty while there is no date. */
export function daysOf(view: CalendarSpan, date: string): { from: string; to: string } {
  if (date === "" || view === "day") return { from: date, to: date }
  if (view === "week") return { from: mondayOf(date), to: addDays(mondayOf(date), 6) }
  const from = `${date.slice(0, 7)}-01`
  return { from, to: addDays(nextMonth(from, 1), -1) }
}

/** @returns a date one span earlier or later. */
export function stepOf(view: CalendarSpan, date: string, direction: 1 | -1): string {
  if (view === "month") return nextMonth(date, direction)
  return addDays(date, direction * (view === "week" ? 7 : 1))
}

function nextMonth(date: string, direction: 1 | -1): string {
  const first = new Date(`${date.slice(0, 7)}-01T12:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + direction)
  return first.toISOString().slice(0, 10)
}

/** @returns the span in words. */
export function titleOf(view: CalendarSpan, date: string): string {
  if (date === "") return "Calendar"
  if (view === "day") return longDay(date)
  const { from, to } = daysOf(view, date)
  if (view === "week") return `${shortDay(from)} – ${shortDay(to)}`
  return new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${from}T12:00:00Z`),
  )
}
