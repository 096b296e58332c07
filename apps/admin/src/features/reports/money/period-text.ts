import type { ReportUnit } from "@myhibachi/contract/reports"
import { shortDay } from "@/time/format-time.ts"

/** @returns `December 2026` of a month, `2026-12`. */
export function monthText(month: string): string {
  return new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-15T12:00:00Z`),
  )
}

/** @returns the name of a period that begins on the day. */
export function periodText(day: string, unit: ReportUnit): string {
  return unit === "month" ? monthText(day.slice(0, 7)) : shortDay(day)
}
