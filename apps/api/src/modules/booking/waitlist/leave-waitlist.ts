import type { WaitlistPlace } from "@myhibachi/contract/booking-life"
import { and, eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { readPlace, requirePlaceInLine } from "./read-waitlist.ts"
import { waitlist } from "./tables.ts"

/** Takes a person off the list. @throws AppError "offer-runs" (409) while a start is held for them. */
export async function leaveWaitlist(ctx: Context, input: { waitlistId: string }): Promise<WaitlistPlace> {
  await inTransaction(ctx, async (ctx) => {
    const row = await requirePlaceInLine(ctx, input.waitlistId)
    if (row.status === "offered")
      throw new AppError(
        "conflict",
        "offer-runs",
        "A start is held for you: take it or give it back on its page.",
      )
    const left = await ctx.db
      .update(waitlist)
      .set({ status: "left" })
      .where(and(eq(waitlist.id, row.id), eq(waitlist.status, "waiting")))
      .returning({ id: waitlist.id })
    if (left.length > 0) await audit(ctx, { action: "waitlist.left", entity: "waitlist", entityId: row.id })
  })
  return readPlace(ctx, input.waitlistId)
}
