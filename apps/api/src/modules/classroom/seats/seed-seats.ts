import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { Temporal } from "#platform/time.ts"
import { modelPrices, seats, seatTable } from "../tables.ts"
import { SEAT_TABLE } from "./find-seats.ts"
import { SAMPLE_PRICES, SAMPLE_SEATS } from "./sample-seats.ts"

/** Writes the shipped seats and prices; does nothing when there are seats already. */
export async function seedSeats(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [first] = await ctx.db.select({ id: seatTable.id }).from(seatTable).limit(1)
    if (first) return
    await ctx.db.insert(seatTable).values({ id: SEAT_TABLE, version: 1 })
    await ctx.db.insert(seats).values(SAMPLE_SEATS.map((seat, index) => ({ ...seat, position: index + 1 })))
    const effectiveFrom = Temporal.Instant.from("2024-12-01T00:00:00Z")
    await ctx.db
      .insert(modelPrices)
      .values(SAMPLE_PRICES.map((price) => ({ ...price, id: ctx.newId("mprice"), effectiveFrom })))
  })
}
