import { z } from "zod"
import { AddressInput, Contact, Place } from "./customers.ts"
import { Money } from "./money.ts"
import { Guests, QuoteLine } from "./quote.ts"
import { InstantText, TimeZoneId } from "./time.ts"

export const HoldRequest = z.object({
  quoteToken: z.string().max(200),
  /** Which revision the customer saw; the newest when absent. */
  revision: z.int().min(1).optional(),
  /** May differ from the start in the quote; tax and fees do not depend on it. */
  startsAt: InstantText.optional(),
  /** The street address, when the quote only knows the city or ZIP code. */
  address: AddressInput.optional(),
  contact: Contact,
})
export type HoldRequest = z.infer<typeof HoldRequest>

/** Takes a quote: the quote is in the address. */
export const AcceptQuote = HoldRequest.omit({ quoteToken: true })
export type AcceptQuote = z.infer<typeof AcceptQuote>

export const HoldStatus = z.enum(["held", "awaiting_deposit", "confirmed", "expired", "released"])
export type HoldStatus = z.infer<typeof HoldStatus>

export const Hold = z.object({
  id: z.string(),
  token: z.string(),
  status: HoldStatus,
  createdAt: InstantText,
  /** To sign, then to pay; null once it is over. */
  deadlineAt: InstantText.nullable(),
  signBy: InstantText,
  payBy: InstantText.nullable(),
  startsAt: InstantText,
  timeZone: TimeZoneId,
  place: Place,
  guests: Guests,
  chefs: z.int(),
  quoteToken: z.string(),
  lines: z.array(QuoteLine),
  beforeTax: Money,
  tax: Money,
  total: Money,
  dueNow: Money,
  isFullPaymentDue: z.boolean(),
  contactName: z.string(),
  /** What the customer signs: the policies in force, and the hash over them. */
  agreement: z.object({
    policies: z.array(
      z.object({ id: z.string(), key: z.string(), version: z.int(), title: z.string(), text: z.string() }),
    ),
    textHash: z.string(),
    signedAt: InstantText.nullable(),
    signerName: z.string().nullable(),
  }),
  bookingToken: z.string().nullable(),
  bookingReference: z.string().nullable(),
})
export type Hold = z.infer<typeof Hold>

export const HoldSummary = Hold.pick({
  id: true,
  status: true,
  createdAt: true,
  deadlineAt: true,
  startsAt: true,
  timeZone: true,
  chefs: true,
  total: true,
}).extend({
  customerId: z.string(),
  customerName: z.string(),
  city: z.string().nullable(),
  guestTotal: z.int(),
})
export type HoldSummary = z.infer<typeof HoldSummary>
export const HoldList = z.object({ items: z.array(HoldSummary) })
export type HoldList = z.infer<typeof HoldList>

export const SignAgreement = z.object({
  signerName: z.string().trim().min(2, "Type your full name.").max(120),
  isAccepted: z.literal(true, "Tick the box to agree."),
  /** The hash that came with the text that was shown. */
  textHash: z.string().length(64),
})
export type SignAgreement = z.infer<typeof SignAgreement>

export const Agreement = z.object({
  id: z.string(),
  holdId: z.string(),
  signedAt: InstantText,
  signerName: z.string(),
  textHash: z.string(),
  payBy: InstantText,
})
export type Agreement = z.infer<typeof Agreement>
