import { z } from "zod"
import { PublicStation } from "./catalog.ts"
import { AddressInput, Place } from "./customers.ts"
import { Durations, QuoteRequest, Travel } from "./quote.ts"
import { DateText, InstantText, TimeText, TimeZoneId } from "./time.ts"

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

/** As the query of availability; `time` asks about one wall time, also one at which no party starts. */
export const ExplainQuery = AvailabilityQuery.extend({ time: TimeText.optional() })
export type ExplainQuery = z.input<typeof ExplainQuery>

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

export const NextStartsQuery = AvailabilityQuery.omit({ to: true }).extend({
  /** Today when absent. */
  from: DateText.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(5),
  /** Only the regular starts. */
  regular: z.enum(["true", "false"]).default("true"),
})
export type NextStartsQuery = z.input<typeof NextStartsQuery>

export const NextStarts = Availability.omit({ days: true }).extend({
  starts: z.array(AvailableStart.extend({ date: DateText })),
})
export type NextStarts = z.infer<typeof NextStarts>

export const StartRule = z.enum([
  "past",
  "lead-time",
  "too-far-ahead",
  "not-a-start",
  "clock-change",
  "blackout",
  "not-enough-chefs",
  "working-hours",
  "exception",
  "claimed",
  "time-off",
  "external-busy",
  "travel-time",
  "daily-cap",
  "too-many-guests",
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
      /** Null for a time that belongs to no regular start. */
      slot: TimeText.nullable(),
      isOffered: z.boolean(),
      chefsFree: z.int(),
      rule: StartRule.nullable(),
      detail: z.string(),
      chefs: z.array(z.object({ chefId: z.string(), name: z.string(), rule: StartRule.nullable() })),
    }),
  ),
})
export type AvailabilityExplanation = z.infer<typeof AvailabilityExplanation>
