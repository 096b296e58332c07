import { and, eq, isNull } from "drizzle-orm"
import { completeTaskByKey } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { publish } from "#platform/jobs/events.ts"
import { advanceLocked } from "../advance-booking.ts"
import { weatherHoldEnded } from "../events.ts"
import type { BookingRow } from "../read-booking.ts"
import { weatherHolds } from "./tables.ts"

type Outcome = "moved" | "covered" | "cancelled"

const REASONS = {
  moved: "The party was moved because of the weather.",
  covered: "There will be cover, so the party takes place as planned.",
}

/** Ends the wait of a locked booking and lets it go on; with its head count open again when it moved away. */
export async function endWeatherHold(
  ctx: Context,
  row: BookingRow,
  outcome: "moved" | "covered",
  isOpenAgain = false,
): Promise<void> {
  await closeWeatherHold(ctx, row, outcome)
  const before = row.resumeStatus ?? "confirmed"
  await advanceLocked(ctx, row, {
    to: isOpenAgain && before === "locked" ? "confirmed" : before,
    reason: REASONS[outcome],
    changes: { resumeStatus: null },
    title: outcome === "moved" ? "no longer waits for the weather" : "takes place under cover",
  })
}

/** Notes how the wait ended; the caller moves the booking on. */
export async function closeWeatherHold(ctx: Context, row: BookingRow, outcome: Outcome): Promise<void> {
  const [ended] = await ctx.db
    .update(weatherHolds)
    .set({ endedAt: ctx.now(), outcome })
    .where(and(eq(weatherHolds.bookingId, row.id), isNull(weatherHolds.endedAt)))
    .returning({ id: weatherHolds.id })
  if (ended) await completeTaskByKey(ctx, `weather-undecided:${ended.id}`)
  await publish(ctx, weatherHoldEnded, { bookingId: row.id, customerId: row.customerId, outcome })
}
