import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { ProviderDispute, ProviderPayout } from "#providers/payments/account-port.ts"
import type { ProviderCheckout, ProviderPayment } from "#providers/payments/port.ts"
import { applyProviderPayment } from "./apply-payment.ts"
import { applyPayout } from "./apply-payout.ts"
import { applyDispute } from "./disputes/apply-dispute.ts"
import { requireMerchantAccount, requirePaymentProvider } from "./payment-provider.ts"
import { checkouts } from "./tables.ts"

/** What the provider said just now about a payment page, a payment, a dispute or a payout. */
export interface ToldAboutSubject {
  checkout?: ProviderCheckout
  payment?: ProviderPayment
  dispute?: ProviderDispute
  payout?: ProviderPayout
}

export interface Subject {
  subjectKind: "checkout" | "payment" | "dispute" | "payout" | null
  subjectId: string | null
}

/** Asks the provider for the present truth; must run outside of transactions. @throws AppError "payments-down". */
export async function readSubject(ctx: Context, subject: Subject): Promise<ToldAboutSubject> {
  const id = subject.subjectId
  if (!id || !subject.subjectKind) return {}
  const provider = requirePaymentProvider(ctx)
  switch (subject.subjectKind) {
    case "payment":
      return { payment: await provider.readPayment(id) }
    case "checkout": {
      const checkout = await provider.readCheckout(id)
      return checkout.paymentId
        ? { checkout, payment: await provider.readPayment(checkout.paymentId) }
        : { checkout }
    }
    case "dispute": {
      const dispute = await requireMerchantAccount(ctx).readDispute(id)
      // The payment first: its own message may not have come yet.
      return dispute.paymentId
        ? { dispute, payment: await provider.readPayment(dispute.paymentId) }
        : { dispute }
    }
    case "payout":
      return { payout: await requireMerchantAccount(ctx).readPayout(id) }
  }
}

/** @returns what came of it, in words for staff; null when none of ours is concerned. */
export async function applyTold(ctx: Context, told: ToldAboutSubject): Promise<string | null> {
  const page = told.checkout ? await applyCheckout(ctx, told.checkout) : null
  const money = told.payment ? await applyProviderPayment(ctx, told.payment) : null
  const dispute = told.dispute ? await applyDispute(ctx, told.dispute) : null
  const payout = told.payout ? await applyPayout(ctx, told.payout) : null
  return payout ?? dispute ?? money ?? page
}

async function applyCheckout(ctx: Context, told: ProviderCheckout): Promise<string | null> {
  if (!told.checkoutId) return null
  const [row] = await ctx.db
    .update(checkouts)
    .set({ providerCheckoutId: told.id, checkedAt: ctx.now() })
    .where(eq(checkouts.id, told.checkoutId))
    .returning({ id: checkouts.id })
  if (!row) return null
  if (told.status !== "expired") return `The payment page is ${told.status}.`
  await ctx.db
    .update(checkouts)
    .set({ status: "expired" })
    .where(and(eq(checkouts.id, row.id), inArray(checkouts.status, ["creating", "open"])))
  return "The payment page has ended unpaid."
}
