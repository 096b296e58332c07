import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { hoursBetween } from "#platform/time.ts"
import { advanceLocked } from "../advance-booking.ts"
import { lockBooking } from "../read-booking.ts"
import { findDueBeforeStart } from "./find-due.ts"

const OPEN = ["confirmed", "assigned"] as const

/** Closes the head count of every party that has reached its cut-off. */
export async function lockParties(ctx: Context): Promise<void> {
  const due = await findDueBeforeStart(ctx, OPEN, ({ head_count }) => head_count.closesHoursBefore)
  for (const { id } of due) await lockParty(ctx, id)
}

async function lockParty(ctx: Context, bookingId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, bookingId)
    const { parameters } = await policiesById(ctx, row.policyIds)
    // It may have been moved or cancelled since it was found.
    const isOpen = OPEN.some((status) => status === row.status)
    const { closesHoursBefore } = parameters.head_count
    if (!isOpen || hoursBetween(ctx.now(), row.startsAt) >= closesHoursBefore) return
    await advanceLocked(ctx, row, {
      to: "locked",
      reason: `The head count and the choices closed ${closesHoursBefore} hours before the start.`,
      title: "has its head count closed",
    })
  })
}
