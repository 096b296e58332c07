import type { Temporal } from "#platform/time.ts"

/** So often is a text tried before a person must see to it. */
export const TRIES_ALLOWED = 6

const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 3600

/** @returns how long to wait after so many tries, in seconds: twice as long each time, up to an hour. */
export function secondsBeforeNextTry(attempts: number): number {
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.max(0, attempts - 1))
}

const LOOKS = [
  { afterMinutes: 2, everySeconds: 30 },
  { afterMinutes: 60, everySeconds: 600 },
  { afterMinutes: 24 * 60, everySeconds: 3600 },
]

/** @returns when to look next whether a sent text has arrived; null after a day: then the carrier does not tell. */
export function nextLook(sentAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const minutes = (now.epochMilliseconds - sentAt.epochMilliseconds) / 60_000
  const look = LOOKS.find(({ afterMinutes }) => minutes < afterMinutes)
  return look ? now.add({ seconds: look.everySeconds }) : null
}
