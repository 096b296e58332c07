import type { PolicyParameters } from "@myhibachi/contract/catalog"
import { Temporal } from "#platform/time.ts"

/**
 * @returns until when a party that waits for the weather must be decided: within the policy's hours, and so long
 * before the start that the chefs have not left. When that has passed already, until the start.
 */
export function decideBy(
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
  weather: Pick<PolicyParameters["weather"], "decideWithinHours" | "decideHoursBefore">,
): Temporal.Instant {
  const usual = now.add({ hours: weather.decideWithinHours })
  const latest = startsAt.subtract({ hours: weather.decideHoursBefore })
  if (Temporal.Instant.compare(latest, now) <= 0) return startsAt
  return Temporal.Instant.compare(usual, latest) < 0 ? usual : latest
}
