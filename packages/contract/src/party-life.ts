import { z } from "zod"
import { Attachment } from "./attachment.ts"
import { BookingStatus } from "./booking.ts"
import { ChangeOrder } from "./change-order.ts"
import { Money } from "./money.ts"
import { NoShow } from "./no-show.ts"
import { InstantText } from "./time.ts"
import { WeatherHold } from "./weather.ts"

/** What is known about a party beside price and guests. */
export const PartyDetails = z.object({
  occasion: z.string().trim().max(120).optional(),
  /** Gate codes, parking, where to set up. */
  arrivalNotes: z.string().trim().max(1000).optional(),
  isOutdoor: z.boolean().optional(),
  hasCover: z.boolean().optional(),
  /** For staff only. */
  internalNotes: z.string().trim().max(2000).optional(),
})
export type PartyDetails = z.infer<typeof PartyDetails>

export const CustomerDetails = PartyDetails.omit({ internalNotes: true })
export type CustomerDetails = z.infer<typeof CustomerDetails>

/** A `null` takes a detail away. */
export const ChangeDetails = z.object({
  contact: z
    .object({
      name: z.string().trim().min(1).max(120).optional(),
      email: z.email().max(254).nullable().optional(),
      phone: z.string().trim().min(7).max(32).nullable().optional(),
    })
    .optional(),
  details: PartyDetails.partial().optional(),
})
export type ChangeDetails = z.infer<typeof ChangeDetails>

/** What a verb does to the state of a booking, for people. */
export const BookingStep = z.object({
  verb: z.string(),
  title: z.string(),
  to: BookingStatus,
  /** Why it cannot be done now; null when it can. */
  refusal: z.string().nullable(),
})
export type BookingStep = z.infer<typeof BookingStep>

export const CancelRequest = z.object({
  id: z.string(),
  reason: z.string(),
  requestedAt: InstantText,
  requestedBy: z.string(),
  refund: Money,
  outcome: z.enum(["approved", "declined"]).nullable(),
  note: z.string().nullable(),
  decidedAt: InstantText.nullable(),
  decidedBy: z.string().nullable(),
})
export type CancelRequest = z.infer<typeof CancelRequest>

export const DecideCancelRequest = z.object({
  outcome: z.enum(["approved", "declined"]),
  note: z.string().trim().min(3, "Say why.").max(1000),
})
export type DecideCancelRequest = z.infer<typeof DecideCancelRequest>

const Life = {
  status: BookingStatus,
  changeOrders: z.array(ChangeOrder),
  weatherHolds: z.array(WeatherHold),
  attachments: z.array(Attachment),
}

/** What goes on around a booking, for staff. */
export const BookingLife = z.object({
  ...Life,
  version: z.int(),
  details: PartyDetails,
  steps: z.array(BookingStep),
  cancelRequests: z.array(CancelRequest),
  noShows: z.array(NoShow),
})
export type BookingLife = z.infer<typeof BookingLife>

/** The same for the customer. */
export const PartyLife = z.object({
  ...Life,
  version: z.int(),
  details: CustomerDetails,
  cancelRequest: CancelRequest.pick({ reason: true, requestedAt: true, refund: true }).nullable(),
  /** A cancellation is decided by a person now. */
  isCancelAsked: z.boolean(),
  can: z.object({
    change: z.boolean(),
    holdForWeather: z.boolean(),
    attach: z.boolean(),
  }),
})
export type PartyLife = z.infer<typeof PartyLife>
