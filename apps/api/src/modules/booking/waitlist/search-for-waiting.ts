import type { Place } from "@myhibachi/contract/customers"
import type { Guests } from "@myhibachi/contract/quote"
import { currentPolicies } from "#modules/catalog/index.ts"
import { requireStation } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import type { StartSearch } from "../find-availability.ts"
import { chefsNeeded, durationsFor, guestsPerChef } from "../rules/plan-crew.ts"

export interface WaitingParty {
  guests: Guests
  date: string
  stationId: string
  place: Place
  stationLegSeconds: number
}

/** @returns the search for starts that would suit a party which waits. */
export async function searchForWaiting(ctx: Context, party: WaitingParty): Promise<StartSearch> {
  const { scheduling } = (await currentPolicies(ctx)).parameters
  const chefs = chefsNeeded(party.guests, scheduling)
  return {
    target: {
      station: await requireStation(ctx, party.stationId),
      point: party.place,
      stationLegSeconds: party.stationLegSeconds,
    },
    chefs,
    guestsPerChef: guestsPerChef(party.guests, chefs),
    durations: durationsFor(party.guests, scheduling),
    dates: [Temporal.PlainDate.from(party.date)],
    scheduling,
  }
}
