import type { Candidate, CandidateRule } from "@myhibachi/contract/assignments"
import { and, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { assignments } from "../assignments/tables.ts"
import { type ClaimChefs, describeFree, wishesOf } from "../claim-chefs.ts"
import { type CrewMember, type CrewWindow, judgeCrew, readCrewWindow } from "../read-crew.ts"
import { claims } from "../tables.ts"
import { rankChefs } from "./rank-chefs.ts"
import { readIncomes } from "./read-incomes.ts"
import { whyNoCandidate } from "./rule-words.ts"

/** A booked party that chefs are looked for; its claims make no difference, and its decliners are not asked again. */
export type CrewedParty = Omit<ClaimChefs, "owner" | "exceptChefIds" | "preferredChefIds"> & {
  bookingId: string
}

/** @returns every chef of the station: the best first with what speaks for them, then who cannot, with the rule. */
export async function findCandidates(ctx: Context, party: CrewedParty): Promise<Candidate[]> {
  const window = await readCrewWindow(ctx, {
    stationId: party.stationId,
    timeZone: party.timeZone,
    within: party.work,
  })
  const judged = await judgeForParty(ctx, window, party)
  const incomes = await readIncomes(ctx, window.members, party.startsAt)
  const rank = (some: readonly PartyVerdict[]) =>
    rankChefs(describeFree(window, some, party.shares), incomes, wishesOf(party))
  const free = rank(judged.filter((verdict) => verdict.rule === null))
  // The office also sees how those stand who cannot.
  const ranked = rank(judged)
  return judged
    .map(({ chefId, member, rule, homeLegSeconds }) => {
      const place = free.findIndex((candidate) => candidate.chefId === chefId)
      const standing = (place === -1 ? ranked : free).find((candidate) => candidate.chefId === chefId)
      return {
        chefId,
        name: member.name,
        grade: member.grade,
        rank: place === -1 ? null : place + 1,
        rule,
        reasons: rule ? [whyNoCandidate(member.name, rule)] : (standing?.reasons ?? []),
        sharePercent: standing?.sharePercent ?? 100,
        drivingMinutes: Math.round(homeLegSeconds / 60),
      }
    })
    .sort(
      (left, right) =>
        (left.rank ?? Number.MAX_SAFE_INTEGER) - (right.rank ?? Number.MAX_SAFE_INTEGER) ||
        left.name.localeCompare(right.name),
    )
}

export interface PartyVerdict {
  chefId: string
  name: string
  member: CrewMember
  homeLegSeconds: number
  rule: CandidateRule | null
}

/** @returns for each chef the rule that keeps them from this booked party, or null. */
export async function judgeForParty(
  ctx: Context,
  window: CrewWindow,
  party: CrewedParty,
): Promise<PartyVerdict[]> {
  const declined = await findDecliners(ctx, party)
  const taken = await ctx.db
    .select({ chefId: claims.chefId })
    .from(claims)
    .where(and(eq(claims.bookingId, party.bookingId), eq(claims.released, false)))
  const specialRule = (chefId: string): CandidateRule | null => {
    if (taken.some((claim) => claim.chefId === chefId)) return "has-this-party"
    return declined.includes(chefId) ? "declined" : null
  }
  return judgeCrew(window, {
    workFromMs: party.work.from.epochMilliseconds,
    workToMs: party.work.to.epochMilliseconds,
    stationLegSeconds: party.stationLegSeconds,
    point: party.point,
    guestsPerChef: Math.max(...party.shares.map((share) => share.guests)),
  }).flatMap((verdict) => {
    const member = window.members.find(({ id }) => id === verdict.chefId)
    return member ? [{ ...verdict, member, rule: specialRule(verdict.chefId) ?? verdict.rule }] : []
  })
}

/** @returns who declined the party at its present start; after a move everybody may be asked again. */
export async function findDecliners(
  ctx: Context,
  party: { bookingId: string; startsAt: Temporal.Instant },
): Promise<string[]> {
  const rows = await ctx.db
    .select({ chefId: assignments.chefId })
    .from(assignments)
    .where(
      and(
        eq(assignments.bookingId, party.bookingId),
        eq(assignments.startsAt, party.startsAt),
        eq(assignments.response, "declined"),
      ),
    )
  return rows.map(({ chefId }) => chefId)
}
