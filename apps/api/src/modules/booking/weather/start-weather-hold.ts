import { StartWeatherHold } from "@myhibachi/contract/booking-life"
import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { advanceLocked, requireMove } from "../advance-booking.ts"
import { weatherHoldStarted } from "../events.ts"
import { formatStart } from "../format-start.ts"
import { parseInput } from "../parse-input.ts"
import { type BookingRow, lockBooking } from "../read-booking.ts"
import { PLANNED } from "../rules/booking-states.ts"
import { decideBy } from "../rules/weather-clock.ts"
import { weatherHolds } from "./tables.ts"

/**
 * Lets an outdoor party without cover wait for the weather. The chefs stay its own; the clock of the policy runs
 * until it is moved, covered or cancelled.
 * @throws AppError "weather-cover-there", "weather-hold-refused" (409).
 */
export async function startWeatherHold(
  ctx: Context,
  input: StartWeatherHold & { bookingId: string },
): Promise<BookingRow> {
  const { setting, note } = parseInput(StartWeatherHold, { setting: input.setting, note: input.note })
  if (setting !== "outdoor_uncovered") {
    const message = "With cover or indoors we cook in any weather, so this party does not have to wait."
    throw new AppError("conflict", "weather-cover-there", message)
  }
  return inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    const planned = PLANNED.find((status) => status === row.status)
    if (!planned) throw refuseState(row)
    await requireMove(ctx, row, "weather_hold")
    const { parameters } = await policiesById(ctx, row.policyIds)
    const until = decideBy(row.startsAt, ctx.now(), parameters.weather)
    await ctx.db.insert(weatherHolds).values({
      id: ctx.newId("wth"),
      bookingId: row.id,
      startedAt: ctx.now(),
      startedBy: ctx.actor.kind === "staff" ? "company" : "customer",
      note,
      decideBy: until,
    })
    const told = { bookingId: row.id, customerId: row.customerId, decideBy: until.toString() }
    await publish(ctx, weatherHoldStarted, told)
    return advanceLocked(ctx, row, {
      to: "weather_hold",
      reason: note || "The weather forecast is bad and there is no cover.",
      details: { decideBy: until.toString() },
      changes: { resumeStatus: planned },
      title: "waits for the weather",
      detail: `To be decided by ${formatStart(until, row.timeZone)}`,
    })
  })
}

function refuseState(row: BookingRow): AppError {
  const message =
    row.status === "weather_hold"
      ? "This party waits for the weather already."
      : "Only a booked party to come can wait for the weather; this one is cancelled, has begun or is over."
  return new AppError("conflict", "weather-hold-refused", message)
}
