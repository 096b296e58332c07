import type { ChefGrade } from "@myhibachi/contract/crew"

/** What a chef earns in the days around a party, planned parties included, and for how much time offered. */
export interface ChefIncome {
  earnedCents: number
  availableHours: number
}

/** A chef whom no rule keeps from the party. */
export interface FreeChef {
  chefId: string
  grade: ChefGrade
  homeLegSeconds: number
  /** What this chef would earn with the party. */
  payCents: number
}

export interface RankWishes {
  /** The party is hard enough to want an experienced chef. */
  needsExperience: boolean
  /** Who already has the party, and keeps it when it moves. */
  preferredChefIds: readonly string[]
  /** Who cooked for this customer before. */
  knownChefIds: readonly string[]
}

export interface RankedChef {
  chefId: string
  points: number
  /** What the chef earns around the party, as a percentage of an equal share. */
  sharePercent: number
  reasons: string[]
}

/** Until there is this much income to compare, being one party ahead or behind weighs as if there were. */
const SETTLED_PARTIES = 10
const MINUTES_PER_POINT = 10
const MOST_TRAVEL_POINTS = 4
const EXPERIENCE_POINTS = 3
const KNOWN_POINTS = 10
const KEEPS_POINTS = 1_000_000
const EXPERIENCED: readonly ChefGrade[] = ["senior", "master"]

/**
 * Ranks free chefs, the best first: who has the party keeps it; then whoever earns least for the time they offer,
 * moved a little by the drive, by experience where the party asks for it, and by an earlier party for this customer.
 * A point is one percent of an equal share. Declines are not an input: they change nothing.
 * @param incomes of all chefs of the station, who share its parties.
 */
export function rankChefs(
  free: readonly FreeChef[],
  incomes: ReadonlyMap<string, ChefIncome>,
  wishes: RankWishes,
): RankedChef[] {
  const nearest = Math.min(...free.map((chef) => chef.homeLegSeconds))
  const centsPerHour = equalRate(incomes)
  return free
    .map((chef) => rankOne(chef, { nearest, centsPerHour, income: incomes.get(chef.chefId), wishes }))
    .sort((left, right) => right.points - left.points || (left.chefId < right.chefId ? -1 : 1))
}

interface Surroundings {
  nearest: number
  centsPerHour: number
  income: ChefIncome | undefined
  wishes: RankWishes
}

function rankOne(chef: FreeChef, { nearest, centsPerHour, income, wishes }: Surroundings): RankedChef {
  const earned = income?.earnedCents ?? 0
  const equal = (income?.availableHours ?? 0) * centsPerHour
  const scale = Math.max(equal, SETTLED_PARTIES * chef.payCents, 1)
  const sharePercent = equal > 0 ? Math.round((100 * earned) / equal) : 100
  const extraMinutes = Math.round((chef.homeLegSeconds - nearest) / 60)
  const isExperienced = wishes.needsExperience && EXPERIENCED.includes(chef.grade)
  const keeps = wishes.preferredChefIds.includes(chef.chefId)
  const isKnown = wishes.knownChefIds.includes(chef.chefId)
  const points =
    (100 * (equal - earned)) / scale -
    Math.min(MOST_TRAVEL_POINTS, extraMinutes / MINUTES_PER_POINT) +
    (isExperienced ? EXPERIENCE_POINTS : 0) +
    (isKnown ? KNOWN_POINTS : 0) +
    (keeps ? KEEPS_POINTS : 0)
  const reasons = [
    keeps ? "Has the party already" : null,
    isKnown ? "Cooked for this customer before" : null,
    shareText(sharePercent),
    extraMinutes <= 0
      ? `${minutesText(chef.homeLegSeconds)} to drive, nobody who is free is nearer`
      : `${minutesText(chef.homeLegSeconds)} to drive, ${extraMinutes} min more than the nearest`,
    isExperienced ? "Experienced, which a party of this size asks for" : null,
  ]
  return {
    chefId: chef.chefId,
    points,
    sharePercent,
    reasons: reasons.filter((reason) => reason !== null),
  }
}

function equalRate(incomes: ReadonlyMap<string, ChefIncome>): number {
  const all = [...incomes.values()]
  const hours = all.reduce((sum, { availableHours }) => sum + availableHours, 0)
  const earned = all.reduce((sum, { earnedCents }) => sum + earnedCents, 0)
  return hours > 0 ? earned / hours : 0
}

function shareText(percent: number): string {
  if (percent === 100) return "Earns an equal share in these weeks"
  return `Earns ${percent} % of an equal share in these weeks`
}

function minutesText(seconds: number): string {
  return `${Math.round(seconds / 60)} min`
}
