import type { StartRule } from "@myhibachi/contract/booking"
import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { hoursBetween, Temporal } from "#platform/time.ts"

type Scheduling = PolicyParameters["scheduling"]

export interface GridStart {
  date: Temporal.PlainDate
  /** Wall time, `18:15`. */
  time: string
  /** The regular start that it belongs to. */
  slot: string
  /** Null when a change of the clock skips or repeats this wall time. */
  startsAt: Temporal.Instant | null
}

interface GridTime {
  minutes: number
  time: string
  slot: string
}

/** @returns the wall times at which a party may start, in order. */
export function gridTimes(scheduling: Scheduling): GridTime[] {
  const byMinutes = new Map<number, GridTime & { offset: number }>()
  for (const slot of scheduling.starts) {
    const regular = minutesOf(slot)
    for (
      let offset = -scheduling.movableMinutes;
      offset <= scheduling.movableMinutes;
      offset += scheduling.stepMinutes
    ) {
      const minutes = regular + offset
      const other = byMinutes.get(minutes)
      if (minutes < 0 || minutes >= 24 * 60 || (other && Math.abs(other.offset) <= Math.abs(offset))) continue
      byMinutes.set(minutes, { minutes, time: timeText(minutes), slot, offset })
    }
  }
  return [...byMinutes.values()].sort((left, right) => left.minutes - right.minutes)
}

/** @returns the starts of one local day. */
export function startsOnDate(
  date: Temporal.PlainDate,
  timeZone: string,
  times: readonly GridTime[],
): GridStart[] {
  return times.map(({ time, slot }) => ({ date, time, slot, startsAt: instantAt(date, time, timeZone) }))
}

/** @returns the instant of a wall time, or null when the clock skips or repeats it. */
export function instantAt(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant | null {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" })
  const later = wall.toZonedDateTime(timeZone, { disambiguation: "later" })
  return earlier.epochMilliseconds === later.epochMilliseconds ? earlier.toInstant() : null
}

/** @returns the grid start at the instant, or null when no party starts then. */
export function findGridStart(
  startsAt: Temporal.Instant,
  timeZone: string,
  scheduling: Scheduling,
): GridStart | null {
  const local = startsAt.toZonedDateTimeISO(timeZone)
  const starts = startsOnDate(local.toPlainDate(), timeZone, gridTimes(scheduling))
  return starts.find((start) => start.startsAt?.epochMilliseconds === startsAt.epochMilliseconds) ?? null
}

/** @returns the regular start that a grid start belongs to. */
export function slotInstant(start: GridStart, timeZone: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(start.slot)
  return start.date.toZonedDateTime({ timeZone, plainTime }).toInstant()
}

/** @returns the rule of time that refuses the start, or null. Hours before the start are elapsed time. */
export function judgeTime(
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
  scheduling: Scheduling,
): StartRule | null {
  const hours = hoursBetween(now, startsAt)
  if (hours <= 0) return "past"
  if (hours < scheduling.leadHours) return "lead-time"
  return hours > scheduling.bookableDays * 24 ? "too-far-ahead" : null
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":")
  return Number(hours) * 60 + Number(minutes)
}

function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
}
