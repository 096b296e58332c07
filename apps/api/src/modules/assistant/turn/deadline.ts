import { startText } from "#modules/knowledge/index.ts"
import { hoursBetween, Temporal } from "#platform/time.ts"
import { zoneOf } from "./situation.ts"
import type { Turn } from "./turn.ts"

const ASKS_UNTIL_WHEN =
  /\b(until when|till when|by when|latest|last (?:day|moment|minute|chance)|deadline|cut-?off|how late|how long (?:do|can) (?:i|we)|due date|when(?: exactly)?(?: \([^)]*\))? (?:is|are|do|does|must|should|can)|due when|by when)\b/i

/** @returns whether the message asks for a last moment. */
export function asksUntilWhen({ text }: Turn): boolean {
  return ASKS_UNTIL_WHEN.test(text)
}

/** @returns the start that is talked about: the booking's, or the day and time that were named. */
export function startOf(turn: Turn): { startsAt: Temporal.Instant; timeZone: string } | null {
  if (turn.booking) {
    const { startsAt, timeZone } = turn.booking.page
    return { startsAt: Temporal.Instant.from(startsAt), timeZone }
  }
  const { told } = turn
  if (told?.date && told.time)
    return { startsAt: startTold(turn, told.date, told.time), timeZone: zoneOf(turn) }
  const { date, time } = turn.slots
  if (date?.precision !== "day" || date.isPast || !time) return null
  const timeZone = zoneOf(turn)
  const startsAt = Temporal.PlainDateTime.from(`${date.date}T${time.time}`)
    .toZonedDateTime(timeZone)
    .toInstant()
  return { startsAt, timeZone }
}

function startTold(turn: Turn, date: string, time: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zoneOf(turn)).toInstant()
}

/**
 * @returns the moment so many hours before the start in words, while it is still to come or when it is asked for.
 */
export function deadlineText(turn: Turn, hoursBefore: number): string | null {
  const start = startOf(turn)
  const isAhead = start !== null && hoursBetween(turn.now, start.startsAt) > hoursBefore
  if (!start || (!isAhead && !asksUntilWhen(turn))) return null
  return startText(start.startsAt.subtract({ minutes: Math.round(hoursBefore * 60) }), start.timeZone)
}
