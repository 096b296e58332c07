import { clockIn24, dateIn } from "./format-time.ts"

/**
 * Reads a wall time in a zone as an instant, `2026-12-12T02:00:00.000Z`. A time that the clocks skip moves behind the
 * gap; of one that they repeat it is the first.
 */
export function instantIn(date: string, time: string, timeZone: string): string {
  const wall = Date.parse(`${date}T${time}:00Z`)
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((at) => offsetMs(at, timeZone))
  const candidates = offsets.map((offset) => wall - offset).sort((a, b) => a - b)
  const exact = candidates.find((at) => dateIn(at, timeZone) === date && clockIn24(at, timeZone) === time)
  return new Date(exact ?? candidates.at(-1) ?? wall).toISOString().replace(".000Z", "Z")
}

function offsetMs(at: number, timeZone: string): number {
  return (
    Date.parse(`${dateIn(at, timeZone)}T${clockIn24(at, timeZone)}:00Z`) - Math.floor(at / 60_000) * 60_000
  )
}
