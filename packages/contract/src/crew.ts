import { z } from "zod"
import { PublicStation } from "./catalog.ts"
import { AddressInput } from "./customers.ts"
import { TravelRate } from "./quote.ts"
import { DateText, InstantText, TimeText, TimeZoneId } from "./time.ts"

export const Station = PublicStation.extend({
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  isActive: z.boolean(),
  chefCount: z.int(),
  version: z.int(),
})
export type Station = z.infer<typeof Station>

export const StationList = z.object({ items: z.array(Station) })
export type StationList = z.infer<typeof StationList>

const Miles = z
  .int("Give the miles with at most two decimals.")
  .min(0, "Miles cannot be below zero.")
  .max(3000_00, "That is farther than a chef drives.")

/** Where a station is and what a drive from it costs; amounts in cents, miles in hundredths. */
export const SaveStation = z
  .object({
    name: z.string().trim().min(1, "Give the station a name.").max(60),
    address: AddressInput.shape.text,
    /** The zone follows from the state where that has only one. */
    timeZone: TimeZoneId.nullable().default(null),
    freeMilesHundredths: Miles,
    ratePerMileCents: z.int("Give whole cents.").min(0, "A rate cannot be below zero.").max(100_00),
    furtherRates: z.array(TravelRate).max(5, "Take at most five further rates.").default([]),
    maximumMilesHundredths: Miles,
  })
  .superRefine((station, check) => {
    if (station.maximumMilesHundredths < station.freeMilesHundredths)
      check.addIssue({
        code: "custom",
        path: ["maximumMilesHundredths"],
        message: "The farthest drive cannot be shorter than the free miles.",
      })
    let from = station.freeMilesHundredths
    for (const [index, rate] of station.furtherRates.entries()) {
      if (rate.fromMilesHundredths <= from)
        check.addIssue({
          code: "custom",
          path: ["furtherRates", index, "fromMilesHundredths"],
          message: "Each rate begins farther than the one before it.",
        })
      from = rate.fromMilesHundredths
    }
  })
export type SaveStation = z.input<typeof SaveStation>

export const SetStationActive = z.object({ isActive: z.boolean() })
export type SetStationActive = z.infer<typeof SetStationActive>

export const ChefGrade = z.enum(["junior", "regular", "senior", "master"])
export type ChefGrade = z.infer<typeof ChefGrade>

export const WorkingHours = z.object({
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().min(1).max(7),
  from: TimeText,
  /** At or before `from` means on the next day. */
  to: TimeText,
})
export type WorkingHours = z.infer<typeof WorkingHours>

export const Chef = z.object({
  id: z.string(),
  name: z.string(),
  grade: ChefGrade,
  stationId: z.string(),
  stationName: z.string(),
  timeZone: TimeZoneId,
  isActive: z.boolean(),
  workingHours: z.array(WorkingHours),
  skills: z.array(z.string()),
  /** The most guests that one chef is sent to alone; null for as many as the policy says. */
  maxGuests: z.int().nullable(),
  /** The most parties on one day. */
  maxPartiesPerDay: z.int(),
  /** Where the day starts and ends; null for the station. */
  homeAddress: z.string().nullable(),
  version: z.int(),
})
export type Chef = z.infer<typeof Chef>

export const ChefList = z.object({ items: z.array(Chef) })
export type ChefList = z.infer<typeof ChefList>

export const ClaimKind = z.enum(["hold", "booking", "time_off", "external"])
export type ClaimKind = z.infer<typeof ClaimKind>

export const ChefClaim = z.object({
  id: z.string(),
  kind: ClaimKind,
  /** All the time taken, travel included. */
  from: InstantText,
  to: InstantText,
  /** Set-up until pack-down, without travel. */
  workFrom: InstantText,
  workTo: InstantText,
  startsAt: InstantText.nullable(),
  title: z.string(),
  address: z.string().nullable(),
  holdId: z.string().nullable(),
  bookingId: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  expiresAt: InstantText.nullable(),
})
export type ChefClaim = z.infer<typeof ChefClaim>

export const ChefCalendar = z.object({
  from: DateText,
  to: DateText,
  chefs: z.array(Chef.extend({ claims: z.array(ChefClaim) })),
  blackouts: z.array(
    z.object({
      id: z.string(),
      stationId: z.string().nullable(),
      from: InstantText,
      to: InstantText,
      reason: z.string(),
    }),
  ),
})
export type ChefCalendar = z.infer<typeof ChefCalendar>

export const CalendarQuery = z.object({
  from: DateText,
  to: DateText,
  stationId: z.string().optional(),
  chefId: z.string().optional(),
})
export type CalendarQuery = z.infer<typeof CalendarQuery>
