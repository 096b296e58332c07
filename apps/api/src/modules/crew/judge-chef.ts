import type { StartRule } from "@myhibachi/contract/availability"
import { joinLegs, type Stop } from "./join-legs.ts"

/** Times on site in epoch milliseconds. */
export interface Shift {
  fromMs: number
  toMs: number
}

/**
 * Decides whether a chef can take a party. `stops` are the chef's other stops in order of time.
 * @returns the rule that refuses, or null when the chef is free.
 */
export function judgeChef(party: Stop, shifts: readonly Shift[], stops: readonly Stop[]): StartRule | null {
  const isOnShift = shifts.some((shift) => shift.fromMs <= party.workFromMs && party.workToMs <= shift.toMs)
  if (!isOnShift) return "working-hours"
  if (stops.some((stop) => stop.workFromMs < party.workToMs && party.workFromMs < stop.workToMs))
    return "claimed"
  const { earlier, later } = neighboursOf(party, stops)
  if (earlier && !joinLegs(earlier, party)) return "travel-time"
  if (later && !joinLegs(party, later)) return "travel-time"
  return null
}

/** @returns the stops right before and right after; `stops` are in order of time and do not overlap the party. */
export function neighboursOf<T extends Stop>(
  party: Stop,
  stops: readonly T[],
): { earlier: T | null; later: T | null } {
  const earlier = stops.findLast((stop) => stop.workToMs <= party.workFromMs) ?? null
  const later = stops.find((stop) => stop.workFromMs >= party.workToMs) ?? null
  return { earlier, later }
}
