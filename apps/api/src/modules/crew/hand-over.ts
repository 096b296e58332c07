import type { AffectedParty, Handover } from "@myhibachi/contract/chef-time"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { claimChefs, lockCrew } from "./claim-chefs.ts"
import { chefReplaced } from "./events.ts"
import { type ChefRow, describeParties, partyOf, requireParty } from "./find-affected.ts"
import { requireStation, type StationRow } from "./find-stations.ts"
import { type ClaimRow, judgeCrew, readCrewWindow } from "./read-crew.ts"
import { releaseClaimRows } from "./release-claims.ts"
import { whyNotFree } from "./rule-words.ts"

/**
 * Gives a party or hold from its chef to another one of the station.
 * @throws AppError "claim-not-found", "chef-not-free" (409) with the rule that refuses.
 */
export async function handOver(ctx: Context, input: Handover): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { claim, owner } = await requireParty(ctx, input.claimId)
    if (owner.id === input.toChefId) return
    const station = await requireStation(ctx, owner.stationId)
    await lockCrew(ctx, station.id)
    await releaseClaimRows(ctx, [claim])
    await refuseBusy(ctx, { claim, owner, station, toChefId: input.toChefId })
    await claimChefs(ctx, {
      ...claimOf(claim, owner, station),
      among: [input.toChefId],
    })
    const details = { fromChefId: owner.id, toChefId: input.toChefId, bookingId: claim.bookingId }
    if (claim.bookingId) await publish(ctx, chefReplaced, { ...details, bookingId: claim.bookingId })
    await audit(ctx, { action: "claim.handed-over", entity: "chef", entityId: owner.id, details })
  })
}

interface Taking {
  claim: ClaimRow
  owner: ChefRow
  station: StationRow
  toChefId: string
}

async function refuseBusy(ctx: Context, { claim, owner, station, toChefId }: Taking): Promise<void> {
  const window = await readCrewWindow(ctx, {
    stationId: station.id,
    timeZone: station.timeZone,
    within: claim.work,
  })
  const verdict = judgeCrew(window, partyOf(claim, owner, station)).find(({ chefId }) => chefId === toChefId)
  if (!verdict) {
    const message = `Choose an active chef of ${station.name}, the station of this party.`
    throw new AppError("conflict", "chef-not-free", message, { rule: "not-enough-chefs" })
  }
  if (verdict.rule)
    throw new AppError("conflict", "chef-not-free", whyNotFree(verdict.name, verdict.rule), {
      rule: verdict.rule,
    })
}

function claimOf(claim: ClaimRow, owner: ChefRow, station: StationRow) {
  const party = partyOf(claim, owner, station)
  const { startsAt, holdId, bookingId, expiresAt } = claim
  if (!party.point || !startsAt || !holdId) throw new Error(`The claim ${claim.id} is no party's.`)
  return {
    stationId: station.id,
    timeZone: station.timeZone,
    shares: [{ adults: claim.servesAdults, guests: claim.servesGuests, travelCents: claim.travelCents }],
    work: claim.work,
    startsAt,
    point: { ...party.point, formatted: claim.address ?? "" },
    stationLegSeconds: party.stationLegSeconds,
    title: claim.title,
    owner: ownerOf(holdId, bookingId, expiresAt),
  }
}

function ownerOf(holdId: string, bookingId: string | null, expiresAt: ClaimRow["expiresAt"]) {
  if (bookingId) return { kind: "booking" as const, holdId, bookingId }
  if (!expiresAt) throw new Error(`The claim of the hold ${holdId} has no end.`)
  return { kind: "hold" as const, holdId, expiresAt }
}

/**
 * Hands over what was asked for and checks that nothing else of the chef's is left in the way.
 * `readLeft` reads what is. @throws AppError `code` (409) with the parties that nobody was named for.
 */
export async function handOverAll(
  ctx: Context,
  input: {
    handovers: readonly Handover[]
    readLeft: (ctx: Context) => Promise<ClaimRow[]>
    refusal: { code: string; message: (count: number) => string }
  },
): Promise<AffectedParty[]> {
  const before = await input.readLeft(ctx)
  const asked = before.filter((row) => input.handovers.some(({ claimId }) => claimId === row.id))
  const moved = await describeParties(ctx, asked)
  for (const handover of input.handovers) await handOver(ctx, handover)
  const left = await input.readLeft(ctx)
  if (left.length === 0) return moved
  throw new AppError("conflict", input.refusal.code, input.refusal.message(left.length), {
    conflicts: await describeParties(ctx, left),
  })
}
