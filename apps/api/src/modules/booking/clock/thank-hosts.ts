import { and, gte, inArray, lte } from "drizzle-orm"
import { readCustomer } from "#modules/customers/index.ts"
import { findTasks } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { publish } from "#platform/jobs/events.ts"
import { hostThanked } from "../events.ts"
import type { BookingRow } from "../read-booking.ts"
import { isTimeForThanks } from "../rules/reminders.ts"
import { bookings } from "../tables.ts"
import { sayOnce } from "./find-due.ts"

// Thanks that come after a week are stranger than none.
const LOOK_BACK_DAYS = 7

/** Thanks the hosts of yesterday's parties, and asks those for a word who have nothing open with us. */
export async function thankHosts(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(
      and(
        inArray(bookings.status, ["completed", "settled"]),
        gte(bookings.startsAt, ctx.now().subtract({ hours: LOOK_BACK_DAYS * 24 })),
        lte(bookings.startsAt, ctx.now()),
      ),
    )
  for (const row of rows)
    if (isTimeForThanks(row.work.to, row.timeZone, ctx.now()))
      await sayOnce(ctx, row, "thanks", (ctx) => thank(ctx, row))
}

async function thank(ctx: Context, row: BookingRow): Promise<void> {
  await publish(ctx, hostThanked, {
    bookingId: row.id,
    customerId: row.customerId,
    asksForReview: await mayAskForReview(ctx, row),
  })
}

/** Nobody who complains or was hurt is asked for a review, and nobody who wants no words beyond the needed ones. */
async function mayAskForReview(ctx: Context, row: BookingRow): Promise<boolean> {
  const open = await findTasks(ctx, { state: "open", bookingId: row.id, limit: 100 })
  if (open.items.some(({ kind }) => kind === "complaint" || kind === "safety")) return false
  const { consents } = await readCustomer(ctx, { customerId: row.customerId })
  return !consents.some(
    ({ channel, scope, isGranted }) => channel === "email" && scope === "marketing" && !isGranted,
  )
}
