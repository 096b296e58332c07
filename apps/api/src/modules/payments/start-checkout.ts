import { usd } from "@myhibachi/contract/money"
import type { Checkout } from "@myhibachi/contract/payments"
import { and, eq, inArray } from "drizzle-orm"
import { type HoldForPayment, readHoldForPayment } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import type { Temporal } from "#platform/time.ts"
import { requireCardProvider } from "./card-provider.ts"
import { expireCheckout } from "./close-checkout.ts"
import { requireCurrentConsent } from "./consent.ts"
import { checkouts } from "./tables.ts"

// Stripe's shortest and longest life of a hosted page.
const SHORTEST_MINUTES = 31
const LONGEST_HOURS = 23

type CheckoutRow = typeof checkouts.$inferSelect

export interface StartDepositCheckout {
  holdId: string
  /** Of the sentence that the customer saw beside the button. */
  consentId: string
}

/**
 * Opens the hosted payment page for what is due to book; a repetition gets the page that is open.
 * @throws AppError "hold-not-payable" (409), "hold-expired" (410), "consent-outdated", "card-payments-off",
 * "payments-down".
 */
export async function startDepositCheckout(ctx: Context, input: StartDepositCheckout): Promise<Checkout> {
  const provider = requireCardProvider(ctx)
  const hold = await readHoldForPayment(ctx, { holdId: input.holdId })
  refuseUnpayable(ctx, hold)
  const consent = await requireCurrentConsent(ctx, input.consentId)
  const row = await claimCheckout(ctx, hold, consent.id)
  if (row.url) return toCheckout(row, row.url)
  const links = returnLinks(ctx, hold.holdId)
  const page = await provider.createCheckout({
    checkoutId: row.id,
    amountCents: row.amountCents,
    currency: row.currency,
    title: row.purpose === "full" ? "Your hibachi party, paid in full" : "Deposit for your hibachi party",
    description: hold.description,
    customerEmail: hold.email,
    saveCardConsent: consent.text,
    expiresAt: row.expiresAt,
    ...links,
  })
  if (!page.url)
    throw new AppError("conflict", "checkout-over", "This payment page is over; please start again.")
  await ctx.db
    .update(checkouts)
    .set({ status: "open", providerCheckoutId: page.id, url: page.url, checkedAt: ctx.now() })
    .where(and(eq(checkouts.id, row.id), eq(checkouts.status, "creating")))
  return toCheckout(row, page.url)
}

function refuseUnpayable(ctx: Context, hold: HoldForPayment): void {
  const isLate = hold.payBy !== null && hold.payBy.epochMilliseconds <= ctx.now().epochMilliseconds
  if (hold.status === "expired" || hold.status === "released" || isLate) {
    throw new AppError(
      "gone",
      "hold-expired",
      "This hold has ended, so there is nothing to pay; please choose a start again.",
    )
  }
  if (hold.status === "awaiting_deposit") return
  const message =
    hold.status === "held"
      ? "Please sign the agreement before you pay."
      : "This party is booked and its deposit is paid."
  throw new AppError("conflict", "hold-not-payable", message)
}

async function claimCheckout(ctx: Context, hold: HoldForPayment, consentId: string): Promise<CheckoutRow> {
  return inTransaction(ctx, async (ctx) => {
    const open = await findOpenCheckout(ctx, hold.holdId)
    if (open && isUsable(ctx, open, hold)) return open
    if (open) await retire(ctx, open)
    const [row] = await ctx.db
      .insert(checkouts)
      .values({
        id: ctx.newId("co"),
        holdId: hold.holdId,
        customerId: hold.customerId,
        customerName: hold.customerName,
        purpose: hold.isFullPaymentDue ? "full" : "deposit",
        amountCents: hold.dueCents,
        currency: "USD",
        status: "creating",
        expiresAt: pageExpiry(ctx, hold.payBy),
        consentId,
        consentGivenAt: ctx.now(),
        createdAt: ctx.now(),
        checkedAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning()
    const claimed = row ?? (await findOpenCheckout(ctx, hold.holdId))
    if (!claimed)
      throw new AppError("conflict", "checkout-busy", "The payment page is being prepared; please try again.")
    return claimed
  })
}

/** @returns the hold's payment page that is being made or is open. */
export async function findOpenCheckout(ctx: Context, holdId: string): Promise<CheckoutRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(checkouts)
    .where(and(eq(checkouts.holdId, holdId), inArray(checkouts.status, ["creating", "open"])))
  return row
}

function isUsable(ctx: Context, row: CheckoutRow, hold: HoldForPayment): boolean {
  const isAlive = row.expiresAt.epochMilliseconds > ctx.now().add({ minutes: 1 }).epochMilliseconds
  return isAlive && row.amountCents === hold.dueCents
}

async function retire(ctx: Context, row: CheckoutRow): Promise<void> {
  await ctx.db.update(checkouts).set({ status: "expired" }).where(eq(checkouts.id, row.id))
  await ctx.services.jobs.enqueue(ctx, expireCheckout, { checkoutId: row.id })
}

function pageExpiry(ctx: Context, payBy: Temporal.Instant | null): Temporal.Instant {
  const earliest = ctx.now().add({ minutes: SHORTEST_MINUTES })
  const latest = ctx.now().add({ hours: LONGEST_HOURS })
  const wanted = payBy ?? latest
  if (wanted.epochMilliseconds < earliest.epochMilliseconds) return earliest
  return wanted.epochMilliseconds > latest.epochMilliseconds ? latest : wanted
}

function returnLinks(ctx: Context, holdId: string): { successUrl: string; cancelUrl: string } {
  const { config } = ctx.services
  const page = `${config.CUSTOMER_URL}/hold/${signLink(config.MYHIBACHI_SECRET, "hold", holdId)}`
  return { successUrl: `${page}/paid`, cancelUrl: `${page}?payment=cancelled` }
}

function toCheckout(row: CheckoutRow, url: string): Checkout {
  return { id: row.id, url, amount: usd(row.amountCents), expiresAt: row.expiresAt.toString() }
}
