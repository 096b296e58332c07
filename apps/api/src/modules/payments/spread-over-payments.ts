import { and, desc, eq, isNotNull, ne } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { refundableCents } from "./create-refund.ts"
import { type Refundable, spreadRefund } from "./rules.ts"
import { payments } from "./tables.ts"

type PaymentRow = typeof payments.$inferSelect

export interface SpreadRefund {
  parts: (Refundable & { payment: PaymentRow })[]
  /** What the payments do not hold. */
  unplacedCents: number
}

/** @returns how a refund of a booking falls on its payments, newest first; what is shown and what is done ask here. */
export async function spreadOverPayments(
  ctx: Context,
  bookingId: string,
  amountCents: number,
): Promise<SpreadRefund> {
  const rows = await receivedPayments(ctx, bookingId, "price")
  const refundable = []
  for (const row of rows) refundable.push({ id: row.id, leftCents: await refundableCents(ctx, row) })
  const { parts, unplacedCents } = spreadRefund(refundable, amountCents)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    parts: parts.flatMap((part) => {
      const payment = byId.get(part.id)
      return payment ? [{ ...part, payment }] : []
    }),
    unplacedCents,
  }
}

/** @returns what was received for a booking and not taken off the books, newest first: of its price, or its tips. */
export function receivedPayments(
  ctx: Context,
  bookingId: string,
  of: "price" | "tips",
): Promise<PaymentRow[]> {
  return ctx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.bookingId, bookingId),
        isNotNull(payments.receivedAt),
        ne(payments.status, "voided"),
        of === "tips" ? eq(payments.purpose, "tip") : ne(payments.purpose, "tip"),
      ),
    )
    .orderBy(desc(payments.receivedAt))
}
