import type { BookingPage } from "@myhibachi/contract/booking"
import { formatMoney, usd } from "@myhibachi/contract/money"
import type { QuoteLine } from "@myhibachi/contract/quote"
import { eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { claimChefs, releaseClaims } from "#modules/crew/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { hoursBetween, Temporal } from "#platform/time.ts"
import { advanceLocked } from "./advance-booking.ts"
import { followCrew } from "./assignments/settle-crew.ts"
import { bookingRescheduled } from "./events.ts"
import { isStartTaken, withOtherStarts } from "./find-availability.ts"
import { formatStart } from "./format-start.ts"
import {
  type BookingRow,
  lockBooking,
  readBookingForCustomer,
  requireAhead,
  requireBooking,
} from "./read-booking.ts"
import { recordTransition } from "./record-transition.ts"
import { requireStart } from "./refuse-start.ts"
import { type Because, decide, schedulingFor, searchFor } from "./reschedule-options.ts"
import { type CrewWork, crewWork, durationsFor, workSpan } from "./rules/plan-crew.ts"
import type { RescheduleDecision } from "./rules/rescheduling.ts"
import { slotInstant } from "./rules/start-grid.ts"
import { bookings } from "./tables.ts"
import { endWeatherHold } from "./weather/end-weather-hold.ts"

export interface RescheduleInput {
  bookingId: string
  startsAt: string
  because: Because
  expectedFeeCents?: number | undefined
}

/**
 * Moves a party: gives its chefs back and takes them at the new start, in one transaction.
 * @throws AppError "booking-over", "reschedule-by-person", "fee-changed", "start-taken" (409), "start-…".
 */
export async function rescheduleBooking(ctx: Context, input: RescheduleInput): Promise<BookingPage> {
  try {
    await inTransaction(ctx, (ctx) => moveBooking(ctx, input))
  } catch (error) {
    throw await addOtherStarts(ctx, error, input)
  }
  return readBookingForCustomer(ctx, input)
}

/** Names the free starts of the wanted day when the wanted one is taken. */
async function addOtherStarts(ctx: Context, error: unknown, input: RescheduleInput): Promise<unknown> {
  if (!isStartTaken(error)) return error
  const row = await requireBooking(ctx, input.bookingId)
  const { parameters } = await policiesById(ctx, row.policyIds)
  const date = Temporal.Instant.from(input.startsAt).toZonedDateTimeISO(row.timeZone).toPlainDate()
  return withOtherStarts(ctx, error, await searchFor(ctx, row, [date], parameters))
}

async function moveBooking(ctx: Context, input: RescheduleInput): Promise<void> {
  const row = await lockBooking(ctx, input.bookingId)
  requireAhead(row, ctx.now())
  const { parameters } = await policiesById(ctx, row.policyIds)
  const start = requireStart(
    Temporal.Instant.from(input.startsAt),
    row.timeZone,
    ctx.now(),
    schedulingFor(ctx, parameters),
  )
  if (start.startsAt.equals(row.startsAt)) return
  const decision = decide(ctx, row, start.startsAt, input.because, parameters)
  refuseMove(decision, input.expectedFeeCents)
  const work = workSpan(start.startsAt, durationsFor(row.guests, parameters.scheduling))
  await moveClaims(ctx, row, start.startsAt, work, crewWork(row, parameters.scheduling))
  const lines = decision.feeCents > 0 ? [...row.lines, feeLine(decision)] : row.lines
  const [moved] = await ctx.db
    .update(bookings)
    .set({
      startsAt: start.startsAt,
      slotStartsAt: slotInstant(start, row.timeZone),
      work,
      lines,
      beforeTaxCents: row.beforeTaxCents + decision.feeCents,
      totalCents: row.totalCents + decision.feeCents,
      reschedulesUsed: row.reschedulesUsed + (decision.isCounted ? 1 : 0),
      version: row.version + 1,
    })
    .where(eq(bookings.id, row.id))
    .returning()
  if (!moved) throw new Error(`The booking ${row.id} has gone.`)
  await tellOfMove(ctx, row, start.startsAt, decision, input.because)
  await goOnAfterMove(ctx, moved, parameters.head_count.closesHoursBefore)
  await followCrew(ctx, row.id)
}

/** A move ends the wait for the weather, and away from the cut-off it opens the head count again. */
async function goOnAfterMove(ctx: Context, moved: BookingRow, closesHoursBefore: number): Promise<void> {
  const isOpenAgain = hoursBetween(ctx.now(), moved.startsAt) >= closesHoursBefore
  if (moved.status === "weather_hold") return endWeatherHold(ctx, moved, "moved", isOpenAgain)
  if (moved.status !== "locked" || !isOpenAgain) return
  await advanceLocked(ctx.as({ kind: "system", name: "moved" }), moved, {
    to: "confirmed",
    reason: "The party was moved, so its head count is open again.",
  })
}

function refuseMove(decision: RescheduleDecision, expectedFeeCents: number | undefined): void {
  if (!decision.isAllowed) throw new AppError("conflict", "reschedule-by-person", decision.explanation)
  if (expectedFeeCents === undefined || expectedFeeCents === decision.feeCents) return
  const message = `This move costs ${formatMoney(usd(decision.feeCents))} now; please look at it again.`
  throw new AppError("conflict", "fee-changed", message, { feeCents: decision.feeCents })
}

async function moveClaims(
  ctx: Context,
  row: BookingRow,
  startsAt: Temporal.Instant,
  work: BookingRow["work"],
  crew: CrewWork,
): Promise<void> {
  const chefIds = await releaseClaims(ctx, { bookingId: row.id })
  await claimChefs(ctx, {
    stationId: row.stationId,
    timeZone: row.timeZone,
    ...crew,
    work,
    startsAt,
    point: row.place,
    stationLegSeconds: row.stationLegSeconds,
    title: row.contact.name,
    owner: { kind: "booking", holdId: row.holdId, bookingId: row.id },
    preferredChefIds: chefIds,
  })
}

function feeLine(decision: RescheduleDecision): QuoteLine {
  return {
    kind: "fee",
    lineClass: "fee",
    sku: null,
    title: "Moving the party",
    quantity: null,
    unitPrice: null,
    amount: usd(decision.feeCents),
    explanation: decision.explanation,
  }
}

async function tellOfMove(
  ctx: Context,
  row: BookingRow,
  startsAt: Temporal.Instant,
  decision: RescheduleDecision,
  because: Because,
): Promise<void> {
  const from = row.startsAt.toString()
  const to = startsAt.toString()
  const details = { from, to, because, feeCents: decision.feeCents, isCounted: decision.isCounted }
  await recordTransition(ctx, {
    entity: "booking",
    entityId: row.id,
    from: row.status,
    to: row.status,
    reason: "moved",
    details,
  })
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "booking",
    title: `${row.reference} moved to ${formatStart(startsAt, row.timeZone)}`,
    detail: decision.explanation,
    entity: "booking",
    entityId: row.id,
  })
  await publish(ctx, bookingRescheduled, {
    bookingId: row.id,
    customerId: row.customerId,
    fromStartsAt: from,
    toStartsAt: to,
    feeCents: decision.feeCents,
  })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, { action: "booking.rescheduled", entity: "booking", entityId: row.id, details })
}
