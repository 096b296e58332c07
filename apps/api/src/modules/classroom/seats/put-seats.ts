import type { PutSeats, Seats } from "@myhibachi/contract/classroom"
import { eq, notInArray } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { seats, seatTable } from "../tables.ts"
import { readSeats, SEAT_TABLE } from "./find-seats.ts"

/**
 * Replaces the table: order, models, limits. Discussions that run keep the seats they started with.
 * @throws AppError "seats-changed" when somebody else changed it, "invalid-input" for an unknown seat id.
 */
export async function putSeats(ctx: Context, input: PutSeats): Promise<Seats> {
  return inTransaction(ctx, async (ctx) => {
    const [table] = await ctx.db.select().from(seatTable).where(eq(seatTable.id, SEAT_TABLE)).for("update")
    const version = table?.version ?? 1
    if (version !== input.version) {
      throw new AppError("conflict", "seats-changed", "Somebody else changed the seats; load them again.")
    }
    const known = new Set((await ctx.db.select({ id: seats.id }).from(seats)).map((row) => row.id))
    input.seats.forEach((seat, index) => {
      if (seat.id && !known.has(seat.id)) throw invalidField(`/seats/${index}/id`, "There is no such seat.")
    })
    const rows = input.seats.map((seat, index) => ({
      ...seat,
      id: seat.id ?? ctx.newId("seat"),
      position: index + 1,
    }))
    await ctx.db.delete(seats).where(
      notInArray(
        seats.id,
        rows.map((row) => row.id),
      ),
    )
    for (const row of rows) {
      await ctx.db.insert(seats).values(row).onConflictDoUpdate({ target: seats.id, set: row })
    }
    await ctx.db
      .insert(seatTable)
      .values({ id: SEAT_TABLE, version: version + 1 })
      .onConflictDoUpdate({ target: seatTable.id, set: { version: version + 1 } })
    await audit(ctx, {
      action: "seats.changed",
      entity: "seats",
      entityId: SEAT_TABLE,
      details: {
        seats: rows.map(({ provider, model, role, isEnabled }) => ({ provider, model, role, isEnabled })),
      },
    })
    return readSeats(ctx)
  })
}
