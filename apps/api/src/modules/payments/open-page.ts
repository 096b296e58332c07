import { usd } from "@myhibachi/contract/money"
import type { Checkout } from "@myhibachi/contract/payments"
import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import type { Temporal } from "#platform/time.ts"
import type { Payments } from "#providers/payments/port.ts"
import { expireCheckout } from "./close-checkout.ts"
import { requireCurrentConsent } from "./consent.ts"
import { requirePaymentProvider } from "./payment-provider.ts"
import { checkouts, type PaymentPurpose } from "./tables.ts"

type CheckoutRow = typeof checkouts.$inferSelect

/** What is paid on the page: the deposit of a hold, or something of a booking. */
export type PageSubject =
  | { holdId: string; bookingId: null; payLinkId: null }
  | { holdId: null; bookingId: string; payLinkId: string | null }

export interface OpenPage {
  subject: PageSubject
  purpose: PaymentPurpose
  amountCents: number
  customerId: string
  customerName: string
  customerEmail: string | null
  title: string
  description: string
  /** Of the sentence that the customer saw beside the button; not needed where no card is kept. */
  consentId: string | undefined
  /** When it makes no sense any more to pay; null when that is not known. */
  payBy: Temporal.Instant | null
  successUrl: string
  cancelUrl: string
}

/**
 * Opens the hosted payment page; a repetition gets the page that is open, and one with another amount replaces it.
 * @throws AppError "consent-outdated", "checkout-over", "checkout-busy" (409), "card-payments-off", "payments-down".
 */
export async function openPage(ctx: Context, page: OpenPage): Promise<Checkout> {
  const provider = requirePaymentProvider(ctx)
  const consent = provider.keptCards ? await requireCurrentConsent(ctx, page.consentId) : null
  const row = await claimPage(ctx, page, provider, consent)
  if (row.url) return toCheckout(row, row.url)
  const made = await provider.createCheckout({
    checkoutId: row.id,
    amountCents: row.amountCents,
    currency: row.currency,
    title: page.title,
    description: page.description,
    customerEmail: page.customerEmail,
    saveCardConsent: consent?.text ?? null,
    expiresAt: row.expiresAt,
    successUrl: page.successUrl,
    cancelUrl: page.cancelUrl,
  })
  if (!made.url)
    throw new AppError("conflict", "checkout-over", "This payment page is over; please start again.")
  await ctx.db
    .update(checkouts)
    .set({ status: "open", providerCheckoutId: made.id, url: made.url, checkedAt: ctx.now() })
    .where(and(eq(checkouts.id, row.id), eq(checkouts.status, "creating")))
  return toCheckout(row, made.url)
}

async function claimPage(
  ctx: Context,
  page: OpenPage,
  provider: Payments,
  consent: { id: string } | null,
): Promise<CheckoutRow> {
  return inTransaction(ctx, async (ctx) => {
    const open = await findOpenPage(ctx, page)
    if (open && isUsable(ctx, open, page) && open.provider === provider.name) return open
    if (open) await retire(ctx, open)
    const [row] = await ctx.db
      .insert(checkouts)
      .values({
        ...page.subject,
        id: ctx.newId("co"),
        customerId: page.customerId,
        customerName: page.customerName,
        purpose: page.purpose,
        amountCents: page.amountCents,
        currency: "USD",
        status: "creating",
        provider: provider.name,
        expiresAt: pageExpiry(ctx, provider, page.payBy),
        consentId: consent?.id ?? null,
        consentGivenAt: consent ? ctx.now() : null,
        createdAt: ctx.now(),
        checkedAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning()
    const claimed = row ?? (await findOpenPage(ctx, page))
    if (!claimed)
      throw new AppError("conflict", "checkout-busy", "The payment page is being prepared; please try again.")
    return claimed
  })
}

async function findOpenPage(
  ctx: Context,
  { subject, purpose }: Pick<OpenPage, "subject" | "purpose">,
): Promise<CheckoutRow | undefined> {
  const about =
    subject.holdId === null
      ? and(eq(checkouts.bookingId, subject.bookingId), eq(checkouts.purpose, purpose))
      : eq(checkouts.holdId, subject.holdId)
  const [row] = await ctx.db
    .select()
    .from(checkouts)
    .where(and(about, inArray(checkouts.status, ["creating", "open"])))
  return row
}

function isUsable(ctx: Context, row: CheckoutRow, page: OpenPage): boolean {
  const isAlive = row.expiresAt.epochMilliseconds > ctx.now().add({ minutes: 1 }).epochMilliseconds
  return isAlive && row.amountCents === page.amountCents && row.payLinkId === page.subject.payLinkId
}

async function retire(ctx: Context, row: CheckoutRow): Promise<void> {
  await ctx.db.update(checkouts).set({ status: "expired" }).where(eq(checkouts.id, row.id))
  await ctx.services.jobs.enqueue(ctx, expireCheckout, { checkoutId: row.id })
}

function pageExpiry(ctx: Context, { pageLife }: Payments, payBy: Temporal.Instant | null): Temporal.Instant {
  const earliest = ctx.now().add({ minutes: pageLife.shortestMinutes })
  const latest = ctx.now().add({ hours: pageLife.longestHours })
  const wanted = payBy ?? latest
  if (wanted.epochMilliseconds < earliest.epochMilliseconds) return earliest
  return wanted.epochMilliseconds > latest.epochMilliseconds ? latest : wanted
}

function toCheckout(row: CheckoutRow, url: string): Checkout {
  return { id: row.id, url, amount: usd(row.amountCents), expiresAt: row.expiresAt.toString() }
}
