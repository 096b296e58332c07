import { and, eq, gte } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { advanceLocked } from "../advance-booking.ts"
import { lockBooking, owedCents } from "../read-booking.ts"
import { bookings } from "../tables.ts"

const LOOK_BACK_DAYS = 120

/** Settles what is over and paid; what is paid months later still is. */
export async function settleParties(ctx: Context): Promise<void> {
  const since = ctx.now().subtract({ hours: LOOK_BACK_DAYS * 24 })
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.status, "completed"), gte(bookings.startsAt, since)))
  for (const row of rows) if (owedCents(row) === 0) await settleIfPaid(ctx, row.id)
}

/** Settles one party when it is over and nothing is owed. */
export async function settleIfPaid(ctx: Context, bookingId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, bookingId)
    if (row.status !== "completed" || owedCents(row) > 0) return
    await advanceLocked(ctx, row, { to: "settled", reason: "The party is over and paid." })
  })
}
