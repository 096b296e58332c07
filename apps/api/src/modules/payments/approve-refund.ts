import { formatMoney, usd } from "@myhibachi/contract/money"
import type { Refund } from "@myhibachi/contract/refunds"
import { asc, eq } from "drizzle-orm"
import { completeTaskByKey, createTask } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { lockPayment } from "./apply-refund.ts"
import { handNote, type RefundRow, startRefund } from "./create-refund.ts"
import { refuseDisputed } from "./disputes/freeze-refunds.ts"
import { toRefund } from "./find-payments.ts"
import { legalEntities } from "./invoices/tables.ts"
import { refunds } from "./tables.ts"

/** @returns the cents above which a refund that staff ask for needs a second person. */
export async function refundLimit(ctx: Context): Promise<number> {
  const [entity] = await ctx.db.select().from(legalEntities).orderBy(asc(legalEntities.position)).limit(1)
  return entity?.refundLimitCents ?? 0
}

const taskKey = (refundId: string) => `refund-approval:${refundId}`

/** Makes the task for whoever may approve. */
export async function askSecondPerson(ctx: Context, row: RefundRow): Promise<void> {
  await createTask(ctx, {
    kind: "payment",
    title: `Approve a refund of ${formatMoney(usd(row.amountCents))}`,
    detail: `${row.reason} Somebody else than who asked for it must look at the payment ${row.paymentId}.`,
    dueAt: ctx.now().add({ hours: 24 }),
    key: taskKey(row.id),
    ...(row.bookingId ? { bookingId: row.bookingId } : {}),
  })
}

/**
 * Lets a refund above the limit go, on the word of a second person.
 * @throws AppError "refund-not-found", "refund-not-waiting" (409), "second-person-needed" (403),
 * "payment-disputed" (409).
 */
export async function approveRefund(ctx: Context, refundId: string): Promise<Refund> {
  return decide(ctx, refundId, async (ctx, row) => {
    if (row.requestedBy === actorName(ctx.actor)) {
      const message = "You asked for this refund yourself; somebody else must approve it."
      throw new AppError("forbidden", "second-person-needed", message)
    }
    const payment = await lockPayment(ctx, row.paymentId)
    await refuseDisputed(ctx, payment.id)
    const changed = await update(ctx, row, {
      status: "requested",
      approvedBy: actorName(ctx.actor),
      pendingReason: handNote(payment),
    })
    await startRefund(ctx, payment, changed)
    return changed
  })
}

/**
 * Withdraws a refund that nobody has approved yet.
 * @throws AppError "refund-not-found", "refund-not-waiting" (409).
 */
export async function cancelRefund(ctx: Context, refundId: string): Promise<Refund> {
  return decide(ctx, refundId, (ctx, row) => update(ctx, row, { status: "cancelled", pendingReason: null }))
}

async function decide(
  ctx: Context,
  refundId: string,
  decision: (ctx: Context, row: RefundRow) => Promise<RefundRow>,
): Promise<Refund> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(refunds).where(eq(refunds.id, refundId)).for("update")
    if (!row) throw notFound("refund", refundId)
    if (row.status !== "awaiting_approval")
      throw new AppError("conflict", "refund-not-waiting", "This refund waits for nobody any more.")
    const decided = await decision(ctx, row)
    await completeTaskByKey(ctx, taskKey(refundId))
    await audit(ctx, {
      action: decided.status === "cancelled" ? "refund.cancelled" : "refund.approved",
      entity: "payment",
      entityId: row.paymentId,
      details: { refundId, amountCents: row.amountCents, requestedBy: row.requestedBy },
    })
    return toRefund(decided)
  })
}

async function update(
  ctx: Context,
  row: RefundRow,
  changes: Partial<typeof refunds.$inferInsert>,
): Promise<RefundRow> {
  const [changed] = await ctx.db
    .update(refunds)
    .set({ ...changes, updatedAt: ctx.now() })
    .where(eq(refunds.id, row.id))
    .returning()
  if (!changed) throw new Error(`The refund ${row.id} has gone.`)
  return changed
}
