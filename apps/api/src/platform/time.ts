import { Temporal } from "temporal-polyfill"

export { Temporal }

/** Where "now" comes from; tests and evaluations bring their own. */
export interface Clock {
  now(): Temporal.Instant
}

/** The machine's clock, in whole milliseconds; within one the same object comes again, which costs nothing. */
class SystemClock implements Clock {
  #ms = Number.NaN
  #now = Temporal.Instant.fromEpochMilliseconds(0)

  now(): Temporal.Instant {
    const ms = Date.now()
    if (ms !== this.#ms) {
      this.#ms = ms
      this.#now = Temporal.Instant.fromEpochMilliseconds(ms)
    }
    return this.#now
  }
}

export const systemClock: Clock = new SystemClock()

/** A clock that stands still until it is moved. */
export class SettableClock implements Clock {
  #now: Temporal.Instant

  constructor(now: Temporal.Instant | string) {
    this.#now = Temporal.Instant.from(now)
  }

  now(): Temporal.Instant {
    return this.#now
  }

  set(now: Temporal.Instant | string): void {
    this.#now = Temporal.Instant.from(now)
  }

  advance(duration: Temporal.DurationLike): void {
    this.#now = this.#now.add(duration)
  }
}

/** @returns elapsed hours from `from` to `to`; negative when `to` is earlier. */
export function hoursBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000
}

/** @returns the instant so many elapsed hours earlier. */
export function hoursBefore(instant: Temporal.Instant, hours: number): Temporal.Instant {
  return new Temporal.Instant(instant.epochNanoseconds - BigInt(Math.round(hours * 3600)) * 1_000_000_000n)
}

/**
 * RFC 3339 in UTC like `toString`, several times as fast for whole seconds, which are nearly all that we send.
 */
export function instantText(instant: Temporal.Instant): string {
  const { epochMilliseconds, epochNanoseconds } = instant
  const isWhole =
    epochMilliseconds % 1000 === 0 && epochNanoseconds === BigInt(epochMilliseconds) * 1_000_000n
  return isWhole ? `${new Date(epochMilliseconds).toISOString().slice(0, -5)}Z` : instant.toString()
}
