import { z } from "zod"
import { BookingSummary } from "./booking.ts"
import { HoldSummary } from "./hold.ts"
import { DateText, InstantText } from "./time.ts"

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
