import { requireStation } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { findDays, type StartSearch, withOtherStarts } from "../find-availability.ts"
import type { BookingRow } from "../read-booking.ts"
import { catalogOf } from "../read-quote.ts"
import { guestsPerChef } from "../rules/plan-crew.ts"
import { type Amendment, planAmendment, type Wanted } from "./plan-amendment.ts"

/** Refuses a change for which the chefs are not free at the party's start. @throws AppError "start-taken" (409) with other starts. */
export async function requireChefsFree(ctx: Context, row: BookingRow, wanted: Wanted): Promise<void> {
  const amendment = await planAmendment(ctx, row, wanted)
  const search = await searchForChange(ctx, row, amendment)
  const [day] = await findDays(ctx, search)
  const startsAt = row.startsAt.toString()
  if (day?.starts.some((start) => start.startsAt === startsAt)) return
  throw await withOtherStarts(ctx, chefsTaken(), search)
}

/** @returns the refusal of a change in words that fit it, with the other starts of the day. */
export async function chefsTakenAt(ctx: Context, row: BookingRow, amendment: Amended): Promise<AppError> {
  return withOtherStarts(ctx, chefsTaken(), await searchForChange(ctx, row, amendment))
}

function chefsTaken(): AppError {
  const message =
    "At this start we have no chefs free for that change. The party stays as it is; at other starts of the day it would be possible."
  return new AppError("conflict", "start-taken", message)
}

type Amended = Pick<Amendment, "inputs" | "priced" | "stationId">

async function searchForChange(ctx: Context, row: BookingRow, amendment: Amended): Promise<StartSearch> {
  const { inputs, priced, stationId } = amendment
  const { parameters } = await catalogOf(ctx, inputs)
  return {
    target: {
      station: await requireStation(ctx, stationId),
      point: inputs.place,
      stationLegSeconds: inputs.travel?.drivingSeconds ?? row.stationLegSeconds,
    },
    chefs: priced.chefs,
    guestsPerChef: guestsPerChef(inputs.guests, priced.chefs),
    durations: priced.durations,
    dates: [row.startsAt.toZonedDateTimeISO(row.timeZone).toPlainDate()],
    // The party has its start already, so the notice that we ask for does not bind it.
    scheduling: { ...parameters.scheduling, leadHours: 0 },
    ignoreBookingId: row.id,
  }
}
