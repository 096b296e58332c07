import type { BookingPage } from "@myhibachi/contract/booking"
import type { Checkout, StartTip } from "@myhibachi/contract/payments"
import { type HoldForPayment, readBooking, readHoldForPayment } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { Temporal } from "#platform/time.ts"
import { openPage } from "./open-page.ts"
import { requireUsableLink } from "./pay-links.ts"

export interface StartDepositCheckout {
  holdId: string
  /** Of the sentence that the customer saw beside the button. */
  consentId?: string | undefined
}

/**
 * Opens the hosted payment page for what is due to book; a repetition gets the page that is open.
 * @throws AppError "hold-not-payable" (409), "hold-expired" (410), "consent-outdated", "card-payments-off",
 * "payments-down".
 */
export async function startDepositCheckout(ctx: Context, input: StartDepositCheckout): Promise<Checkout> {
  const hold = await readHoldForPayment(ctx, { holdId: input.holdId })
  refuseUnpayable(ctx, hold)
  return openPage(ctx, {
    subject: { holdId: hold.holdId, bookingId: null, payLinkId: null },
    purpose: hold.isFullPaymentDue ? "full" : "deposit",
    amountCents: hold.dueCents,
    customerId: hold.customerId,
    customerName: hold.customerName,
    customerEmail: hold.email,
    title: hold.isFullPaymentDue ? "Your hibachi party, paid in full" : "Deposit for your hibachi party",
    description: hold.description,
    consentId: input.consentId,
    payBy: hold.payBy,
    ...returnLinks(ctx, "hold", hold.holdId),
  })
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

export interface StartBalanceCheckout {
  bookingId: string
  /** What is due next by the plan, or all that is owed. */
  part: "next" | "all"
  consentId?: string | undefined
}

/**
 * Opens the hosted page for what a booking owes.
 * @throws AppError "nothing-owed" (409) and as `openPage`.
 */
export async function startBalanceCheckout(ctx: Context, input: StartBalanceCheckout): Promise<Checkout> {
  return openBalancePage(ctx, input, null)
}

/**
 * The same from a link in a message; a paid page uses the link up.
 * @throws AppError "pay-link-used", "pay-link-expired" (410), "nothing-owed" (409) and as `openPage`.
 */
export async function startLinkCheckout(
  ctx: Context,
  input: { payLinkId: string; consentId?: string | undefined },
): Promise<Checkout> {
  const { bookingId } = await requireUsableLink(ctx, input.payLinkId)
  return openBalancePage(ctx, { bookingId, part: "next", consentId: input.consentId }, input.payLinkId)
}

async function openBalancePage(
  ctx: Context,
  { bookingId, part, consentId }: StartBalanceCheckout,
  payLinkId: string | null,
): Promise<Checkout> {
  const booking = await readBooking(ctx, { bookingId })
  if (booking.owed.amount === 0)
    throw new AppError("conflict", "nothing-owed", "Nothing is owed for this party; there is nothing to pay.")
  return openPage(ctx, {
    ...payerOf(booking),
    subject: { holdId: null, bookingId, payLinkId },
    purpose: "balance",
    amountCents: (part === "next" ? booking.nextDue?.amount.amount : null) ?? booking.owed.amount,
    title: "Balance of your hibachi party",
    description: describe(booking),
    consentId,
    ...returnLinks(ctx, payLinkId ? "pay" : "booking", payLinkId ?? bookingId),
  })
}

/**
 * Opens the hosted page for a tip, which is always the customer's own idea.
 * @throws AppError "tip-not-possible" (409) for a party that did not or will not take place, and as `openPage`.
 */
export async function startTipCheckout(
  ctx: Context,
  input: StartTip & { bookingId: string },
): Promise<Checkout> {
  const booking = await readBooking(ctx, input)
  refuseTip(booking)
  return openPage(ctx, {
    ...payerOf(booking),
    subject: { holdId: null, bookingId: booking.id, payLinkId: null },
    purpose: "tip",
    amountCents: input.amount.amount,
    title: "A tip for your chefs",
    description: `All of it goes to the chefs of ${booking.reference}.`,
    consentId: input.consentId,
    ...returnLinks(ctx, "booking", booking.id),
  })
}

/** @throws AppError "tip-not-possible" (409). */
export function refuseTip({ status }: Pick<BookingPage, "status">): void {
  if (status !== "cancelled" && status !== "no_show" && status !== "cancel_requested") return
  throw new AppError("conflict", "tip-not-possible", "This party does not take place, so there is no tip.")
}

type Payable = Awaited<ReturnType<typeof readBooking>>

function payerOf({ customer }: Payable) {
  return {
    customerId: customer.id,
    customerName: customer.name,
    customerEmail: customer.email,
    // What is owed stays payable after the party.
    payBy: null,
  }
}

function describe(booking: Payable): string {
  const date = Temporal.Instant.from(booking.startsAt)
    .toZonedDateTimeISO(booking.timeZone)
    .toPlainDate()
    .toLocaleString("en-US", { dateStyle: "long" })
  return `${booking.reference}, party on ${date}`
}

const PAGES = { hold: "hold", booking: "party", pay: "pay" } as const

function returnLinks(
  ctx: Context,
  purpose: keyof typeof PAGES,
  id: string,
): { successUrl: string; cancelUrl: string } {
  const { config } = ctx.services
  const page = `${config.CUSTOMER_URL}/${PAGES[purpose]}/${signLink(config.MYHIBACHI_SECRET, purpose, id)}`
  return { successUrl: `${page}/paid`, cancelUrl: `${page}?payment=cancelled` }
}
