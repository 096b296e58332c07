import { and, isNull, lte } from "drizzle-orm"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { formatStart } from "../format-start.ts"
import { requireBooking } from "../read-booking.ts"
import { weatherHolds } from "../weather/tables.ts"

/** Gives parties whose weather is still undecided to a person at once; the clock itself cancels nothing. */
export async function pressWeatherDecisions(ctx: Context): Promise<void> {
  const overdue = await ctx.db
    .select()
    .from(weatherHolds)
    .where(and(isNull(weatherHolds.endedAt), lte(weatherHolds.decideBy, ctx.now())))
  for (const hold of overdue) {
    const row = await requireBooking(ctx, hold.bookingId)
    await createTask(ctx, {
      kind: "booking",
      title: `${row.reference}: decide about the weather now`,
      detail: `The party at ${formatStart(row.startsAt, row.timeZone)} is outdoors without cover, and ${row.contact.name} has not decided. Call${row.contact.phone ? ` ${row.contact.phone}` : ""}, then move it, confirm cover or cancel it on the booking's page.`,
      dueAt: ctx.now(),
      isUrgent: true,
      bookingId: row.id,
      customerId: row.customerId,
      key: `weather-undecided:${hold.id}`,
    })
  }
}
