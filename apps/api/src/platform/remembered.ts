import type { Context, Services } from "#platform/context.ts"

/** The answer of one read, kept in memory while nothing that it says has changed. */
export interface Remembered<T> {
  /** The same object for as long as nothing has changed. */
  read(ctx: Context): Promise<T>
  /** Forgets it after the commit, here and, over the live updates, in the other processes. */
  forget(ctx: Context, id: string): void
}

/** @param topic of the live updates on which the other processes hear of a change. */
export function remembered<T>(topic: string, load: (ctx: Context) => Promise<T>): Remembered<T> {
  const known = new WeakMap<Services, Promise<T>>()
  const listening = new WeakSet<Services>()
  return {
    read(ctx) {
      const { services } = ctx
      if (!listening.has(services)) {
        listening.add(services)
        services.live.subscribe([topic], () => known.delete(services))
      }
      const earlier = known.get(services)
      if (earlier) return earlier
      // A query of Drizzle is asked anew by everybody who awaits it; a promise of its own is asked once.
      const reading = (async () => load(ctx))()
      known.set(services, reading)
      // A failed read must not be remembered as the answer.
      reading.catch(() => known.delete(services))
      return reading
    },
    forget(ctx, id) {
      ctx.afterCommit(() => {
        known.delete(ctx.services)
        ctx.services.live.publish({ topic, kind: "changed", id })
      })
    },
  }
}

/** What was asked lately, at most `most` of it; the first asked goes first. One for each process and purpose. */
export class RecentlyAsked<T> {
  readonly #most: number
  readonly #answers = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  get(question: string): T | undefined {
    return this.#answers.get(question)
  }

  set(question: string, answer: T): void {
    if (this.#answers.get(question) === answer) return
    this.#answers.set(question, answer)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest)
  }

  clear(): void {
    this.#answers.clear()
  }
}
