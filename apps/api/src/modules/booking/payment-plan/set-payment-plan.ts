import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { formatStart } from "../format-start.ts"
import { type BookingRow, lockBooking, owedCents } from "../read-booking.ts"
import { recordTransition } from "../record-transition.ts"
import { PLANNED } from "../rules/booking-states.ts"
import { checkPlan, type PaymentLeg } from "../rules/payment-plan.ts"
import { bookings } from "../tables.ts"

export interface SetPaymentPlan {
  bookingId: string
  /** What is owed, in parts, the earliest first; empty for the rule of the policy. */
  legs: readonly PaymentLeg[]
}

/**
 * Plans by when a booking pays what it owes; the clock and the links to pay follow it.
 * @param checkVersion refuses a change that was made on an old version.
 * @throws AppError "booking-not-found", "plan-closed" (409), "plan-invalid" (400) and what `checkVersion` throws.
 */
export async function setPaymentPlan(
  ctx: Context,
  { bookingId, legs }: SetPaymentPlan,
  checkVersion: (version: number) => void,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, bookingId)
    checkVersion(row.version)
    refuse(ctx, row, legs)
    const paymentPlan = legs.map(({ amountCents, dueAt }) => ({ amountCents, dueAt: dueAt.toString() }))
    await ctx.db
      .update(bookings)
      .set({ paymentPlan, version: row.version + 1 })
      .where(eq(bookings.id, bookingId))
    await tell(ctx, row, describe(row, legs))
    ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: bookingId }))
    const details = { paymentPlan, before: row.paymentPlan }
    await audit(ctx, { action: "booking.payments-planned", entity: "booking", entityId: bookingId, details })
  })
}

function refuse(ctx: Context, row: BookingRow, legs: readonly PaymentLeg[]): void {
  if (!PLANNED.some((status) => status === row.status)) {
    const message =
      "Only a party that is planned has payments to come; this one waits, is over or is cancelled."
    throw new AppError("conflict", "plan-closed", message)
  }
  const problem = checkPlan(legs, {
    owedCents: owedCents(row),
    startsAt: row.startsAt,
    now: ctx.now(),
    money: (cents) => formatMoney(usd(cents)),
  })
  if (problem) throw invalidField(problem.pointer, problem.detail, "plan-invalid")
}

function describe(row: BookingRow, legs: readonly PaymentLeg[]): string {
  if (legs.length === 0) return "The balance is due by the policy again."
  const parts = legs.map(
    ({ amountCents, dueAt }) => `${formatMoney(usd(amountCents))} by ${formatStart(dueAt, row.timeZone)}`,
  )
  return `Payments planned: ${parts.join("; ")}.`
}

async function tell(ctx: Context, row: BookingRow, reason: string): Promise<void> {
  await recordTransition(ctx, {
    entity: "booking",
    entityId: row.id,
    from: row.status,
    to: row.status,
    reason,
  })
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "payment",
    title: `${row.reference}: ${reason}`,
    entity: "booking",
    entityId: row.id,
  })
}
