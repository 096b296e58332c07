import type { StartRule } from "@myhibachi/contract/availability"
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

const DAY_MINUTES = 24 * 60

interface GridTime {
  minutes: number
  time: string
  slot: string
}

const gridOf = new WeakMap<Scheduling, GridTime[]>()

/** @returns the wall times at which a party may start, in order. */
export function gridTimes(scheduling: Scheduling): GridTime[] {
  const known = gridOf.get(scheduling)
  if (known) return known
  const times = makeGrid(scheduling)
  gridOf.set(scheduling, times)
  return times
}

function makeGrid(scheduling: Scheduling): GridTime[] {
  const { movableMinutes, stepMinutes } = scheduling
  const byMinutes = new Map<number, GridTime & { offset: number }>()
  for (const slot of scheduling.starts) {
    const regular = minutesOf(slot)
    for (let offset = -movableMinutes; offset <= movableMinutes; offset += stepMinutes) {
      const minutes = regular + offset
      const other = byMinutes.get(minutes)
      if (minutes < 0 || minutes >= DAY_MINUTES || (other && Math.abs(other.offset) <= Math.abs(offset)))
        continue
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
  const midnight = date.toZonedDateTime(timeZone)
  // On a day of 24 hours the wall time is the time since midnight, which spares a conversion for each start.
  const isPlainDay = midnight.hoursInDay === 24
  const midnightMs = midnight.epochMilliseconds
  return times.map(({ time, slot, minutes }) => ({
    date,
    time,
    slot,
    startsAt: isPlainDay
      ? Temporal.Instant.fromEpochMilliseconds(midnightMs + minutes * 60_000)
      : instantAt(date, time, timeZone),
  }))
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
  const isWholeMinute = local.epochMilliseconds % 60_000 === 0
  const minutes = local.hour * 60 + local.minute
  const time = gridTimes(scheduling).find((candidate) => candidate.minutes === minutes)
  if (!time || !isWholeMinute) return null
  const [start] = startsOnDate(local.toPlainDate(), timeZone, [time])
  return start?.startsAt ? start : null
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
