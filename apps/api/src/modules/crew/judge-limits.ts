import type { StartRule } from "@myhibachi/contract/availability"

/** What a chef takes on at most. */
export interface ChefLimits {
  /** The largest group that this chef cooks for alone; null when there is no bound of their own. */
  maxGuests: number | null
  maxPartiesPerDay: number
}

/** A local day in epoch milliseconds. */
export interface DaySpan {
  fromMs: number
  toMs: number
}

interface LimitedChef extends ChefLimits {
  stops: readonly { workFromMs: number; isParty: boolean }[]
}

/** @returns the chef's own limit that refuses a party on the day, or null. */
export function judgeLimits(guestsPerChef: number, day: DaySpan, chef: LimitedChef): StartRule | null {
  if (chef.maxGuests !== null && guestsPerChef > chef.maxGuests) return "too-many-guests"
  const parties = chef.stops.filter(
    (stop) => stop.isParty && day.fromMs <= stop.workFromMs && stop.workFromMs < day.toMs,
  )
  return parties.length >= chef.maxPartiesPerDay ? "daily-cap" : null
}

/** @returns the day of the instant; `midnightsMs` are in order and reach around it. */
export function dayAround(midnightsMs: readonly number[], atMs: number): DaySpan {
  const next = midnightsMs.findIndex((midnight) => midnight > atMs)
  const after = next === -1 ? midnightsMs.length : next
  return {
    fromMs: midnightsMs[after - 1] ?? Number.NEGATIVE_INFINITY,
    toMs: midnightsMs[after] ?? Number.POSITIVE_INFINITY,
  }
}
