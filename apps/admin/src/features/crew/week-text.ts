import type { WorkingHours } from "@myhibachi/contract/crew"

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

/** @returns `Mon–Fri 10:00–24:00, Sat 9:00–1:00`: days in a row with the same hours are one span. */
export function weekText(hours: readonly WorkingHours[]): string {
  if (hours.length === 0) return "no working hours"
  const spans: { first: number; last: number; clock: string }[] = []
  for (const { weekday, from, to } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const clock = `${trim(from)}–${trim(to)}`
    const open = spans.at(-1)
    if (open && open.clock === clock && open.last === weekday - 1) open.last = weekday
    else spans.push({ first: weekday, last: weekday, clock })
  }
  return spans.map((span) => `${dayText(span.first, span.last)} ${span.clock}`).join(", ")
}

function dayText(first: number, last: number): string {
  const name = (day: number) => days[day - 1] ?? "?"
  return first === last ? name(first) : `${name(first)}–${name(last)}`
}

function trim(time: string): string {
  return time.replace(/^0(?=\d:)/, "")
}
