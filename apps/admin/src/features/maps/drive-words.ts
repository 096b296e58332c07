import type { DayDrive, DayDrives } from "@myhibachi/contract/travel"

export type StationDay = DayDrives["stations"][number]
export type ChefDay = StationDay["chefs"][number]

const sourceWords: Record<DayDrive["source"], string> = {
  "google-routes": "measured",
  "great-circle": "estimated",
  manual: "set by hand",
  stated: "as stated",
}

/** @returns where the length of a drive comes from, in a word or two. */
export function sourceText(source: DayDrive["source"]): string {
  return sourceWords[source]
}

/** @returns `45 min`, `1 h 5 min`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`
}

/** @returns the drive in words: `45 min, measured`. */
export function driveText(drive: DayDrive): string {
  return `${minutesText(drive.minutes)}, ${sourceText(drive.source)}`
}
