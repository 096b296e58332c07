import { type ChangeOrder, ProposeChange } from "@myhibachi/contract/booking-life"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { and, eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { hoursBefore, Temporal } from "#platform/time.ts"
import { changeOffered } from "../events.ts"
import { requireBookingOpen } from "../head-count-closing.ts"
import { locateParty } from "../locate-party.ts"
import { parseInput } from "../parse-input.ts"
import { type BookingRow, feeCentsOf, lockBooking, requireBooking } from "../read-booking.ts"
import { type Amendment, planAmendment, type Wanted } from "./plan-amendment.ts"
import { readChangeOrder } from "./read-change-orders.ts"
import { requireChefsFree } from "./require-chefs-free.ts"
import { changeOrders } from "./tables.ts"
import { tellOfChange } from "./tell-of-change.ts"

/**
 * Prices a change of a booked party and offers it for acceptance; nothing of the party changes yet. An earlier
 * offer that still waits is withdrawn.
 * @throws AppError "nothing-changes", "booking-over", "head-count-closed", "start-taken" (409) with other starts,
 * and as planAmendment and locateParty.
 */
export async function proposeChange(
  ctx: Context,
  input: ProposeChange & { bookingId: string },
): Promise<ChangeOrder> {
  const { bookingId, ...asked } = input
  const { guests, items, address, note } = parseInput(ProposeChange, asked)
  await requireBookingOpen(ctx, await requireBooking(ctx, bookingId))
  const located = address ? await locateParty(ctx, address.text) : null
  const wanted = { guests, items, located }
  await requireChefsFree(ctx, await requireBooking(ctx, bookingId), wanted)
  const changeOrderId = await inTransaction(ctx, (ctx) => offer(ctx, bookingId, wanted, note))
  return readChangeOrder(ctx, { changeOrderId })
}

async function offer(ctx: Context, bookingId: string, wanted: Wanted, note: string): Promise<string> {
  const row = await lockBooking(ctx, bookingId)
  await requireBookingOpen(ctx, row)
  const amendment = await planAmendment(ctx, row, wanted)
  refuseNothing(row, amendment)
  await withdrawEarlier(ctx, row.id)
  const id = ctx.newId("chg")
  const totalAfterCents = amendment.priced.totalCents + feeCentsOf(row)
  await ctx.db.insert(changeOrders).values({
    id,
    bookingId: row.id,
    status: "offered",
    baseRevision: row.quoteRevision,
    startsAt: row.startsAt,
    guestsBefore: row.guests,
    linesBefore: row.lines.filter((line) => line.kind !== "fee"),
    chefsBefore: row.chefs,
    totalBeforeCents: row.totalCents,
    totalAfterCents,
    inputs: amendment.inputs,
    ...amendment.sealed,
    stationId: amendment.stationId,
    newAddress: wanted.located?.place.formatted ?? null,
    note,
    createdAt: ctx.now(),
    createdBy: actorName(ctx.actor),
    expiresAt: await expiryOf(ctx, row),
  })
  if (ctx.actor.kind === "staff")
    await publish(ctx, changeOffered, { bookingId: row.id, customerId: row.customerId, changeOrderId: id })
  const difference = formatMoney(usd(totalAfterCents - row.totalCents))
  await tellOfChange(ctx, row, {
    reason: "change offered",
    title: "a change was priced",
    detail: `It makes a difference of ${difference}`,
    details: { changeOrderId: id, guests: amendment.inputs.guests, totalAfterCents },
    action: "change-order.offered",
  })
  return id
}

function refuseNothing(row: BookingRow, { inputs }: Amendment): void {
  const isSame =
    JSON.stringify(inputs.items) === JSON.stringify(row.items) &&
    inputs.place?.formatted === row.place.formatted &&
    inputs.guests.adults === row.guests.adults &&
    inputs.guests.children === row.guests.children &&
    inputs.guests.littleOnes === row.guests.littleOnes
  if (isSame)
    throw new AppError(
      "invalid",
      "nothing-changes",
      "This is what is booked already; change the guests, the extras or the address.",
    )
}

async function withdrawEarlier(ctx: Context, bookingId: string): Promise<void> {
  await ctx.db
    .update(changeOrders)
    .set({ status: "withdrawn", decidedAt: ctx.now(), decidedBy: actorName(ctx.actor) })
    .where(and(eq(changeOrders.bookingId, bookingId), eq(changeOrders.status, "offered")))
}

/** As long as a quote, and never beyond the cut-off; what staff offer after it lasts until the start. */
async function expiryOf(ctx: Context, row: BookingRow): Promise<Temporal.Instant> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  const usual = ctx.now().add({ hours: parameters.quote.expiresAfterHours })
  const cutOff = hoursBefore(row.startsAt, parameters.head_count.closesHoursBefore)
  const last = Temporal.Instant.compare(cutOff, ctx.now()) > 0 ? cutOff : row.startsAt
  return Temporal.Instant.compare(usual, last) < 0 ? usual : last
}
