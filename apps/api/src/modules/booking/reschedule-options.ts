import type { RescheduleOptions } from "@myhibachi/contract/booking"
import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { usd } from "@myhibachi/contract/money"
import { policiesById } from "#modules/catalog/index.ts"
import { requireStation } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { findDays, readDates, type StartSearch } from "./find-availability.ts"
import { type BookingRow, requireAhead, requireBooking } from "./read-booking.ts"
import { durationsFor, guestsPerChef } from "./rules/plan-crew.ts"
import { decideReschedule, type RescheduleDecision } from "./rules/rescheduling.ts"

/** Why a party moves. */
export type Because = "customer" | "weather" | "company"

export interface FindRescheduleOptions {
  bookingId: string
  from?: string | undefined
  to?: string | undefined
}

/** @returns what a move would cost now, and the starts that are free; a week around the party by default. */
export async function findRescheduleOptions(
  ctx: Context,
  input: FindRescheduleOptions,
): Promise<RescheduleOptions> {
  const row = await requireBooking(ctx, input.bookingId)
  requireAhead(row, ctx.now())
  const { parameters } = await policiesById(ctx, row.policyIds)
  const decision = decide(ctx, row, null, "customer", parameters)
  const day = row.startsAt.toZonedDateTimeISO(row.timeZone).toPlainDate()
  const from = input.from ?? day.toString()
  const to = input.to ?? Temporal.PlainDate.from(from).add({ days: 6 }).toString()
  return {
    isAllowed: decision.isAllowed,
    fee: usd(decision.feeCents),
    explanation: decision.explanation,
    timeZone: row.timeZone,
    days: decision.isAllowed
      ? await findDays(ctx, await searchFor(ctx, row, readDates(from, to), parameters))
      : [],
  }
}

/** @returns the search for starts that would suit the party as it is booked. */
export async function searchFor(
  ctx: Context,
  row: BookingRow,
  dates: Temporal.PlainDate[],
  parameters: PolicyParameters,
): Promise<StartSearch> {
  const scheduling = schedulingFor(ctx, parameters)
  return {
    target: {
      station: await requireStation(ctx, row.stationId),
      point: row.place,
      stationLegSeconds: row.stationLegSeconds,
    },
    chefs: row.chefs,
    guestsPerChef: guestsPerChef(row.guests, row.chefs),
    durations: durationsFor(row.guests, scheduling),
    dates,
    scheduling,
    ignoreBookingId: row.id,
  }
}

function isPerson(ctx: Context): boolean {
  return ctx.actor.kind === "staff" || ctx.actor.kind === "system"
}

/** The notice that we ask for binds customers: what staff can cook for they may promise. */
export function schedulingFor(
  ctx: Context,
  { scheduling }: PolicyParameters,
): PolicyParameters["scheduling"] {
  return isPerson(ctx) ? { ...scheduling, leadHours: 0 } : scheduling
}

/** @returns what a move would cost, and whether this actor may make it. */
export function decide(
  ctx: Context,
  row: BookingRow,
  newStartsAt: Temporal.Instant | null,
  because: Because,
  parameters: PolicyParameters,
): RescheduleDecision {
  const { startsAt, slotStartsAt, reschedulesUsed } = row
  const isWaiting = row.status === "weather_hold"
  return decideReschedule(
    {
      startsAt,
      slotStartsAt,
      newStartsAt,
      now: ctx.now(),
      reschedulesUsed,
      // A party that waits for the weather moves because of it, whoever moves it.
      because: isWaiting && because === "customer" ? "weather" : because,
      mayMoveLate: isWaiting || isPerson(ctx),
    },
    parameters,
  )
}
