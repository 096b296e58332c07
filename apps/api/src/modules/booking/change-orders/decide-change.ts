import type { ChangeOrder } from "@myhibachi/contract/booking-life"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { followCrew } from "../assignments/settle-crew.ts"
import { changeAccepted } from "../events.ts"
import { isStartTaken } from "../find-availability.ts"
import { type BookingRow, lockBooking, requireAhead, requireBooking } from "../read-booking.ts"
import { applyAmendment } from "./apply-amendment.ts"
import {
  type ChangeOrderRow,
  pricedOf,
  readChangeOrder,
  requireChangeOrder,
  statusOf,
} from "./read-change-orders.ts"
import { chefsTakenAt } from "./require-chefs-free.ts"
import { changeOrders } from "./tables.ts"
import { tellOfChange } from "./tell-of-change.ts"

export interface DecideChange {
  changeOrderId: string
  /** What was shown. */
  expectedDifferenceCents?: number | undefined
  /** Who agreed, when staff write it down. */
  acceptedBy?: string | undefined
}

/**
 * Makes an offered change the booking, whole or not at all.
 * @throws AppError "change-order-closed" (409 or 410), "difference-changed", "booking-over", "start-taken" (409) with
 * other starts.
 */
export async function acceptChange(ctx: Context, input: DecideChange): Promise<ChangeOrder> {
  try {
    await inTransaction(ctx, async (ctx) => {
      const { order, row } = await lockOffered(ctx, input.changeOrderId)
      requireAhead(row, ctx.now())
      refuseOtherPrice(order, input.expectedDifferenceCents)
      const changed = await applyAmendment(ctx, row, amendmentOf(order))
      const decidedBy = input.acceptedBy ?? actorName(ctx.actor)
      await close(ctx, order, "accepted", decidedBy)
      const { id: bookingId, customerId } = row
      await publish(ctx, changeAccepted, { bookingId, customerId, changeOrderId: order.id })
      await tellOfChange(ctx, changed, {
        reason: "change accepted",
        title: "a change was accepted",
        detail: `The total is now ${formatMoney(usd(changed.totalCents))}`,
        details: {
          changeOrderId: order.id,
          ...(input.acceptedBy ? { acceptedBy: input.acceptedBy } : {}),
          before: row.guests,
          after: changed.guests,
          ...(order.newAddress ? { newAddress: order.newAddress } : {}),
          totalCents: changed.totalCents,
        },
        action: "change-order.accepted",
      })
      await followCrew(ctx, row.id)
    })
  } catch (error) {
    throw await addOtherStarts(ctx, error, input.changeOrderId)
  }
  return readChangeOrder(ctx, input)
}

/** Leaves the party as it is: the customer declines, or staff take the offer back. @throws AppError "change-order-closed". */
export async function declineChange(ctx: Context, input: { changeOrderId: string }): Promise<ChangeOrder> {
  await inTransaction(ctx, async (ctx) => {
    const { order, row } = await lockOffered(ctx, input.changeOrderId)
    const isStaff = ctx.actor.kind === "staff"
    await close(ctx, order, isStaff ? "withdrawn" : "declined", actorName(ctx.actor))
    await tellOfChange(ctx, row, {
      reason: isStaff ? "change withdrawn" : "change declined",
      title: isStaff ? "an offered change was taken back" : "an offered change was declined",
      detail: "The party stays as it is.",
      details: { changeOrderId: order.id },
      action: isStaff ? "change-order.withdrawn" : "change-order.declined",
    })
  })
  return readChangeOrder(ctx, input)
}

/** The booking is locked first, like everywhere, so that two who accept queue. */
async function lockOffered(
  ctx: Context,
  changeOrderId: string,
): Promise<{ order: ChangeOrderRow; row: BookingRow }> {
  const found = await requireChangeOrder(ctx, changeOrderId)
  const row = await lockBooking(ctx, found.party.id)
  const { order } = await requireChangeOrder(ctx, changeOrderId)
  const status = statusOf(order, row, ctx.now())
  if (status === "offered") return { order, row }
  const kind = status === "expired" ? "gone" : "conflict"
  throw new AppError(kind, "change-order-closed", CLOSED[status], { status })
}

const CLOSED: Record<Exclude<ChangeOrder["status"], "offered">, string> = {
  accepted: "This change was accepted already.",
  declined: "This change was declined; ask for a new price.",
  withdrawn: "This offer was taken back or replaced by a newer one.",
  expired: "This offer has expired; ask for a new price.",
  outdated: "The party was changed since this offer was made; ask for a new price.",
}

function refuseOtherPrice(order: ChangeOrderRow, expectedCents: number | undefined): void {
  const cents = order.totalAfterCents - order.totalBeforeCents
  if (expectedCents === undefined || expectedCents === cents) return
  const message = `This change makes a difference of ${formatMoney(usd(cents))}; please look at it again.`
  throw new AppError("conflict", "difference-changed", message, { differenceCents: cents })
}

function amendmentOf(order: ChangeOrderRow) {
  const { inputs, stationId, result, hash } = order
  return { inputs, stationId, priced: pricedOf(order), sealed: { result, hash } }
}

async function close(
  ctx: Context,
  order: ChangeOrderRow,
  status: "accepted" | "declined" | "withdrawn",
  decidedBy: string,
): Promise<void> {
  await ctx.db
    .update(changeOrders)
    .set({ status, decidedAt: ctx.now(), decidedBy })
    .where(eq(changeOrders.id, order.id))
}

async function addOtherStarts(ctx: Context, error: unknown, changeOrderId: string): Promise<unknown> {
  if (!isStartTaken(error)) return error
  const { order, party } = await requireChangeOrder(ctx, changeOrderId)
  return chefsTakenAt(ctx, await requireBooking(ctx, party.id), amendmentOf(order))
}
