import { StaffBooking, StaffHold } from "@myhibachi/contract/booking"
import type { Hold } from "@myhibachi/contract/hold"
import type { Context } from "#platform/context.ts"
import { signLink } from "#platform/http/links.ts"
import { parseInput } from "./parse-input.ts"
import { placeHold } from "./place-hold.ts"
import { quoteParty } from "./quote-party.ts"
import { readHold } from "./read-hold.ts"
import { signAgreement } from "./sign-agreement.ts"

/**
 * Quotes and holds for a customer on the phone, by the same rules as the site; with `signerName` staff
 * record that the customer agreed. The booking follows from the payment.
 * @throws AppError as quoteParty, placeHold and signAgreement.
 */
export async function bookForCustomer(ctx: Context, input: StaffBooking): Promise<Hold> {
  const { quote: request, contact, signerName } = parseInput(StaffBooking, input)
  const quote = await quoteParty(ctx, { ...request, contact })
  return holdForCustomer(ctx, { quoteId: quote.id, revision: quote.revision, contact, signerName })
}

/** Holds a start of a quote for a customer on the phone. @throws AppError as placeHold and signAgreement. */
export async function holdForCustomer(ctx: Context, input: StaffHold & { quoteId: string }): Promise<Hold> {
  const { signerName, ...request } = parseInput(StaffHold, input)
  const quoteToken = signLink(ctx.services.config.MYHIBACHI_SECRET, "quote", input.quoteId)
  const hold = await placeHold(ctx, { ...request, quoteToken })
  if (!signerName) return hold
  const recordedBy = ctx.actor.kind === "staff" ? ctx.actor.name : "staff"
  await signAgreement(ctx, {
    holdId: hold.id,
    signerName,
    isAccepted: true,
    textHash: hold.agreement.textHash,
    ipAddress: "",
    userAgent: `recorded by ${recordedBy} from a conversation`,
  })
  return readHold(ctx, { holdId: hold.id })
}
