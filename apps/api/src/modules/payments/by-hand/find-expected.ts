import type { ExpectedPayment, ExpectedPaymentPage } from "@myhibachi/contract/by-hand"
import { usd } from "@myhibachi/contract/money"
import { and, desc, eq, gt, isNotNull, or, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { checkouts } from "../tables.ts"
import type { CheckoutRow } from "./read-page.ts"

/** So long after its time money of a page may still come. */
const LATE_DAYS = 30

/** Money that our people look for, the newest page first; also of pages whose time is over, because it may come late. */
export async function findExpectedPayments(
  ctx: Context,
  query: { cursor?: string | undefined; limit: number },
): Promise<ExpectedPaymentPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const lately = ctx.now().subtract({ hours: 24 * LATE_DAYS })
  const rows = await ctx.db
    .select()
    .from(checkouts)
    .where(
      and(
        eq(checkouts.provider, "manual"),
        isNotNull(checkouts.providerCheckoutId),
        or(
          eq(checkouts.status, "open"),
          and(eq(checkouts.status, "expired"), gt(checkouts.expiresAt, lately)),
        ),
        at ? sql`(${checkouts.createdAt}, ${checkouts.id}) < (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(checkouts.createdAt), desc(checkouts.id))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    (row) => [row.createdAt.toString(), row.id],
    (row) => present(ctx, row),
  )
}

function present(ctx: Context, row: CheckoutRow): ExpectedPayment {
  return {
    checkoutId: row.id,
    customerName: row.customerName,
    purpose: row.purpose,
    amount: usd(row.amountCents),
    bookingId: row.bookingId,
    holdId: row.holdId,
    isOpen: row.status === "open" && row.expiresAt.epochMilliseconds > ctx.now().epochMilliseconds,
    announcedAt: row.announcedAt?.toString() ?? null,
    payBy: row.expiresAt.toString(),
    createdAt: row.createdAt.toString(),
  }
}
