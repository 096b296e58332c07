import type { ByHandPage } from "@myhibachi/contract/by-hand"
import { formatMoney, usd } from "@myhibachi/contract/money"
import { and, eq, isNull } from "drizzle-orm"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { checkouts } from "../tables.ts"
import { type CheckoutRow, readByHandPage, requireCheckoutOfPage } from "./read-page.ts"

/** So soon somebody looks for money that a customer says they sent. */
const LOOK_WITHIN_MINUTES = 60

/** @returns the key of the task to look for the money of a page. */
export function lookTaskKey(checkoutId: string): string {
  return `look-for-money:${checkoutId}`
}

/**
 * Notes that the customer says they have sent the money, and asks a person to look for it.
 * @throws AppError "payment-page-not-found", "page-over" (410) when nothing is to be sent any more.
 */
export async function announceMoney(ctx: Context, pageId: string): Promise<ByHandPage> {
  const row = await requireCheckoutOfPage(ctx, pageId)
  const { state } = await readByHandPage(ctx, pageId)
  if (state === "expired")
    throw new AppError("gone", "page-over", "The time to pay here is over; ask us what to do with the money.")
  if (state === "open") await note(ctx, row)
  return readByHandPage(ctx, pageId)
}

async function note(ctx: Context, row: CheckoutRow): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const noted = await ctx.db
      .update(checkouts)
      .set({ announcedAt: ctx.now() })
      .where(and(eq(checkouts.id, row.id), isNull(checkouts.announcedAt)))
      .returning({ id: checkouts.id })
    if (noted.length === 0) return
    await createTask(ctx, {
      kind: "payment",
      title: `Look for ${formatMoney(usd(row.amountCents))} of ${row.customerName}`,
      detail: `The customer says that it is on its way with the reference ${row.id}. Mark it under Money, Expected money, when it is there.`,
      isUrgent: true,
      dueAt: ctx.now().add({ minutes: LOOK_WITHIN_MINUTES }),
      key: lookTaskKey(row.id),
      ...(row.bookingId ? { bookingId: row.bookingId } : {}),
    })
    ctx.afterCommit(() => ctx.services.live.publish({ topic: "payments", kind: "checkout", id: row.id }))
  })
}
