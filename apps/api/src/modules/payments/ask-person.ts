import { formatMoney, usd } from "@myhibachi/contract/money"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { methodWord } from "./ledger/account-of.ts"
import type { payments, refunds } from "./tables.ts"

/** @returns the key of the task to return a refund's money by hand. */
export function returnTaskKey(refundId: string): string {
  return `refund:${refundId}`
}

/** Asks a person to send money back that no provider sends. */
export async function askPerson(
  ctx: Context,
  payment: typeof payments.$inferSelect,
  row: typeof refunds.$inferSelect,
): Promise<void> {
  await createTask(ctx, {
    kind: "payment",
    title: `Return ${formatMoney(usd(row.amountCents))} by ${methodWord(payment.method)} to ${payment.customerName ?? "the customer"}`,
    detail: `${row.reason} Mark the refund ${row.id} as paid back when it is done.`,
    dueAt: ctx.now().add({ hours: 48 }),
    key: returnTaskKey(row.id),
    ...(payment.bookingId ? { bookingId: payment.bookingId } : {}),
  })
}
