import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { completeTaskByKey, createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import type { ProviderDispute } from "#providers/payments/account-port.ts"
import { payments } from "../tables.ts"
import { tellCustomerStory } from "../tell-customer-story.ts"
import { bookDisputeMovement, bookLoss } from "./book-dispute.ts"
import { isDecided, nextDisputeState } from "./dispute-states.ts"
import { disputes } from "./tables.ts"

export type DisputeRow = typeof disputes.$inferSelect
type PaymentRow = typeof payments.$inferSelect

const DAYS_TO_ANSWER_A_WARNING = 7

/**
 * Makes our books agree with a dispute as the provider knows it now. It may run any number of times and in any
 * order: the payment's row is locked, states only go forward and every movement is booked once.
 * @returns what came of it, in words for staff; null when the payment is none of ours.
 */
export async function applyDispute(ctx: Context, told: ProviderDispute): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    const [payment] = await ctx.db
      .select()
      .from(payments)
      .where(eq(payments.providerPaymentId, told.paymentId ?? ""))
      .for("update")
    if (!payment) return null
    if (told.currency !== "USD") throw new Error(`The dispute ${told.id} is in ${told.currency}.`)
    const before = await findOrOpen(ctx, payment, told)
    const row = await update(ctx, before, told)
    for (const movement of told.movements) await bookDisputeMovement(ctx, row, movement)
    if (row.state === "lost") await bookLoss(ctx, row, payment)
    await tellPeople(ctx, payment, row, before.state)
    ctx.afterCommit(() => ctx.services.live.publish({ topic: "payments", kind: "dispute", id: row.id }))
    return `The dispute over ${formatMoney(usd(row.amountCents))} is ${SAID[row.state]}.`
  })
}

const SAID: Record<DisputeRow["state"], string> = {
  warning: "only a question so far",
  needs_response: "waiting for our answer",
  under_review: "with the bank",
  won: "won",
  lost: "lost",
  closed: "closed without loss",
}

async function findOrOpen(ctx: Context, payment: PaymentRow, told: ProviderDispute): Promise<DisputeRow> {
  const [known] = await ctx.db.select().from(disputes).where(eq(disputes.providerDisputeId, told.id))
  if (known) return known
  const [row] = await ctx.db
    .insert(disputes)
    .values({
      id: ctx.newId("dsp"),
      providerDisputeId: told.id,
      paymentId: payment.id,
      bookingId: payment.bookingId,
      amountCents: told.amountCents,
      currency: "USD",
      reason: told.reason,
      state: "warning",
      openedAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .returning()
  if (!row) throw new Error(`The dispute ${told.id} was not written.`)
  await askForAnswer(ctx, payment, row, told)
  await tellCustomerStory(ctx, payment, {
    amountCents: row.amountCents,
    what: "disputed at the customer's bank",
    detail: `The bank says: ${row.reason.replaceAll("_", " ")}.`,
  })
  return row
}

async function update(ctx: Context, before: DisputeRow, told: ProviderDispute): Promise<DisputeRow> {
  const state = nextDisputeState(before.state, told.status)
  const [row] = await ctx.db
    .update(disputes)
    .set({
      state,
      dueBy: told.answerBy ?? before.dueBy,
      updatedAt: ctx.now(),
      closedAt: before.closedAt ?? (isDecided(state) ? ctx.now() : null),
    })
    .where(eq(disputes.id, before.id))
    .returning()
  if (!row) throw new Error(`The dispute ${before.id} has gone.`)
  return row
}

const taskKey = (disputeId: string) => `dispute:${disputeId}`

async function askForAnswer(
  ctx: Context,
  payment: PaymentRow,
  row: DisputeRow,
  told: ProviderDispute,
): Promise<void> {
  await createTask(ctx, {
    kind: "payment",
    title: `${payment.customerName ?? "A customer"} disputes ${formatMoney(usd(row.amountCents))}`,
    detail: `The bank says: ${row.reason.replaceAll("_", " ")}. Read the evidence of the dispute ${row.id}, then send or accept it; without an answer in time it is lost.`,
    isUrgent: true,
    dueAt: told.answerBy ?? ctx.now().add({ hours: 24 * DAYS_TO_ANSWER_A_WARNING }),
    key: taskKey(row.id),
    ...(payment.bookingId ? { bookingId: payment.bookingId } : {}),
  })
}

async function tellPeople(
  ctx: Context,
  payment: PaymentRow,
  row: DisputeRow,
  before: DisputeRow["state"],
): Promise<void> {
  if (row.state === before) return
  if (row.state === "under_review" || isDecided(row.state)) await completeTaskByKey(ctx, taskKey(row.id))
  if (!isDecided(row.state)) return
  await tellCustomerStory(ctx, payment, {
    amountCents: row.amountCents,
    what: `disputed at the bank: ${SAID[row.state]}`,
  })
}
