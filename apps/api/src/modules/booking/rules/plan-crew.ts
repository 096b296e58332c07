import type { PolicyParameters } from "@myhibachi/contract/catalog"
import type { Durations, Guests } from "@myhibachi/contract/quote"
import { type PartyShare, shareParty } from "#modules/crew/index.ts"
import type { Span } from "#platform/database/columns.ts"
import type { Temporal } from "#platform/time.ts"
import { countedGuests } from "./count-guests.ts"

type Scheduling = PolicyParameters["scheduling"]

const MINUTE_MS = 60_000

/** @returns how many chefs the party needs: one for each `guestsPerChef` that has started. */
export function chefsNeeded(guests: Guests, scheduling: Scheduling): number {
  return Math.max(1, Math.ceil(countedGuests(guests) / scheduling.guestsPerChef))
}

/** @returns set-up, service and pack-down; service follows the guests per chef. */
export function durationsFor(guests: Guests, scheduling: Scheduling): Durations {
  const perChef = guestsPerChef(guests, chefsNeeded(guests, scheduling))
  const further = Math.max(
    0,
    Math.ceil((perChef - scheduling.serviceGuests) / scheduling.furtherServiceGuests),
  )
  return {
    setUpMinutes: scheduling.setUpMinutes,
    serviceMinutes: scheduling.serviceMinutes + further * scheduling.furtherServiceMinutes,
    packDownMinutes: scheduling.packDownMinutes,
  }
}

/** @returns how many guests the chef with the most cooks for. */
export function guestsPerChef(guests: Guests, chefs: number): number {
  return Math.ceil(countedGuests(guests) / chefs)
}

/** What the party is to the chefs who cook it. */
export interface CrewWork {
  shares: PartyShare[]
  needsExperience: boolean
}

/** @returns the chefs' parts, and whether one of them has so much to do that experience helps. */
export function crewWork(
  party: { guests: Guests; travelCents: number; chefs: number },
  scheduling: Scheduling,
): CrewWork {
  const { guests, travelCents, chefs } = party
  const counted = countedGuests(guests)
  return {
    shares: shareParty({ adults: guests.adults, guests: counted, travelCents }, chefs),
    needsExperience: guestsPerChef(guests, chefs) > scheduling.serviceGuests,
  }
}

/** @returns the time on site: the start is when cooking begins, the chef arrives the set-up time earlier. */
export function workSpan(startsAt: Temporal.Instant, durations: Durations): Span {
  return {
    from: startsAt.subtract({ minutes: durations.setUpMinutes }),
    to: startsAt.add({ minutes: durations.serviceMinutes + durations.packDownMinutes }),
  }
}

/** @returns the time on site in epoch milliseconds, for judging many starts. */
export function workMilliseconds(
  startsAt: Temporal.Instant,
  durations: Durations,
): { workFromMs: number; workToMs: number } {
  const startsAtMs = startsAt.epochMilliseconds
  return {
    workFromMs: startsAtMs - durations.setUpMinutes * MINUTE_MS,
    workToMs: startsAtMs + (durations.serviceMinutes + durations.packDownMinutes) * MINUTE_MS,
  }
}
