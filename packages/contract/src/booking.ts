import { z } from "zod"
import { LineClass, PublicStation, Sku } from "./catalog.ts"
import { AddressInput, Contact, Place } from "./customers.ts"
import { Money } from "./money.ts"
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

export const DistanceSource = z.enum(["google-routes", "great-circle", "stated"])
export type DistanceSource = z.infer<typeof DistanceSource>

export const Travel = z.object({
  stationId: z.string().nullable(),
  stationName: z.string().nullable(),
  milesHundredths: z.int(),
  freeMilesHundredths: z.int(),
  chargedMilesHundredths: z.int(),
  ratePerMile: Money,
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
  /** Guests, upgrades, add-ons and the top-up to the minimum. */
  foodTotal: Money,
  travelFee: Money,
  /** Everything before tax. */
  beforeTax: Money,
  tax: Money,
  /** With tax; without tips. */
  total: Money,
  deposit: Money,
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

export const QuoteSummary = z.object({
  id: z.string(),
  revision: z.int(),
  status: Quote.shape.status,
  createdAt: InstantText,
  expiresAt: InstantText,
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  guestTotal: z.int(),
  startsAt: InstantText.nullable(),
  timeZone: TimeZoneId.nullable(),
  city: z.string().nullable(),
  beforeTax: Money,
  total: Money,
})
export type QuoteSummary = z.infer<typeof QuoteSummary>

export const QuoteQuery = z.object({
  customerId: z.string().optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type QuoteQuery = z.infer<typeof QuoteQuery>
export const QuotePage = z.object({ items: z.array(QuoteSummary), nextCursor: z.string().nullable() })
export type QuotePage = z.infer<typeof QuotePage>

export const QuoteExplanation = z.object({
  quote: Quote,
  inputs: z.record(z.string(), z.unknown()),
  isReplayIdentical: z.boolean(),
})
export type QuoteExplanation = z.infer<typeof QuoteExplanation>

export const ServiceAreaQuery = z.object({ address: AddressInput.shape.text })
export type ServiceAreaQuery = z.infer<typeof ServiceAreaQuery>
export const ServiceArea = z.object({
  isServed: z.boolean(),
  place: Place.nullable(),
  station: PublicStation.nullable(),
  travel: Travel.nullable(),
  detail: z.string(),
})
export type ServiceArea = z.infer<typeof ServiceArea>

export const AddressCheck = z.object({
  result: z.enum(["found", "several", "none"]),
  places: z.array(Place),
  detail: z.string(),
})
export type AddressCheck = z.infer<typeof AddressCheck>

export const TravelFeeRequest = z.object({
  address: AddressInput.optional(),
  statedMilesHundredths: QuoteRequest.shape.statedMilesHundredths,
})
export type TravelFeeRequest = z.infer<typeof TravelFeeRequest>

export const AvailabilityQuery = z.object({
  from: DateText,
  /** The last day; the same as `from` when absent, at most 62 days later. */
  to: DateText.optional(),
  adults: z.coerce.number().int().min(0).max(100_000),
  children: z.coerce.number().int().min(0).max(100_000).default(0),
  littleOnes: z.coerce.number().int().min(0).max(100_000).default(0),
  address: AddressInput.shape.text.optional(),
  /** Instead of the address: the place of this quote. */
  quoteToken: z.string().max(200).optional(),
  /** Instead of the address: anywhere near this station. */
  stationId: z.string().max(64).optional(),
})
export type AvailabilityQuery = z.input<typeof AvailabilityQuery>

export const AvailableStart = z.object({
  startsAt: InstantText,
  time: TimeText,
  /** The regular start that this one belongs to. */
  slot: TimeText,
  isRegular: z.boolean(),
})
export type AvailableStart = z.infer<typeof AvailableStart>

export const AvailabilityDay = z.object({
  date: DateText,
  starts: z.array(AvailableStart),
  /** Why there is no start on this day; null when there is one. */
  closedBecause: z.string().nullable(),
})
export type AvailabilityDay = z.infer<typeof AvailabilityDay>

export const Availability = z.object({
  station: PublicStation,
  timeZone: TimeZoneId,
  chefsNeeded: z.int(),
  durations: Durations,
  days: z.array(AvailabilityDay),
})
export type Availability = z.infer<typeof Availability>

export const StartRule = z.enum([
  "past",
  "lead-time",
  "too-far-ahead",
  "not-a-start",
  "clock-change",
  "blackout",
  "not-enough-chefs",
  "working-hours",
  "claimed",
  "travel-time",
])
export type StartRule = z.infer<typeof StartRule>

export const AvailabilityExplanation = z.object({
  station: PublicStation,
  timeZone: TimeZoneId,
  chefsNeeded: z.int(),
  starts: z.array(
    z.object({
      startsAt: InstantText.nullable(),
      date: DateText,
      time: TimeText,
      slot: TimeText,
      isOffered: z.boolean(),
      chefsFree: z.int(),
      rule: StartRule.nullable(),
      detail: z.string(),
      chefs: z.array(z.object({ chefId: z.string(), name: z.string(), rule: StartRule.nullable() })),
    }),
  ),
})
export type AvailabilityExplanation = z.infer<typeof AvailabilityExplanation>

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

export const BookingStatus = z.enum([
  "confirmed",
  "assigned",
  "locked",
  "in_progress",
  "completed",
  "settled",
  "weather_hold",
  "cancel_requested",
  "cancelled",
  "no_show",
])
export type BookingStatus = z.infer<typeof BookingStatus>

const BookingFacts = {
  reference: z.string(),
  status: BookingStatus,
  startsAt: InstantText,
  timeZone: TimeZoneId,
  arrivesAt: InstantText,
  endsAt: InstantText,
  place: Place,
  guests: Guests,
  items: z.array(QuoteItem),
  chefs: z.int(),
  lines: z.array(QuoteLine),
  foodTotal: Money,
  travelFee: Money,
  beforeTax: Money,
  tax: Money,
  total: Money,
  deposit: Money,
  paid: Money,
  refunded: Money,
  owed: Money,
  balanceDueAt: InstantText,
}

export const BookingPage = z.object({
  ...BookingFacts,
  token: z.string(),
  customerName: z.string(),
  suggestedTips: z.array(SuggestedTip),
  reschedulesUsed: z.int(),
  /** What the customer may still do here, and until when. */
  can: z.object({
    changeGuestsUntil: InstantText.nullable(),
    rescheduleUntil: InstantText.nullable(),
    cancel: z.boolean(),
  }),
  policies: z.array(z.object({ key: z.string(), version: z.int(), title: z.string(), text: z.string() })),
})
export type BookingPage = z.infer<typeof BookingPage>

export const BookingSummary = z.object({
  id: z.string(),
  reference: z.string(),
  status: BookingStatus,
  startsAt: InstantText,
  timeZone: TimeZoneId,
  customerId: z.string(),
  customerName: z.string(),
  stationId: z.string(),
  stationName: z.string(),
  city: z.string().nullable(),
  guestTotal: z.int(),
  chefs: z.int(),
  total: Money,
  owed: Money,
  createdAt: InstantText,
})
export type BookingSummary = z.infer<typeof BookingSummary>

export const BookingQuery = z.object({
  search: z.string().trim().max(200).optional(),
  status: BookingStatus.optional(),
  stationId: z.string().max(64).optional(),
  customerId: z.string().max(64).optional(),
  from: InstantText.optional(),
  to: InstantText.optional(),
  order: z.enum(["start", "newest"]).default("start"),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type BookingQuery = z.infer<typeof BookingQuery>
export const BookingList = z.object({ items: z.array(BookingSummary), nextCursor: z.string().nullable() })
export type BookingList = z.infer<typeof BookingList>

export const BookingChef = z.object({
  claimId: z.string(),
  chefId: z.string(),
  name: z.string(),
  from: InstantText,
  to: InstantText,
  workFrom: InstantText,
  workTo: InstantText,
})
export type BookingChef = z.infer<typeof BookingChef>

export const Booking = z.object({
  ...BookingFacts,
  id: z.string(),
  version: z.int(),
  token: z.string(),
  customer: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  stationId: z.string(),
  stationName: z.string(),
  travel: Travel.nullable(),
  reschedulesUsed: z.int(),
  createdAt: InstantText,
  cancelledAt: InstantText.nullable(),
  cancelReason: z.string().nullable(),
  quoteId: z.string(),
  quoteRevision: z.int(),
  holdId: z.string(),
  conversationId: z.string().nullable(),
  agreement: Agreement.omit({ payBy: true }).nullable(),
  assignedChefs: z.array(BookingChef),
})
export type Booking = z.infer<typeof Booking>

export const HistoryEntry = z.object({
  id: z.string(),
  at: InstantText,
  actor: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
export const History = z.object({ items: z.array(HistoryEntry) })
export type History = z.infer<typeof History>

export const CancelPreview = z.object({
  bookingReference: z.string(),
  by: z.enum(["customer", "company"]),
  hoursBefore: z.number(),
  paid: Money,
  refund: Money,
  kept: Money,
  isDepositRefunded: z.boolean(),
  refundBusinessDays: z.int(),
  /** Until when the deposit comes back. */
  depositRefundableUntil: InstantText,
  explanation: z.string(),
})
export type CancelPreview = z.infer<typeof CancelPreview>

export const CancelBooking = z.object({
  reason: z.string().trim().max(500).default(""),
  /** What the preview showed; the cancellation is refused when it has changed since. */
  expectedRefundCents: z.int().min(0).optional(),
})
export type CancelBooking = z.input<typeof CancelBooking>

export const StaffCancelBooking = z.object({
  reason: z.string().trim().min(1, "Say why.").max(500),
  by: z.enum(["customer", "company"]),
  expectedRefundCents: z.int().min(0).optional(),
})
export type StaffCancelBooking = z.infer<typeof StaffCancelBooking>

export const RescheduleQuery = z.object({ from: DateText.optional(), to: DateText.optional() })
export type RescheduleQuery = z.infer<typeof RescheduleQuery>

export const RescheduleOptions = z.object({
  isAllowed: z.boolean(),
  /** What a move to another slot costs now; a move within the slot is free. */
  fee: Money,
  explanation: z.string(),
  timeZone: TimeZoneId,
  days: z.array(AvailabilityDay),
})
export type RescheduleOptions = z.infer<typeof RescheduleOptions>

export const RescheduleBooking = z.object({
  startsAt: InstantText,
  expectedFeeCents: z.int().min(0).optional(),
})
export type RescheduleBooking = z.infer<typeof RescheduleBooking>

export const StaffRescheduleBooking = RescheduleBooking.extend({
  /** A move because of the weather is free and does not use the free one up. */
  because: z.enum(["customer", "weather", "company"]).default("customer"),
})
export type StaffRescheduleBooking = z.input<typeof StaffRescheduleBooking>

export const ChangeGuests = z.object({ guests: Guests, items: z.array(QuoteItem).max(60) })
export type ChangeGuests = z.infer<typeof ChangeGuests>

export const StaffBooking = HoldRequest.omit({
  quoteToken: true,
  revision: true,
  startsAt: true,
  address: true,
}).extend({
  quote: QuoteRequest,
  /** Staff heard the customer agree; otherwise the hold waits for the signature. */
  signerName: z.string().trim().min(2).max(120).optional(),
})
export type StaffBooking = z.input<typeof StaffBooking>

export const Today = z.object({
  date: DateText,
  parties: z.array(
    BookingSummary.extend({
      arrivesAt: InstantText,
      endsAt: InstantText,
      latitude: z.number(),
      longitude: z.number(),
      chefNames: z.array(z.string()),
    }),
  ),
  holds: z.array(HoldSummary),
  balancesDue: z.array(BookingSummary),
  newBookings: z.array(BookingSummary),
})
export type Today = z.infer<typeof Today>

export const TodayQuery = z.object({ date: DateText.optional(), stationId: z.string().max(64).optional() })
export type TodayQuery = z.infer<typeof TodayQuery>
