import { estimateDistance } from "#providers/maps/great-circle.ts"
import type { Point } from "#providers/maps/port.ts"

/** A chef's work at one place; times in epoch milliseconds. */
export interface Stop {
  workFromMs: number
  workToMs: number
  /** The drive between the chef's base and here. */
  homeLegSeconds: number
  /** Null for time off, which has no place. */
  point: Point | null
}

export interface JoinedLegs {
  /** The drive after the earlier stop. */
  afterSeconds: number
  /** The drive before the later stop. */
  beforeSeconds: number
}

/**
 * Plans the drives between two stops that follow each other: by way of the base when there is time, directly
 * when there is not. @returns null when the chef cannot make it.
 */
export function joinLegs(earlier: Stop, later: Stop): JoinedLegs | null {
  const gapSeconds = (later.workFromMs - earlier.workToMs) / 1000
  if (gapSeconds < 0) return null
  if (earlier.homeLegSeconds + later.homeLegSeconds <= gapSeconds) {
    return { afterSeconds: earlier.homeLegSeconds, beforeSeconds: later.homeLegSeconds }
  }
  if (!earlier.point || !later.point) return null
  const directSeconds = estimateDistance(earlier.point, later.point).seconds
  return directSeconds <= gapSeconds ? { afterSeconds: 0, beforeSeconds: directSeconds } : null
}
