import { and, asc, eq, isNotNull, isNull, lt } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { applyProviderPayment } from "./apply-payment.ts"
import { makePayLink } from "./pay-links.ts"
import { requirePaymentProvider } from "./payment-provider.ts"
import { payments } from "./tables.ts"

type PaymentRow = typeof payments.$inferSelect

const QUIET_MINUTES = 10
// Longer than the job of a charge tries it again.
const GIVE_UP_HOURS = 6
const BATCH = 500

/**
 * Finds out what became of charges of kept cards whose answer was lost. Nothing is charged here: what the provider
 * took is booked, what never reached it is given up after a while, and the customer gets a link to pay.
 */
export async function settleQuietCharges(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.status, "processing"),
        eq(payments.provider, requirePaymentProvider(ctx).name),
        isNotNull(payments.occasion),
        isNull(payments.receivedAt),
        lt(payments.createdAt, ctx.now().subtract({ minutes: QUIET_MINUTES })),
      ),
    )
    .orderBy(asc(payments.createdAt))
    .limit(BATCH)
  for (const row of rows) await settleQuietCharge(ctx, row)
}

async function settleQuietCharge(ctx: Context, row: PaymentRow): Promise<void> {
  const told = await askProvider(ctx, row)
  if (told) {
    await applyProviderPayment(ctx, told)
    return
  }
  const isGivenUp = Temporal.Instant.compare(row.createdAt, ctx.now().subtract({ hours: GIVE_UP_HOURS })) < 0
  if (isGivenUp) await giveUp(ctx, row)
}

async function askProvider(ctx: Context, row: PaymentRow) {
  const provider = requirePaymentProvider(ctx)
  if (row.providerPaymentId) return provider.readPayment(row.providerPaymentId)
  if (!row.providerCustomerId || !provider.keptCards) return null
  return provider.keptCards.findCharge({ paymentId: row.id, customerId: row.providerCustomerId })
}

async function giveUp(ctx: Context, row: PaymentRow): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.db
      .update(payments)
      .set({ status: "failed", failureMessage: "The charge never reached the bank; nothing was taken." })
      .where(
        and(eq(payments.id, row.id), eq(payments.status, "processing"), isNull(payments.providerPaymentId)),
      )
      .returning({ id: payments.id })
    if (changed.length > 0 && row.bookingId) await sendLink(ctx, row.bookingId, `charge:${row.occasion}`)
  })
}

async function sendLink(ctx: Context, bookingId: string, cause: string): Promise<void> {
  try {
    await makePayLink(ctx, { bookingId, why: "declined", cause })
  } catch (error) {
    // Paid by other means meanwhile.
    if (!(error instanceof AppError) || error.code !== "nothing-owed") throw error
  }
}
