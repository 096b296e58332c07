import type { StartRule } from "@myhibachi/contract/availability"
import type { ClaimKind } from "@myhibachi/contract/crew"
import { joinLegs, type Stop } from "./join-legs.ts"

/** Times on site in epoch milliseconds. */
export interface Shift {
  fromMs: number
  toMs: number
}

export interface ClaimStop extends Stop {
  claimId: string
  kind: ClaimKind
  isParty: boolean
}

/** What a chef's time looks like around a party. */
export interface ChefTime {
  shifts: readonly Shift[]
  /** Without the exceptions of single days. */
  usualShifts: readonly Shift[]
  /** In order of time. */
  stops: readonly ClaimStop[]
}

/** @returns the rule that keeps the chef from the party, or null when the chef is free. */
export function judgeChef(party: Stop, chef: ChefTime): StartRule | null {
  if (!isOnShift(party, chef.shifts))
    return isOnShift(party, chef.usualShifts) ? "exception" : "working-hours"
  const taken = chef.stops.find(
    (stop) => stop.workFromMs < party.workToMs && party.workFromMs < stop.workToMs,
  )
  if (taken) return ruleOf(taken.kind)
  const { earlier, later } = neighboursOf(party, chef.stops)
  if (earlier && !joinLegs(earlier, party)) return "travel-time"
  if (later && !joinLegs(party, later)) return "travel-time"
  return null
}

function isOnShift(party: Stop, shifts: readonly Shift[]): boolean {
  return shifts.some((shift) => shift.fromMs <= party.workFromMs && party.workToMs <= shift.toMs)
}

function ruleOf(kind: ClaimKind): StartRule {
  switch (kind) {
    case "hold":
    case "booking":
      return "claimed"
    case "time_off":
      return "time-off"
    case "external":
      return "external-busy"
    default:
      return kind satisfies never
  }
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
