import { on } from "#platform/jobs/events.ts"
import { bookingCancelled, bookingRescheduled, holdExpired } from "../events.ts"
import { offerFreedStarts } from "./offer-freed-starts.ts"

/** Whatever frees chefs is looked at at once; the clock finds the rest, such as time off that was taken back. */
export const waitlistSubscriptions = [
  on(bookingCancelled, "offer-freed-starts", offerFreedStarts),
  on(bookingRescheduled, "offer-freed-starts", offerFreedStarts),
  on(holdExpired, "offer-freed-starts", offerFreedStarts),
]
