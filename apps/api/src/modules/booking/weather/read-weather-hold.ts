import type { WeatherHold } from "@myhibachi/contract/booking-life"
import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import type { BookingRow } from "../read-booking.ts"
import { weatherHolds } from "./tables.ts"

/** @returns the wait for the weather that runs, or null. */
export async function readWeatherHold(
  ctx: Context,
  row: Pick<BookingRow, "id" | "status">,
): Promise<WeatherHold | null> {
  if (row.status !== "weather_hold") return null
  const [hold] = await ctx.db
    .select()
    .from(weatherHolds)
    .where(and(eq(weatherHolds.bookingId, row.id), isNull(weatherHolds.endedAt)))
  if (!hold) return null
  return {
    startedAt: hold.startedAt.toString(),
    startedBy: hold.startedBy,
    note: hold.note,
    decideBy: hold.decideBy.toString(),
    isOverdue: Temporal.Instant.compare(hold.decideBy, ctx.now()) <= 0,
  }
}
