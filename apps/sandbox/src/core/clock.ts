/** The sandbox's time: real time plus an offset, or standing still. */
export type Clock = {
  now(): Date
  /** Seconds since 1970, as Stripe and OpenAI write instants. */
  unix(): number
  /** Moves to the instant; the clock keeps running from there unless it stands. */
  set(instant: Date): void
  advance(milliseconds: number): void
  stand(): void
  run(): void
  /** Back to real time. */
  reset(): void
  onChange(listener: () => void): void
}

/** A clock over a source of real time, by default the machine's. */
export function createClock(source: () => number = Date.now): Clock {
  let offsetMs = 0
  let standingAtMs: number | undefined
  const listeners: (() => void)[] = []
  const nowMs = () => standingAtMs ?? source() + offsetMs
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const set = (milliseconds: number) => {
    if (standingAtMs === undefined) offsetMs = milliseconds - source()
    else standingAtMs = milliseconds
    tell()
  }
  return {
    now: () => new Date(nowMs()),
    unix: () => Math.floor(nowMs() / 1000),
    set: (instant) => set(instant.getTime()),
    advance: (milliseconds) => set(nowMs() + milliseconds),
    stand: () => {
      standingAtMs = nowMs()
    },
    run: () => {
      if (standingAtMs === undefined) return
      offsetMs = standingAtMs - source()
      standingAtMs = undefined
    },
    reset: () => {
      offsetMs = 0
      standingAtMs = undefined
      tell()
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}
