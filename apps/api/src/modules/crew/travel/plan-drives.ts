import type { DistanceSource } from "@myhibachi/contract/quote"
import type { DayDrive, TravelPoint } from "@myhibachi/contract/travel"
import { Temporal } from "#platform/time.ts"
import type { Stop } from "../join-legs.ts"

/** A party of a chef's day with its planned drives; times in epoch milliseconds. */
export interface PlannedStop extends Stop {
  place: TravelPoint
  legBeforeSeconds: number
  legAfterSeconds: number
  /** Of the drive between the chef's base and here. */
  homeLegSource: DistanceSource
}

/** @returns the drives of a chef's day in order; `stops` are in order of time and start and end at the base. */
export function planDrives(base: TravelPoint, stops: readonly PlannedStop[]): DayDrive[] {
  return stops.flatMap((stop, index) => {
    const previous = stops[index - 1]
    const next = stops[index + 1]
    // Without a drive home the chef comes straight from the party before; such drives are always estimated.
    const isDirect = previous !== undefined && previous.legAfterSeconds === 0 && previous.homeLegSeconds > 0
    const arrival = drive({
      from: isDirect ? previous.place : base,
      to: stop.place,
      seconds: stop.legBeforeSeconds,
      endMs: stop.workFromMs,
      source: isDirect ? "great-circle" : stop.homeLegSource,
    })
    const goesOn = next !== undefined && stop.legAfterSeconds === 0 && stop.homeLegSeconds > 0
    if (goesOn) return [arrival]
    const homewards = drive({
      from: stop.place,
      to: base,
      seconds: stop.legAfterSeconds,
      endMs: stop.workToMs + stop.legAfterSeconds * 1000,
      source: stop.homeLegSource,
    })
    return [arrival, homewards]
  })
}

function drive(input: {
  from: TravelPoint
  to: TravelPoint
  seconds: number
  endMs: number
  source: DistanceSource
}): DayDrive {
  const { from, to, seconds, endMs, source } = input
  return {
    from,
    to,
    departsAt: Temporal.Instant.fromEpochMilliseconds(endMs - seconds * 1000).toString(),
    arrivesAt: Temporal.Instant.fromEpochMilliseconds(endMs).toString(),
    minutes: Math.round(seconds / 60),
    source,
  }
}
