import { z } from "zod"
import { AvailabilityDay } from "./availability.ts"
import { AddressInput, Contact, Place } from "./customers.ts"
import { Money } from "./money.ts"
import { Guests, QuoteItem, QuoteLine } from "./quote.ts"
import { DateText, InstantText, TimeZoneId } from "./time.ts"

/** One line of a price before and after a change; a line that comes or goes has nothing on one side. */
export const PriceChange = z.object({
  title: z.string(),
  kind: QuoteLine.shape.kind,
  before: Money.nullable(),
  after: Money.nullable(),
  /** After less before. */
  difference: Money,
})
export type PriceChange = z.infer<typeof PriceChange>

export const ChangeOrderStatus = z.enum([
  "offered",
  "accepted",
  "declined",
  "withdrawn",
  "expired",
  "outdated",
])
export type ChangeOrderStatus = z.infer<typeof ChangeOrderStatus>

export const ChangeOrder = z.object({
  id: z.string(),
  token: z.string(),
  bookingId: z.string(),
  bookingReference: z.string(),
  /** `outdated` when the party was changed in another way since the offer. */
  status: ChangeOrderStatus,
  guestsBefore: Guests,
  guests: Guests,
  items: z.array(QuoteItem),
  place: Place,
  /** Null while the address stays. */
  newAddress: z.string().nullable(),
  chefsBefore: z.int(),
  chefs: z.int(),
  changes: z.array(PriceChange),
  totalBefore: Money,
  totalAfter: Money,
  /** What the customer owes more, or less when negative. */
  difference: Money,
  timeZone: TimeZoneId,
  note: z.string(),
  createdAt: InstantText,
  createdBy: z.string(),
  expiresAt: InstantText,
  decidedAt: InstantText.nullable(),
  decidedBy: z.string().nullable(),
})
export type ChangeOrder = z.infer<typeof ChangeOrder>
export const ChangeOrderList = z.object({ items: z.array(ChangeOrder) })
export type ChangeOrderList = z.infer<typeof ChangeOrderList>

export const ProposeChange = z.object({
  /** What stays is left out. */
  guests: Guests.optional(),
  items: z.array(QuoteItem).max(60).optional(),
  address: AddressInput.optional(),
  note: z.string().trim().max(500).default(""),
})
export type ProposeChange = z.input<typeof ProposeChange>

export const AcceptChange = z.object({
  /** What was shown; accepting is refused when it has changed since. */
  expectedDifferenceCents: z.int().optional(),
})
export type AcceptChange = z.infer<typeof AcceptChange>

export const StaffAcceptChange = AcceptChange.extend({
  acceptedBy: z.string().trim().min(2, "Say who agreed, and how: for example Ada by phone.").max(200),
})
export type StaffAcceptChange = z.infer<typeof StaffAcceptChange>

export const WeatherHold = z.object({
  startedAt: InstantText,
  startedBy: z.enum(["customer", "company"]),
  note: z.string(),
  /** Until then the party is moved, covered or cancelled; later a person calls. */
  decideBy: InstantText,
  isOverdue: z.boolean(),
})
export type WeatherHold = z.infer<typeof WeatherHold>

export const StartWeatherHold = z.object({
  /** Only a party outdoors without cover waits for the weather. */
  setting: z.enum(["outdoor_uncovered", "outdoor_covered", "indoor"]),
  note: z.string().trim().max(500).default(""),
})
export type StartWeatherHold = z.input<typeof StartWeatherHold>

export const EndWeatherHold = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("moved"), startsAt: InstantText }),
  z.object({ outcome: z.literal("covered") }),
  z.object({
    outcome: z.literal("cancelled"),
    /** What the preview showed. */
    expectedRefundCents: z.int().min(0).optional(),
  }),
])
export type EndWeatherHold = z.infer<typeof EndWeatherHold>

export const CancelRequest = z.object({ requestedAt: InstantText, reason: z.string() })
export type CancelRequest = z.infer<typeof CancelRequest>

export const DecideCancelRequest = z.object({
  decision: z.enum(["approve", "keep"]),
  note: z.string().trim().min(1, "Say why.").max(500),
  expectedRefundCents: z.int().min(0).optional(),
})
export type DecideCancelRequest = z.infer<typeof DecideCancelRequest>

const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"] as const
export const MOST_PHOTO_BYTES = 3_000_000

export const AddAttachment = z.object({
  filename: z.string().trim().min(1, "Give the file a name.").max(120),
  contentType: z.enum(PHOTO_TYPES, "Send a photo as JPEG, PNG or WebP."),
  dataBase64: z
    .base64("The photo did not arrive whole; send it again.")
    .max(Math.ceil(MOST_PHOTO_BYTES / 3) * 4, "The photo is larger than 3 MB; send a smaller one."),
})
export type AddAttachment = z.infer<typeof AddAttachment>

export const BookingAttachment = z.object({
  id: z.string(),
  filename: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  createdAt: InstantText,
  createdBy: z.string(),
})
export type BookingAttachment = z.infer<typeof BookingAttachment>
export const BookingAttachmentList = z.object({ items: z.array(BookingAttachment) })
export type BookingAttachmentList = z.infer<typeof BookingAttachmentList>

export const ReportNoShow = z.object({
  /** When the chef stood there. */
  observedAt: InstantText,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMeters: z.number().min(0).max(100_000),
  note: z.string().trim().min(10, "Tell what the chef found and whom he called.").max(2000),
  attachmentId: z.string().max(64),
  /** The chef who was there; a chef reports for himself. */
  chefId: z.string().max(64).optional(),
})
export type ReportNoShow = z.infer<typeof ReportNoShow>

export const NoShowReport = z.object({
  id: z.string(),
  status: z.enum(["reported", "confirmed", "dismissed"]),
  observedAt: InstantText,
  latitude: z.number(),
  longitude: z.number(),
  accuracyMeters: z.number(),
  /** From the address of the party, in meters. */
  distanceMeters: z.int(),
  note: z.string(),
  attachmentId: z.string(),
  chefId: z.string(),
  reportedBy: z.string(),
  reportedAt: InstantText,
  decidedBy: z.string().nullable(),
  decidedAt: InstantText.nullable(),
  decisionNote: z.string().nullable(),
})
export type NoShowReport = z.infer<typeof NoShowReport>

export const DecideNoShow = z.object({
  decision: z.enum(["confirm", "dismiss"]),
  note: z.string().trim().min(1, "Say why.").max(500),
})
export type DecideNoShow = z.infer<typeof DecideNoShow>

export const ExtendHold = z.object({
  minutes: z.int().min(5, "Extend by 5 minutes or more.").max(1440, "Extend by a day at most."),
  reason: z.string().trim().min(1, "Say why.").max(300),
})
export type ExtendHold = z.infer<typeof ExtendHold>

export const HoldSweep = z.object({ expired: z.int() })
export type HoldSweep = z.infer<typeof HoldSweep>

export const WaitlistStatus = z.enum(["waiting", "offered", "booked", "passed", "left", "over"])
export type WaitlistStatus = z.infer<typeof WaitlistStatus>

export const JoinWaitlist = z.object({
  date: DateText,
  guests: Guests,
  items: z.array(QuoteItem).max(60).default([]),
  address: AddressInput,
  contact: Contact.refine((contact) => contact.email !== undefined, {
    message: "Give an e-mail address: the offer comes by mail.",
    path: ["email"],
  }),
  mayWrite: z.literal(true, "Tick that we may write to you when a start becomes free."),
})
export type JoinWaitlist = z.input<typeof JoinWaitlist>

export const WaitlistPlace = z.object({
  token: z.string(),
  status: WaitlistStatus,
  date: DateText,
  guests: Guests,
  city: z.string().nullable(),
  timeZone: TimeZoneId,
  /** The offer that runs, as the token of its hold. */
  holdToken: z.string().nullable(),
  createdAt: InstantText,
})
export type WaitlistPlace = z.infer<typeof WaitlistPlace>

export const WaitlistEntry = z.object({
  id: z.string(),
  status: WaitlistStatus,
  date: DateText,
  guests: Guests,
  city: z.string().nullable(),
  stationId: z.string(),
  timeZone: TimeZoneId,
  customerId: z.string(),
  customerName: z.string(),
  holdId: z.string().nullable(),
  offeredAt: InstantText.nullable(),
  createdAt: InstantText,
})
export type WaitlistEntry = z.infer<typeof WaitlistEntry>
export const WaitlistQuery = z.object({
  status: WaitlistStatus.optional(),
  date: DateText.optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type WaitlistQuery = z.infer<typeof WaitlistQuery>
export const WaitlistPage = z.object({ items: z.array(WaitlistEntry), nextCursor: z.string().nullable() })
export type WaitlistPage = z.infer<typeof WaitlistPage>

export const WeatherOptions = z.object({ timeZone: TimeZoneId, days: z.array(AvailabilityDay) })
export type WeatherOptions = z.infer<typeof WeatherOptions>
