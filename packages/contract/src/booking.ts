import { z } from "zod"
import { AvailabilityDay } from "./availability.ts"
import { CancelRequest, ChangeOrder, NoShowReport, WeatherHold } from "./booking-life.ts"
import { Place } from "./customers.ts"
import { Agreement, HoldRequest } from "./hold.ts"
import { Money } from "./money.ts"
import { PartyDetails } from "./party-details.ts"
import { Guests, PriceTotals, QuoteItem, QuoteLine, QuoteRequest, SuggestedTip, Travel } from "./quote.ts"
import { DateText, InstantText, TimeZoneId } from "./time.ts"

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

/** A part of the price, and when it is due. */
const Due = z.object({ amount: Money, dueAt: InstantText })

const BookingFacts = {
  reference: z.string(),
  status: BookingStatus,
  startsAt: InstantText,
  timeZone: TimeZoneId,
  arrivesAt: InstantText,
  endsAt: InstantText,
  place: Place,
  details: PartyDetails,
  guests: Guests,
  items: z.array(QuoteItem),
  chefs: z.int(),
  lines: z.array(QuoteLine),
  ...PriceTotals,
  paid: Money,
  refunded: Money,
  owed: Money,
  /** When the next of what is owed is due. */
  balanceDueAt: InstantText,
  /** What is owed in parts, the earliest due first. */
  dues: z.array(Due),
  /** All that is due by now, or else the earliest part; null when nothing is owed. */
  nextDue: Due.nullable(),
  /** The priced change that waits for the customer's answer. */
  changeOrder: ChangeOrder.nullable(),
  /** While the party waits for the weather. */
  weatherHold: WeatherHold.nullable(),
  /** While a manager decides about a cancellation. */
  cancelRequest: CancelRequest.nullable(),
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
    /** Then cancelling is a request, and a manager decides. */
    isCancelAsked: z.boolean(),
    waitForWeather: z.boolean(),
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
  /** The newest report that nobody was at the party. */
  noShow: NoShowReport.nullable(),
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
  /** Cancelling is a request then, and a manager decides. */
  needsApproval: z.boolean(),
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

/** Holds a start of a quote for a customer on the phone. */
export const StaffHold = HoldRequest.omit({ quoteToken: true }).extend({
  signerName: StaffBooking.shape.signerName,
})
export type StaffHold = z.input<typeof StaffHold>
