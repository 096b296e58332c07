import { z } from "zod"
import { InstantText, TimeText } from "./time.ts"

const Hours = z
  .int()
  .min(0)
  .max(24 * 60)

/** How we work around a booked party, beside the policies that the customer signed; staff change it at any time. */
export const BookingSettings = z.object({
  changeOrder: z.object({
    expiresAfterHours: Hours.min(1),
    /** What happens to what was paid beyond a lower total: it goes back at once, or when the party is settled. */
    lowerPrice: z.enum(["refund", "credit"]),
  }),
  weather: z.object({
    /** Until when it must be decided what happens to a party that waits for the weather. */
    decideHoursBefore: Hours,
    remindHoursBeforeDeadline: z.array(Hours).max(5),
  }),
  /** When a customer's cancellation waits for a manager; the start is kept until then. */
  cancelRequest: z.object({ underHours: Hours, refundFromCents: z.int().min(0) }),
  waitlist: z.object({
    /** How long an offered start is held to be signed for. */
    offerMinutes: z
      .int()
      .min(15)
      .max(48 * 60),
    /** Local wall times between which we offer; at night nobody could answer in time. */
    offersFrom: TimeText,
    offersUntil: TimeText,
    maximumOpen: z.int().min(1).max(50),
  }),
  afterParty: z.object({
    /** Local wall time on the morning after. */
    thanksAt: TimeText,
    /** Where a guest can write a review; null to ask for an answer to the mail. */
    reviewUrl: z.url().nullable(),
    /** After how many hours without a word somebody asks whether the party took place. */
    askAfterHours: Hours,
  }),
})
export type BookingSettings = z.infer<typeof BookingSettings>

export const BookingSettingsRecord = z.object({
  settings: BookingSettings,
  version: z.int(),
  changedAt: InstantText,
  changedBy: z.string(),
})
export type BookingSettingsRecord = z.infer<typeof BookingSettingsRecord>
