import type { ByHandPage } from "@myhibachi/contract/by-hand"
import { usd } from "@myhibachi/contract/money"
import { eq } from "drizzle-orm"
import { readBooking, readHoldForPayment } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { requireManualDesk } from "../payment-provider.ts"
import { checkouts } from "../tables.ts"

export type CheckoutRow = typeof checkouts.$inferSelect

/** What the page says on which a customer reads how to send money. @throws AppError "payment-page-not-found". */
export async function readByHandPage(ctx: Context, pageId: string): Promise<ByHandPage> {
  const row = await requireCheckoutOfPage(ctx, pageId)
  const page = await requireManualDesk(ctx).readPage(pageId)
  const { timeZone, description } = await describeSubject(ctx, row)
  const isAnnounced = page.status === "open" && row.announcedAt !== null
  return {
    state: isAnnounced ? "announced" : page.status,
    amount: usd(page.amountCents),
    title: page.title,
    description,
    reference: row.id,
    payBy: page.expiresAt.toString(),
    timeZone,
    ways: [...page.ways],
    nextUrl: page.successUrl,
    backUrl: withoutQuery(page.cancelUrl),
  }
}

/** @throws AppError "payment-page-not-found". */
export async function requireCheckoutOfPage(ctx: Context, pageId: string): Promise<CheckoutRow> {
  const [row] = await ctx.db.select().from(checkouts).where(eq(checkouts.providerCheckoutId, pageId))
  if (!row) throw notFound("payment-page", pageId)
  return row
}

async function describeSubject(
  ctx: Context,
  { holdId, bookingId }: CheckoutRow,
): Promise<{ timeZone: string; description: string }> {
  if (holdId) return readHoldForPayment(ctx, { holdId })
  const { timeZone, reference } = await readBooking(ctx, { bookingId: bookingId ?? "" })
  return { timeZone, description: `Party ${reference}` }
}

/** Nobody cancelled who only wants to go back. */
function withoutQuery(url: string): string {
  return url.split("?")[0] ?? url
}
