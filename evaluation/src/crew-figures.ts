import { estimateDistance } from "../../apps/api/src/providers/maps/great-circle.ts"
import type { Served, StationYear } from "./crew-year.ts"

const DAY_MS = 86_400_000
const WINDOW_DAYS = 90
const STEP_DAYS = 15

/** @returns how unequal the incomes are: 0 when all are the same, towards 1 when one has everything. */
export function gini(incomes: readonly number[]): number {
  const sorted = [...incomes].sort((left, right) => left - right)
  const total = sorted.reduce((sum, income) => sum + income, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce((sum, income, index) => sum + (index + 1) * income, 0)
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}

/** @returns what each chef earned with parties in the span, tips included. */
export function incomesIn(year: StationYear, fromMs: number, toMs: number): Map<string, number> {
  const incomes = new Map(year.members.map(({ id }) => [id, 0]))
  for (const { chefId, startsAtMs, payCents, tipCents } of year.served.values())
    if (startsAtMs >= fromMs && startsAtMs < toMs)
      incomes.set(chefId, (incomes.get(chefId) ?? 0) + payCents + tipCents)
  return incomes
}

/** @returns the largest Gini of any ninety days of the year at any station. */
export function worstWindow(years: readonly StationYear[], fromMs: number, days: number): number {
  let worst = 0
  for (let end = WINDOW_DAYS; end <= days; end += STEP_DAYS)
    for (const year of years) {
      const from = fromMs + (end - WINDOW_DAYS) * DAY_MS
      worst = Math.max(worst, gini([...incomesIn(year, from, fromMs + end * DAY_MS).values()]))
    }
  return worst
}

/** Counts, apart from the rules, what no chef can do: be in two places, or drive faster than the gap allows. */
export function countImpossible(year: StationYear): number {
  const byChef = Map.groupBy(year.served.values(), (part: Served) => part.chefId)
  let impossible = 0
  for (const parts of byChef.values()) {
    parts.sort((left, right) => left.stop.workFromMs - right.stop.workFromMs)
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1]
      if (next && !canFollow(part, next)) impossible += 1
    }
  }
  return impossible
}

function canFollow({ stop: earlier }: Served, { stop: later }: Served): boolean {
  const gapSeconds = (later.workFromMs - earlier.workToMs) / 1000
  if (earlier.point && later.point && estimateDistance(earlier.point, later.point).seconds <= gapSeconds)
    return true
  return earlier.homeLegSeconds + later.homeLegSeconds <= gapSeconds
}

/** Hourly incomes of two groups of chefs, in cents, and how far apart chance alone would put their means. */
export interface GroupComparison {
  ratio: number
  /** Two standard errors of the ratio. */
  noise: number
}

/** @returns how the first group's mean stands to the second's. */
export function compareGroups(some: readonly number[], others: readonly number[]): GroupComparison {
  const [left, right] = [meanOf(some), meanOf(others)]
  const error = Math.sqrt(varianceOf(some) / some.length + varianceOf(others) / others.length)
  return { ratio: left / right, noise: (2 * error) / right }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
}
