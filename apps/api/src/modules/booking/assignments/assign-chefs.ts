import type { AssignChef, BookingCrew } from "@myhibachi/contract/assignments"
import {
  type AssignmentRow,
  claimNamedChef,
  claimNextChefs,
  findCandidates,
  presentAssignments,
  releaseClaims,
} from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { lockBooking, requireAhead, requireBooking } from "../read-booking.ts"
import { readPartyCrew, shareOf } from "./crewed-party.ts"
import { replaceChef, settleCrew } from "./settle-crew.ts"

/** @returns who has the party, who had, and every chef of the station with what speaks for or against them. */
export async function readBookingCrew(ctx: Context, bookingId: string): Promise<BookingCrew> {
  const row = await requireBooking(ctx, bookingId)
  const { party, live, earlier } = await readPartyCrew(ctx, row)
  return {
    chefsNeeded: row.chefs,
    assignments: await presentAssignments(ctx, live),
    earlier: earlier.map(({ assignment, chef }) => ({
      id: assignment.claimId,
      name: chef.name,
      response: assignment.response,
      declineReason: assignment.declineReason,
    })),
    candidates: await findCandidates(ctx, party),
  }
}

/** Fills the parts that nobody has with the best candidates. @throws AppError "not-enough-chefs", "booking-over" (409). */
export async function autoAssignChefs(ctx: Context, bookingId: string): Promise<BookingCrew> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, bookingId)
    requireAhead(row, ctx.now())
    const { party, open } = await readPartyCrew(ctx, row)
    if (open.length === 0) return
    const chefIds = await claimNextChefs(ctx, { ...party, shares: open })
    if (!chefIds) {
      const message = `The party lacks ${open.length} of ${row.chefs} chefs and not as many are free; look at the reasons below, or move the party.`
      throw new AppError("conflict", "not-enough-chefs", message)
    }
    await settleCrew(ctx, row, { action: "booking.chefs-assigned", details: { chefIds, by: "rule" } })
  })
  return readBookingCrew(ctx, bookingId)
}

/**
 * Gives the party to a chef whom a person chose, in another's place or where one is lacking.
 * @throws AppError "crew-complete" (409) when nobody is to be replaced, and as claimNamedChef.
 */
export async function assignChef(
  ctx: Context,
  input: AssignChef & { bookingId: string },
): Promise<BookingCrew> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    requireAhead(row, ctx.now())
    const { party, live, open } = await readPartyCrew(ctx, row)
    const replaced = input.replacesId ? requireLive(live, input.replacesId) : null
    const share = replaced ? shareOf(replaced) : open[0]
    if (!share) {
      const message = "The crew is complete; say whose place the chef takes."
      throw new AppError("conflict", "crew-complete", message)
    }
    if (replaced) await releaseClaims(ctx, { claimId: replaced.claim.id })
    await claimNamedChef(ctx, { ...party, shares: [share], chefId: input.chefId })
    await settleCrew(ctx, row, {
      action: "booking.chef-assigned",
      details: { chefId: input.chefId, insteadOf: replaced?.chef.id ?? null },
    })
  })
  return readBookingCrew(ctx, input.bookingId)
}

/** Takes the party from a chef; the next candidate is asked, or a person looks for one. @throws AppError "booking-over". */
export async function unassignChef(
  ctx: Context,
  input: { bookingId: string; assignmentId: string; replace: boolean },
): Promise<BookingCrew> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    requireAhead(row, ctx.now())
    const { live } = await readPartyCrew(ctx, row)
    const leaving = requireLive(live, input.assignmentId)
    await releaseClaims(ctx, { claimId: leaving.claim.id })
    const part = { share: shareOf(leaving), because: `${leaving.chef.name} was taken off the party.` }
    const askedChefId = input.replace
      ? await replaceChef(ctx, row, { ...part, exceptChefId: leaving.chef.id })
      : null
    await settleCrew(ctx, row, {
      action: "booking.chef-unassigned",
      details: { chefId: leaving.chef.id, askedChefId },
    })
  })
  return readBookingCrew(ctx, input.bookingId)
}

function requireLive(live: readonly AssignmentRow[], assignmentId: string): AssignmentRow {
  const found = live.find(({ claim }) => claim.id === assignmentId)
  if (!found) throw notFound("assignment", assignmentId)
  return found
}
