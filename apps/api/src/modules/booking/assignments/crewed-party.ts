import { and, eq, inArray } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import {
  type AssignmentRow,
  type CrewedParty,
  findAssignments,
  findChefsWhoCooked,
  type PartyShare,
} from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import type { BookingRow } from "../read-booking.ts"
import { crewWork } from "../rules/plan-crew.ts"
import { bookings } from "../tables.ts"

/** A booked party as the crew's rules look at it, with who has it now. */
export interface PartyCrew {
  party: CrewedParty & { owner: { kind: "booking"; holdId: string; bookingId: string } }
  /** Who has the party. */
  live: AssignmentRow[]
  /** Who had been asked before. */
  earlier: AssignmentRow[]
  /** The parts that nobody has. */
  open: PartyShare[]
}

/** @returns the party with its crew; `shares` of the party are the open ones, or one of all when none is open. */
export async function readPartyCrew(ctx: Context, row: BookingRow): Promise<PartyCrew> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  const { shares, needsExperience } = crewWork(row, parameters.scheduling)
  const rows = await findAssignments(ctx, [row.id])
  const live = rows.filter((assignment) => !assignment.claim.released)
  const open = openShares(shares, live)
  return {
    live,
    earlier: rows.filter((assignment) => assignment.claim.released),
    open,
    party: {
      bookingId: row.id,
      stationId: row.stationId,
      timeZone: row.timeZone,
      work: row.work,
      startsAt: row.startsAt,
      point: row.place,
      stationLegSeconds: row.stationLegSeconds,
      title: row.contact.name,
      shares: open.length > 0 ? open : shares.slice(0, 1),
      needsExperience,
      knownChefIds: await findKnownChefs(ctx, row.customerId),
      owner: { kind: "booking", holdId: row.holdId, bookingId: row.id },
    },
  }
}

/** What is left of the parts when those who have the party have theirs. */
function openShares(shares: readonly PartyShare[], live: readonly AssignmentRow[]): PartyShare[] {
  const left = [...shares]
  for (const { claim } of live) {
    const taken = left.findIndex((share) => share.guests === claim.servesGuests)
    left.splice(taken === -1 ? 0 : taken, 1)
  }
  return left
}

/** @returns the part of the party that a chef has. */
export function shareOf({ claim }: AssignmentRow): PartyShare {
  return { adults: claim.servesAdults, guests: claim.servesGuests, travelCents: claim.travelCents }
}

/** @returns the chefs who cooked for the customer before. */
export async function findKnownChefs(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.customerId, customerId), inArray(bookings.status, ["completed", "settled"])))
    .limit(20)
  return findChefsWhoCooked(
    ctx,
    rows.map(({ id }) => id),
  )
}
