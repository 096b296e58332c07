import { z } from "zod"
import { Sku } from "./catalog.ts"
import { AddressInput, Contact, Place } from "./customers.ts"
import { Money } from "./money.ts"
import { PromotionCode } from "./promotion-terms.ts"
import { LineClass } from "./tax.ts"
import { DateText, InstantText, TimeText, TimeZoneId } from "./time.ts"

const GuestCount = z
  .int("Give a whole number of guests.")
  .min(0, "The number of guests cannot be below zero.")
  .max(100_000, "That is more guests than we can count; ask us to plan it with you.")

export const Guests = z.object({
  /** 13 and older. */
  adults: GuestCount,
  /** 6 to 12. */
  children: GuestCount.default(0),
  /** 5 and younger; free. */
  littleOnes: GuestCount.default(0),
})
export type Guests = z.infer<typeof Guests>

export const QuoteItem = z.object({
  sku: Sku,
  quantity: z
    .int("Order a whole number of each dish.")
    .min(1, "Order at least one of each dish, or leave it out.")
    .max(10_000, "That is more of one dish than we can cook; ask us to plan it with you."),
  /** Which protein a `third-protein` is, when it is known. */
  proteinSku: Sku.optional(),
})
export type QuoteItem = z.infer<typeof QuoteItem>

export const QuoteRequest = z.object({
  guests: Guests,
  items: z.array(QuoteItem).max(60).default([]),
  /** Local date and time at the party; a time needs a date. */
  date: DateText.optional(),
  time: TimeText.optional(),
  address: AddressInput.optional(),
  /** Miles one way that the customer stated, in hundredths; used only while there is no address. */
  statedMilesHundredths: z.int().min(0).max(100_000_00).optional(),
  /** A code that the customer typed; refused with the reason when it cannot be used. */
  promotionCode: PromotionCode.optional(),
  contact: Contact.optional(),
  conversationId: z.string().max(64).optional(),
  /** Makes the next revision of this quote instead of a new one. */
  reviseToken: z.string().max(200).optional(),
})
export type QuoteRequest = z.input<typeof QuoteRequest>

export const QuoteLine = z.object({
  kind: z.enum([
    "guests",
    "upgrade",
    "add_on",
    "minimum_top_up",
    "travel",
    "discount",
    "service_charge",
    "fee",
    "tax",
  ]),
  lineClass: LineClass.nullable(),
  sku: z.string().nullable(),
  title: z.string(),
  /** Guests, orders or miles; null where nothing is multiplied. */
  quantity: z.number().nullable(),
  unitPrice: Money.nullable(),
  amount: Money,
  /** One sentence: how the amount came about. */
  explanation: z.string(),
})
export type QuoteLine = z.infer<typeof QuoteLine>

export const DistanceSource = z.enum(["google-routes", "great-circle", "stated", "manual"])
export type DistanceSource = z.infer<typeof DistanceSource>

/** From so many miles on, each mile costs the rate, until the next rate begins. */
export const TravelRate = z.object({
  fromMilesHundredths: z.int().min(0),
  ratePerMileCents: z.int().min(0),
})
export type TravelRate = z.infer<typeof TravelRate>

export const Travel = z.object({
  stationId: z.string().nullable(),
  stationName: z.string().nullable(),
  milesHundredths: z.int(),
  freeMilesHundredths: z.int(),
  chargedMilesHundredths: z.int(),
  /** Of the first mile beyond the free ones. */
  ratePerMile: Money,
  /** Other rates from farther miles on; absent where there is only one. */
  furtherRates: z.array(TravelRate).optional(),
  /** The service area that the place was served by; absent when its distance decided. */
  areaName: z.string().optional(),
  fee: Money,
  source: DistanceSource,
  measuredAt: InstantText,
  drivingSeconds: z.int().nullable(),
  explanation: z.string(),
})
export type Travel = z.infer<typeof Travel>

export const MissingPart = z.object({
  /** What the price still lacks. */
  part: z.enum(["address", "start", "travel", "tax", "contact"]),
  detail: z.string(),
})
export type MissingPart = z.infer<typeof MissingPart>

export const SuggestedTip = z.object({ percent: z.int(), amount: Money })
export type SuggestedTip = z.infer<typeof SuggestedTip>

export const Durations = z.object({
  setUpMinutes: z.int(),
  serviceMinutes: z.int(),
  packDownMinutes: z.int(),
})
export type Durations = z.infer<typeof Durations>

/** What a price adds up to, offered or booked. */
export const PriceTotals = {
  /** Guests, upgrades, add-ons and the top-up to the minimum. */
  foodTotal: Money,
  travelFee: Money,
  /** Everything before tax. */
  beforeTax: Money,
  tax: Money,
  /** With tax; without tips. */
  total: Money,
  deposit: Money,
}

export const Quote = z.object({
  id: z.string(),
  token: z.string(),
  revision: z.int(),
  status: z.enum(["open", "expired", "taken"]),
  createdAt: InstantText,
  expiresAt: InstantText,
  guests: Guests,
  items: z.array(QuoteItem),
  date: DateText.nullable(),
  time: TimeText.nullable(),
  startsAt: InstantText.nullable(),
  timeZone: TimeZoneId.nullable(),
  place: Place.nullable(),
  travel: Travel.nullable(),
  lines: z.array(QuoteLine),
  ...PriceTotals,
  /** What the price was lowered with, and by how much; null for nothing. */
  promotion: z.object({ code: z.string().nullable(), name: z.string(), saved: Money }).nullable(),
  /** What is paid to book: the deposit, or all of it close to the start. */
  dueAtBooking: Money,
  balance: Money,
  balanceDueAt: InstantText.nullable(),
  isFullPaymentDue: z.boolean(),
  suggestedTips: z.array(SuggestedTip),
  chefs: z.int(),
  durations: Durations,
  missing: z.array(MissingPart),
  versions: z.object({
    priceBook: z.int(),
    policies: z.record(z.string(), z.int()),
    taxRates: z.array(z.string()),
  }),
  /** SHA-256 over inputs, versions and lines; a replay gives the same. */
  hash: z.string(),
})
export type Quote = z.infer<typeof Quote>

/** A price while somebody is still typing; nothing is kept. */
export const QuotePreview = Quote.pick({
  place: true,
  startsAt: true,
  timeZone: true,
  lines: true,
  beforeTax: true,
  tax: true,
  total: true,
  dueAtBooking: true,
  chefs: true,
  missing: true,
})
export type QuotePreview = z.infer<typeof QuotePreview>

export const QuoteExplanation = z.object({
  quote: Quote,
  inputs: z.record(z.string(), z.unknown()),
  isReplayIdentical: z.boolean(),
})
export type QuoteExplanation = z.infer<typeof QuoteExplanation>

/** What a new revision changes; what is absent stays, `null` takes it away. */
export const ReviseQuote = z.object({
  guests: Guests.optional(),
  items: z.array(QuoteItem).max(60).optional(),
  date: DateText.nullable().optional(),
  time: TimeText.nullable().optional(),
  address: AddressInput.optional(),
  promotionCode: PromotionCode.nullable().optional(),
})
export type ReviseQuote = z.input<typeof ReviseQuote>
