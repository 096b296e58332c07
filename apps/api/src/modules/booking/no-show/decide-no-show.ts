import type { DecideNoShow } from "@myhibachi/contract/booking-life"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { and, eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { completeTaskByKey } from "#modules/tasks/index.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { advanceLocked, capacitiesOf, requireMove } from "../advance-booking.ts"
import { tellOfChange } from "../change-orders/tell-of-change.ts"
import { bookingNoShow } from "../events.ts"
import { type BookingRow, feeCentsOf, lockBooking } from "../read-booking.ts"
import { decideCancellation } from "../rules/cancellation.ts"
import { noShows } from "./tables.ts"

/**
 * Decides as a manager about a report that nobody was there. Confirmed, the money goes as in a cancellation at
 * the start: by the policy that was signed the deposit is kept and a paid balance returned.
 * @throws AppError "no-show-missing" (409), "move-not-yours" (403).
 */
export async function decideNoShow(ctx: Context, input: DecideNoShow & { bookingId: string }): Promise<void> {
  if (!capacitiesOf(ctx.actor).includes("manager"))
    throw new AppError("forbidden", "move-not-yours", "Only a manager decides about this.")
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, input.bookingId)
    const isConfirmed = input.decision === "confirm"
    const closed = await ctx.db
      .update(noShows)
      .set({
        status: isConfirmed ? "confirmed" : "dismissed",
        decidedAt: ctx.now(),
        decidedBy: actorName(ctx.actor),
        decisionNote: input.note,
      })
      .where(and(eq(noShows.bookingId, row.id), eq(noShows.status, "reported")))
      .returning({ id: noShows.id })
    const [decided] = closed
    if (!decided)
      throw new AppError(
        "conflict",
        "no-show-missing",
        "There is no report to decide about; a chef reports first.",
      )
    await completeTaskByKey(ctx, `no-show:${decided.id}`)
    if (isConfirmed) return confirm(ctx, row, input.note)
    await tellOfChange(ctx, row, {
      reason: "no-show dismissed",
      title: "the party took place after all",
      detail: input.note,
      details: {},
      action: "booking.no-show-dismissed",
    })
  })
}

async function confirm(ctx: Context, row: BookingRow, note: string): Promise<void> {
  await requireMove(ctx, row, "no_show")
  const { parameters } = await policiesById(ctx, row.policyIds)
  const { refundCents, keptCents } = decideCancellation(
    {
      startsAt: row.startsAt,
      now: row.startsAt,
      by: "customer",
      depositCents: row.depositCents,
      feeCents: feeCentsOf(row),
      paidCents: row.paidCents - row.refundedCents,
    },
    parameters.cancellation,
  )
  const money = { refundCents, keptCents }
  await publish(ctx, bookingNoShow, { bookingId: row.id, customerId: row.customerId, ...money, reason: note })
  await advanceLocked(ctx, row, {
    to: "no_show",
    reason: note,
    details: money,
    title: "did not take place: nobody was there",
    detail: `${formatMoney(usd(refundCents))} goes back, ${formatMoney(usd(keptCents))} is kept`,
  })
}
