import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { ProviderCheckout, ProviderPayment } from "#providers/payments/port.ts"
import { applyProviderPayment } from "./apply-payment.ts"
import { requireCardProvider } from "./card-provider.ts"
import { checkouts } from "./tables.ts"

/** What the provider said just now about a payment page, a payment or both. */
export interface ToldAboutSubject {
  checkout: ProviderCheckout | null
  payment: ProviderPayment | null
}

export interface Subject {
  subjectKind: "checkout" | "payment" | null
  subjectId: string | null
}

/** Asks the provider for the present truth; must run outside of transactions. @throws AppError "payments-down". */
export async function readSubject(ctx: Context, subject: Subject): Promise<ToldAboutSubject> {
  if (!subject.subjectId || !subject.subjectKind) return { checkout: null, payment: null }
  const provider = requireCardProvider(ctx)
  if (subject.subjectKind === "payment")
    return { checkout: null, payment: await provider.readPayment(subject.subjectId) }
  const checkout = await provider.readCheckout(subject.subjectId)
  return { checkout, payment: checkout.paymentId ? await provider.readPayment(checkout.paymentId) : null }
}

/** @returns what came of it, in words for staff; null when none of ours is concerned. */
export async function applyTold(ctx: Context, told: ToldAboutSubject): Promise<string | null> {
  const page = told.checkout ? await applyCheckout(ctx, told.checkout) : null
  const money = told.payment ? await applyProviderPayment(ctx, told.payment) : null
  return money ?? page
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
