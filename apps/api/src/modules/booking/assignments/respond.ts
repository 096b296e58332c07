import { DeclineAssignment } from "@myhibachi/contract/assignments"
import { recordResponse, releaseClaims, requireOwnAssignment } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { parseInput } from "../parse-input.ts"
import { type BookingRow, lockBooking, requireAhead } from "../read-booking.ts"
import { shareOf } from "./crewed-party.ts"
import { replaceChef, settleCrew } from "./settle-crew.ts"

/** A chef takes a party; once taken it stays taken. @throws AppError "assignment-not-found", "assignment-declined", "booking-over". */
export async function acceptAssignment(ctx: Context, assignmentId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBookingOf(ctx, assignmentId)
    const { assignment } = await requireOwnAssignment(ctx, assignmentId)
    if (assignment.response === "accepted") return
    if (assignment.response === "declined")
      throw new AppError(
        "conflict",
        "assignment-declined",
        "You declined this party and somebody else was asked; call the office if you can come after all.",
      )
    requireAhead(row, ctx.now())
    await recordResponse(ctx, assignmentId, "accepted")
    await settleCrew(ctx, row, {
      action: "assignment.accepted",
      details: { assignmentId, chefId: assignment.chefId },
    })
  })
}

/**
 * A chef gives a party back, for any reason or none, without a disadvantage: the next candidate is asked, or a person.
 * @throws AppError "assignment-not-found", "assignment-begun", "booking-over" (409).
 */
export async function declineAssignment(
  ctx: Context,
  input: DeclineAssignment & { assignmentId: string },
): Promise<void> {
  const { assignmentId } = input
  const { reason } = parseInput(DeclineAssignment, { reason: input.reason })
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBookingOf(ctx, assignmentId)
    const own = await requireOwnAssignment(ctx, assignmentId)
    if (own.assignment.response === "declined") return
    requireAhead(row, ctx.now())
    if (own.assignment.checkedInAt)
      throw new AppError("conflict", "assignment-begun", "You have checked in already; call the office.")
    await recordResponse(ctx, assignmentId, "declined", reason || null)
    await releaseClaims(ctx, { claimId: assignmentId })
    const askedChefId = await replaceChef(ctx, row, {
      share: shareOf(own),
      because: `${own.chef.name} declined${reason ? ` (${reason})` : ""}.`,
      exceptChefId: own.chef.id,
    })
    await settleCrew(ctx, row, {
      action: "assignment.declined",
      details: { assignmentId, chefId: own.chef.id, reason, askedChefId },
    })
  })
}

/** Locks the booking first, as everybody does who changes its crew; the chef's own assignment is read again behind it. */
export async function lockBookingOf(ctx: Context, assignmentId: string): Promise<BookingRow> {
  const { assignment } = await requireOwnAssignment(ctx, assignmentId)
  return lockBooking(ctx, assignment.bookingId)
}
