import { formatMoney, usd } from "@myhibachi/contract/money"
import { eq, or } from "drizzle-orm"
import { recordBookingPayment } from "#modules/booking/index.ts"
import { completeTaskByKey, createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { publish } from "#platform/jobs/events.ts"
import type { ProviderRefund } from "#providers/payments/port.ts"
import { askPerson, returnTaskKey } from "./ask-person.ts"
import { accountBalance, isEarned } from "./earn-booking.ts"
import { refundAccepted } from "./events.ts"
import { accountOf, methodWord } from "./ledger/account-of.ts"
import { type Postings, postEntry, reverseEntry } from "./ledger/post-entry.ts"
import { ledgerEntries } from "./ledger/tables.ts"
import { nextRefundStatus, statusAfterRefund } from "./rules.ts"
import { splitTip } from "./split-tips.ts"
import { payments, refunds } from "./tables.ts"
import { tellCustomerStory } from "./tell-customer-story.ts"

type RefundRow = typeof refunds.$inferSelect
type PaymentRow = typeof payments.$inferSelect

/** Makes our books agree with a refund as the provider knows it; one made in its dashboard is taken over. */
export async function applyRefund(ctx: Context, paymentId: string, told: ProviderRefund): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const payment = await lockPayment(ctx, paymentId)
    const row = await findOrAdopt(ctx, payment, told)
    const status = nextRefundStatus(row.status, told.status)
    await ctx.db
      .update(refunds)
      .set({ status, providerRefundId: told.id, pendingReason: told.reason, updatedAt: ctx.now() })
      .where(eq(refunds.id, row.id))
    if (status === "failed") await settleFailure(ctx, payment, row, told.reason)
    else if (status === "requested") await askPerson(ctx, payment, row)
    else await settleAcceptance(ctx, payment, row)
  })
}

/** Books a refund whose money has left us, and ends the task of who had to send it. */
export async function settleAcceptance(ctx: Context, payment: PaymentRow, row: RefundRow): Promise<void> {
  const entryId = await postEntry(ctx, {
    key: `refund:${row.id}:sent`,
    kind: "refund",
    description: `Refund by ${methodWord(payment.method)}`,
    postings: { ...(await debitOf(ctx, payment, row.amountCents)), [accountOf(payment)]: -row.amountCents },
    bookingId: payment.bookingId,
    paymentId: payment.id,
  })
  if (entryId === null) return
  await completeTaskByKey(ctx, returnTaskKey(row.id))
  await changeRefunded(ctx, payment, row.amountCents)
  await publish(ctx, refundAccepted, { refundId: row.id })
  await tellCustomerStory(ctx, payment, {
    amountCents: row.amountCents,
    what: "sent back",
    detail: row.reason,
  })
}

/** @returns whose claim on us becomes smaller by the refund. */
export async function debitOf(ctx: Context, payment: PaymentRow, amountCents: number): Promise<Postings> {
  if (payment.purpose === "tip") return { tips_payable: amountCents }
  if (!payment.bookingId || !(await isEarned(ctx, payment.bookingId)))
    return { customer_deposits: amountCents }
  // After the party: first what was paid too much, the rest is a concession.
  const tooMuchCents = Math.max(0, -(await accountBalance(ctx, payment.bookingId, "receivable")))
  const receivable = Math.min(tooMuchCents, amountCents)
  return { receivable, "revenue:concessions": amountCents - receivable }
}

/** Notes a refund that the provider refused or could not deliver, and asks a person to look. */
export async function settleFailure(
  ctx: Context,
  payment: PaymentRow,
  row: RefundRow,
  reason: string | null,
): Promise<void> {
  const key = `refund:${row.id}:sent`
  const [sent] = await ctx.db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.key, key))
  if (sent && (await reverseEntry(ctx, key, "The refund failed")) !== null) {
    await changeRefunded(ctx, payment, -row.amountCents)
  }
  await tellCustomerStory(ctx, payment, { amountCents: row.amountCents, what: "could not be sent back" })
  await createTask(ctx, {
    kind: "payment",
    title: `A refund of ${formatMoney(usd(row.amountCents))} to ${payment.customerName ?? "a customer"} failed`,
    detail: `${row.reason} The provider says: ${reason ?? "no reason given"}.`,
    isUrgent: true,
    dueAt: ctx.now().add({ hours: 24 }),
    key: `refund-failed:${row.id}`,
    ...(payment.bookingId ? { bookingId: payment.bookingId } : {}),
  })
}

/** @throws Error when the payment has gone. */
export async function lockPayment(ctx: Context, paymentId: string): Promise<PaymentRow> {
  const [row] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId)).for("update")
  if (!row) throw new Error(`The payment ${paymentId} has gone.`)
  return row
}

async function changeRefunded(ctx: Context, payment: PaymentRow, cents: number): Promise<void> {
  const { refundedCents: before } = await lockPayment(ctx, payment.id)
  const refundedCents = before + cents
  const status = statusAfterRefund(payment.amountCents, refundedCents)
  await ctx.db.update(payments).set({ refundedCents, status }).where(eq(payments.id, payment.id))
  if (!payment.bookingId) return
  if (payment.purpose !== "tip")
    await recordBookingPayment(ctx, { bookingId: payment.bookingId, refundedCents: cents })
  else if (await isEarned(ctx, payment.bookingId)) await splitTip(ctx, payment)
}

async function findOrAdopt(ctx: Context, payment: PaymentRow, told: ProviderRefund): Promise<RefundRow> {
  const [known] = await ctx.db
    .select()
    .from(refunds)
    .where(
      or(eq(refunds.providerRefundId, told.id), told.refundId ? eq(refunds.id, told.refundId) : undefined),
    )
  if (known) return known
  const [row] = await ctx.db
    .insert(refunds)
    .values({
      id: ctx.newId("rf"),
      paymentId: payment.id,
      bookingId: payment.bookingId,
      cause: `provider:${told.id}`,
      amountCents: told.amountCents,
      currency: "USD",
      status: "requested",
      reason: "Made in the provider's dashboard.",
      providerRefundId: told.id,
      requestedBy: `provider:${payment.provider}`,
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .returning()
  if (!row) throw new Error(`The refund ${told.id} was not written.`)
  return row
}
