import type { DisputeState } from "@myhibachi/contract/disputes"
import { and, eq, inArray, sum } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { disputes } from "./tables.ts"

/**
 * Keeps money from going back twice while the bank holds it.
 * @throws AppError "payment-disputed" (409) while a dispute over the payment is open.
 */
export async function refuseDisputed(ctx: Context, paymentId: string): Promise<void> {
  if (!(await isDisputed(ctx, paymentId))) return
  const message =
    "The customer disputes this payment, and their bank holds the money. Nothing of it can go back until the bank has decided."
  throw new AppError("conflict", "payment-disputed", message)
}

/** @returns whether the bank holds the payment's money until it has decided. */
export async function isDisputed(ctx: Context, paymentId: string): Promise<boolean> {
  const [open] = await ctx.db
    .select({ id: disputes.id })
    .from(disputes)
    .where(
      and(eq(disputes.paymentId, paymentId), inArray(disputes.state, ["needs_response", "under_review"])),
    )
    .limit(1)
  return open !== undefined
}

/** @returns by payment the dispute that its bank has not decided yet. */
export async function findOpenDisputes(
  ctx: Context,
  paymentIds: readonly string[],
): Promise<Map<string, { id: string; state: DisputeState }>> {
  if (paymentIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: disputes.id, state: disputes.state, paymentId: disputes.paymentId })
    .from(disputes)
    .where(
      and(
        inArray(disputes.paymentId, [...paymentIds]),
        inArray(disputes.state, ["warning", "needs_response", "under_review"]),
      ),
    )
  return new Map(rows.map(({ paymentId, id, state }) => [paymentId, { id, state }]))
}

/** @returns cents of a payment that a bank gave back to the payer for good. */
export async function lostCents(ctx: Context, paymentId: string): Promise<number> {
  const [lost] = await ctx.db
    .select({ cents: sum(disputes.amountCents) })
    .from(disputes)
    .where(and(eq(disputes.paymentId, paymentId), eq(disputes.state, "lost")))
  return Number(lost?.cents ?? 0)
}
