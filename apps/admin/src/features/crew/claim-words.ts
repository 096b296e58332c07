import type { ChefClaim } from "@myhibachi/contract/crew"
import { clockIn } from "@/time/format-time.ts"

const kinds: Record<ChefClaim["kind"], string> = {
  booking: "Party",
  hold: "Hold",
  time_off: "Time off",
  external: "Own calendar",
}

/** @returns the whole claim in words: what, when at the place, when on the way. */
export function claimText(claim: ChefClaim, timeZone: string): string {
  const clock = (instant: string) => clockIn(instant, timeZone)
  const work = `${kinds[claim.kind]}: ${claim.title}, ${clock(claim.workFrom)} – ${clock(claim.workTo)}`
  const hasTravel = claim.from !== claim.workFrom || claim.to !== claim.workTo
  return hasTravel ? `${work}; on the way from ${clock(claim.from)}, free again ${clock(claim.to)}` : work
}

/** @returns where the claim leads, or null when there is no page for it. */
export function claimHref(claim: ChefClaim): string | null {
  return claim.bookingId ? `/bookings/${claim.bookingId}` : null
}
