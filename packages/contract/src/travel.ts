import { z } from "zod"
import { AddressInput } from "./customers.ts"
import { DistanceSource } from "./quote.ts"
import { DateText, InstantText, TimeZoneId } from "./time.ts"

export const TravelPoint = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().nullable(),
})
export type TravelPoint = z.infer<typeof TravelPoint>

/** A drive that was measured or set by hand. */
export const TravelLeg = z.object({
  /** Only of what was set by hand. */
  overrideId: z.string().nullable(),
  from: TravelPoint,
  to: TravelPoint,
  milesHundredths: z.int(),
  seconds: z.int(),
  source: DistanceSource,
  measuredAt: InstantText,
  ageDays: z.int(),
  /** Why it was set by hand. */
  reason: z.string().nullable(),
})
export type TravelLeg = z.infer<typeof TravelLeg>

export const TravelMatrix = z.object({ items: z.array(TravelLeg), nextCursor: z.string().nullable() })
export type TravelMatrix = z.infer<typeof TravelMatrix>

export const TravelMatrixFilter = z.object({
  stationId: z.string().max(64).optional(),
  source: z.enum(["google-routes", "manual"]).optional(),
  /** Only drives that were measured at least so many days ago. */
  olderThanDays: z.coerce.number().int().min(0).max(3650).optional(),
})

export const SetTravelOverride = z.object({
  stationId: z.string().max(64),
  address: AddressInput.shape.text,
  milesHundredths: z
    .int("Give the miles with at most two decimals.")
    .min(0, "Miles cannot be below zero.")
    .max(1000_00, "That is farther than a chef drives in a day."),
  minutes: z
    .int("Give whole minutes.")
    .min(0, "Minutes cannot be below zero.")
    .max(20 * 60, "That is longer than a chef drives in a day."),
  reason: z.string().trim().min(3, "Say why, so that the next person understands it.").max(300),
})
export type SetTravelOverride = z.infer<typeof SetTravelOverride>

export const DayDrivesQuery = z.object({ date: DateText, stationId: z.string().max(64).optional() })
export type DayDrivesQuery = z.infer<typeof DayDrivesQuery>

export const DayDrive = z.object({
  from: TravelPoint,
  to: TravelPoint,
  departsAt: InstantText,
  arrivesAt: InstantText,
  minutes: z.int(),
  /** `great-circle` is an estimate from the straight line. */
  source: DistanceSource,
})
export type DayDrive = z.infer<typeof DayDrive>

/** Every chef's day on the road: parties in the order of their starts and the drives between. */
export const DayDrives = z.object({
  date: DateText,
  stations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      timeZone: TimeZoneId,
      latitude: z.number(),
      longitude: z.number(),
      chefs: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          parties: z.array(
            z.object({
              claimId: z.string(),
              bookingId: z.string().nullable(),
              title: z.string(),
              startsAt: InstantText,
              latitude: z.number(),
              longitude: z.number(),
            }),
          ),
          drives: z.array(DayDrive),
        }),
      ),
    }),
  ),
})
export type DayDrives = z.infer<typeof DayDrives>
