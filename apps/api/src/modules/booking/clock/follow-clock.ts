import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { defineJob, type ScheduleDefinition } from "#platform/jobs/jobs.ts"
import { sweepHolds } from "../extend-hold.ts"
import { offerFreedStarts } from "../waitlist/offer-freed-starts.ts"
import { lockParties } from "./lock-parties.ts"
import { pressWeatherDecisions } from "./press-weather-decisions.ts"
import { remindBalances } from "./remind-balances.ts"
import { settleParties } from "./settle-parties.ts"
import { thankHosts } from "./thank-hosts.ts"

const STEPS = {
  sweepHolds,
  lockParties,
  remindBalances,
  pressWeatherDecisions,
  settleParties,
  thankHosts,
  offerFreedStarts,
}

/**
 * Does what has become due by the clock; any number of times, because each step looks at what is there.
 * A step that fails does not stop the others. @throws the failures together, so that the job tries again.
 */
export async function followClock(ctx: Context): Promise<void> {
  const failures: unknown[] = []
  for (const [step, run] of Object.entries(STEPS)) {
    try {
      await run(ctx)
    } catch (error) {
      ctx.log.error({ step, err: error }, "a step of the booking clock failed")
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Steps of the booking clock failed.")
}

const followClockJob = defineJob({
  name: "booking.follow-clock",
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  run: followClock,
})

export const bookingClock: ScheduleDefinition = { job: followClockJob, cron: "*/5 * * * *", timeZone: "UTC" }
