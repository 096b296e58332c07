import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** Another chef comes to a booked party. */
export const chefReplaced = defineEvent(
  "crew.chef-replaced",
  z.object({ bookingId: z.string(), fromChefId: z.string(), toChefId: z.string() }),
)
