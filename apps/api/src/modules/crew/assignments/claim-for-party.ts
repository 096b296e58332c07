import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { type ClaimChefs, claimChefs, insertClaims, lockCrew } from "../claim-chefs.ts"
import { type CrewedParty, findDecliners, judgeForParty } from "../ranking/find-candidates.ts"
import { whyNoCandidate } from "../ranking/rule-words.ts"
import { readCrewWindow } from "../read-crew.ts"

type Owned = CrewedParty & Pick<ClaimChefs, "owner">

/**
 * Takes the best chefs for the shares of a booked party that nobody has, in the caller's transaction.
 * @returns the chefs, or null when there are not enough; then nothing was written.
 */
export async function claimNextChefs(
  ctx: Context,
  party: Owned & Pick<ClaimChefs, "exceptChefIds">,
): Promise<string[] | null> {
  const exceptChefIds = [...(party.exceptChefIds ?? []), ...(await findDecliners(ctx, party))]
  try {
    return await claimChefs(ctx, { ...party, exceptChefIds, isKept: true })
  } catch (error) {
    // The rules are asked before any row is written, so the transaction is still sound.
    if (error instanceof AppError && error.code === "start-taken" && error.cause === undefined) return null
    throw error
  }
}

/**
 * Takes a chef whom a person chose, by the same rules as any other.
 * @throws AppError "chef-not-here" (422) of another station, "chef-not-free" (409) with the reason.
 */
export async function claimNamedChef(ctx: Context, party: Owned & { chefId: string }): Promise<void> {
  await lockCrew(ctx, party.stationId)
  const window = await readCrewWindow(ctx, {
    stationId: party.stationId,
    timeZone: party.timeZone,
    within: party.work,
  })
  const verdict = (await judgeForParty(ctx, window, party)).find(({ chefId }) => chefId === party.chefId)
  if (!verdict) {
    const detail = "Choose an active chef of the party's station."
    throw new AppError("unprocessable", "chef-not-here", detail, { errors: [{ pointer: "/chefId", detail }] })
  }
  // A person may ask a chef again who declined; the chef answers anew.
  if (verdict.rule && verdict.rule !== "declined") {
    const reason = whyNoCandidate(verdict.name, verdict.rule)
    throw new AppError("conflict", "chef-not-free", reason, {
      rule: verdict.rule,
      reasons: [reason],
    })
  }
  await insertClaims(ctx, party, [verdict])
}
