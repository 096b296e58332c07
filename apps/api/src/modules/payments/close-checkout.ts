import { and, eq, inArray, ne, type SQL } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { isOfProvider } from "./payment-provider.ts"
import { checkouts } from "./tables.ts"

/** Closes a page at the provider; one that is paid or over already stays as it is. */
export const expireCheckout = defineJob({
  name: "expire-checkout",
  schema: z.object({ checkoutId: z.string() }),
  run: async (ctx, { checkoutId }) => {
    const [row] = await ctx.db.select().from(checkouts).where(eq(checkouts.id, checkoutId))
    if (row?.providerCheckoutId && isOfProvider(ctx, row))
      await ctx.providers.payments?.expireCheckout(row.providerCheckoutId)
  },
})

/** Closes the payment page of a hold that has ended; money that still comes goes back by itself. */
export async function closeCheckoutsOfHold(ctx: Context, holdId: string): Promise<void> {
  await closeCheckouts(ctx, eq(checkouts.holdId, holdId))
}

/** Closes the pages on which a booking's balance could be paid; tips stay open. */
export async function closeCheckoutsOfBooking(ctx: Context, bookingId: string): Promise<void> {
  await closeCheckouts(ctx, and(eq(checkouts.bookingId, bookingId), ne(checkouts.purpose, "tip")))
}

async function closeCheckouts(ctx: Context, condition: SQL | undefined): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const closed = await ctx.db
      .update(checkouts)
      .set({ status: "expired" })
      .where(and(condition, inArray(checkouts.status, ["creating", "open"])))
      .returning({ id: checkouts.id })
    for (const { id } of closed) await ctx.services.jobs.enqueue(ctx, expireCheckout, { checkoutId: id })
  })
}
