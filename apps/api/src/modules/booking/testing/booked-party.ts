import type { Hold, HoldRequest } from "@myhibachi/contract/hold"
import type { Quote, QuoteRequest } from "@myhibachi/contract/quote"
import type { Context } from "#platform/context.ts"
import { confirmBookingFromHold } from "../confirm-booking.ts"
import { placeHold } from "../place-hold.ts"
import { quoteParty } from "../quote-party.ts"
import { readHold } from "../read-hold.ts"
import { signAgreement } from "../sign-agreement.ts"

/** Saturday, December 12, 2026 at 6 PM in Oakland. */
export const SATURDAY = { date: "2026-12-12", time: "18:00", startsAt: "2026-12-13T02:00:00Z" }
export const GRAND_AVENUE = "12 Grand Ave, Oakland, CA"

/** @returns a request for ten adults in Oakland that can be held as it is. */
export function aRequest(part: Partial<QuoteRequest> = {}): QuoteRequest {
  const { date, time } = SATURDAY
  return { guests: { adults: 10 }, address: { text: GRAND_AVENUE }, date, time, ...part }
}

export const aContact = (name = "Ada Park"): HoldRequest["contact"] => ({
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@example.com`,
})

export async function aHold(
  ctx: Context,
  part: Partial<QuoteRequest> = {},
  name = "Ada Park",
): Promise<{ quote: Quote; hold: Hold }> {
  const quote = await quoteParty(ctx, aRequest(part))
  return { quote, hold: await placeHold(ctx, { quoteToken: quote.token, contact: aContact(name) }) }
}

export async function sign(ctx: Context, hold: Hold): Promise<Hold> {
  await signAgreement(ctx, {
    holdId: hold.id,
    signerName: hold.contactName,
    isAccepted: true,
    textHash: hold.agreement.textHash,
    ipAddress: "192.0.2.1",
    userAgent: "test",
  })
  return readHold(ctx, { holdId: hold.id })
}

/** @returns the id of a booking whose deposit is paid. */
export async function aBooking(
  ctx: Context,
  part: Partial<QuoteRequest> = {},
  name = "Ada Park",
): Promise<string> {
  const { hold } = await aHold(ctx, part, name)
  const signed = await sign(ctx, hold)
  const result = await confirmBookingFromHold(ctx, {
    holdId: hold.id,
    paidCents: signed.dueNow.amount,
    source: "pay_test",
  })
  if (result.outcome !== "confirmed") throw new Error(`The booking was ${result.outcome}.`)
  return result.bookingId
}
