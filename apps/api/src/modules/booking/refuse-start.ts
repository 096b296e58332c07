import type { StartRule } from "@myhibachi/contract/availability"
import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { AppError, type FieldError } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { findGridStart, type GridStart, gridTimes, instantAt, judgeTime } from "./rules/start-grid.ts"

type Scheduling = PolicyParameters["scheduling"]

/** @returns one sentence for people: why a start is not offered, and what to do. */
export function sentenceFor(rule: StartRule, scheduling: Scheduling): string {
  switch (rule) {
    case "past":
      return "This start is in the past; choose one to come."
    case "lead-time":
      return `We need ${scheduling.leadHours} hours' notice; choose a later start, or call us.`
    case "too-far-ahead":
      return `The calendar is open for ${scheduling.bookableDays} days; choose an earlier date.`
    case "not-a-start":
      return `Parties start at ${scheduling.starts.join(", ")}, up to ${scheduling.movableMinutes} minutes earlier or later, in steps of ${scheduling.stepMinutes} minutes.`
    case "clock-change":
      return "The clocks change at this time of that night; choose another start."
    case "blackout":
      return "We do not cook at this time."
    case "not-enough-chefs":
      return "The station has too few chefs for a party of this size; call us and a person plans it with you."
    case "working-hours":
      return "Too few chefs work at this time."
    case "exception":
      return "Too few chefs work on this day."
    case "time-off":
    case "external-busy":
      return "The chefs are away at this time."
    case "claimed":
      return "The chefs are taken by other parties at this time."
    case "travel-time":
      return "The chefs cannot drive from or to their other parties in time."
    case "daily-cap":
      return "The chefs have as many parties as they cook on one day; choose another day."
    case "too-many-guests":
      return "Too few chefs cook for a group of this size; call us and a person plans it with you."
    default:
      return rule satisfies never
  }
}

/**
 * Finds the start that a customer asks for by its instant.
 * @throws AppError "start-…" with the rule's name, for example "start-lead-time".
 */
export function requireStart(
  startsAt: Temporal.Instant,
  timeZone: string,
  now: Temporal.Instant,
  scheduling: Scheduling,
): GridStart & { startsAt: Temporal.Instant } {
  const start = findGridStart(startsAt, timeZone, scheduling)
  const rule = judgeTime(startsAt, now, scheduling) ?? (start ? null : "not-a-start")
  if (rule || !start) throw refuseStart(rule ?? "not-a-start", "/startsAt", scheduling, now)
  return { ...start, startsAt }
}

/**
 * Finds the start that a customer asks for by local date and time.
 * @throws AppError "start-…" with the rule's name.
 */
export function requireLocalStart(
  wall: { date: string; time: string; timeZone: string },
  now: Temporal.Instant,
  scheduling: Scheduling,
): Temporal.Instant {
  const date = Temporal.PlainDate.from(wall.date)
  const startsAt = instantAt(date, wall.time, wall.timeZone)
  if (!startsAt) throw refuseStart("clock-change", "/time", scheduling, now)
  const isStart = gridTimes(scheduling).some((start) => start.time === wall.time)
  const rule = judgeTime(startsAt, now, scheduling) ?? (isStart ? null : "not-a-start")
  if (rule) throw refuseStart(rule, rule === "not-a-start" ? "/time" : "/date", scheduling, now)
  return startsAt
}

/** Refuses a date on which no start can be booked any more, wherever the party is. @throws AppError "start-past". */
export function checkDate(date: string, now: Temporal.Instant, scheduling: Scheduling): void {
  const endOfDay = Temporal.PlainDate.from(date)
    .add({ days: 1 })
    .toZonedDateTime("Pacific/Honolulu")
    .toInstant()
  if (Temporal.Instant.compare(endOfDay, now) <= 0) throw refuseStart("past", "/date", scheduling, now)
}

function refuseStart(
  rule: StartRule,
  pointer: string,
  scheduling: Scheduling,
  now: Temporal.Instant,
): AppError {
  const detail = sentenceFor(rule, scheduling)
  const errors: FieldError[] = [{ pointer, detail }]
  const earliestStart = now.add({ hours: scheduling.leadHours }).toString()
  return new AppError("invalid", `start-${rule}`, detail, { errors, earliestStart })
}
