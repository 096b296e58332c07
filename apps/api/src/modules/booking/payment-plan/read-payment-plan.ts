import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { hoursBefore, Temporal } from "#platform/time.ts"
import type { BookingRow } from "../read-booking.ts"
import { openLegs, type PaymentLeg } from "../rules/payment-plan.ts"

type Planned = Pick<BookingRow, "policyIds" | "startsAt" | "paymentPlan">

/** @returns the parts of what a booking still owes, the earliest due first. */
export async function openLegsOf(ctx: Context, row: Planned, owedCents: number): Promise<PaymentLeg[]> {
  return openLegs(planOf(row), { owedCents, byRule: await dueByRule(ctx, row), startsAt: row.startsAt })
}

/** @returns when the balance is due where nobody planned otherwise. */
export async function dueByRule(ctx: Context, row: Planned): Promise<Temporal.Instant> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  return hoursBefore(row.startsAt, parameters.balance.dueHoursBefore)
}

function planOf({ paymentPlan }: Planned): PaymentLeg[] {
  return paymentPlan.map(({ amountCents, dueAt }) => ({ amountCents, dueAt: Temporal.Instant.from(dueAt) }))
}
