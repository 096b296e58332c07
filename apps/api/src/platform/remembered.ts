import type { Context, Services } from "#platform/context.ts"
import { isInTransaction } from "#platform/database/database.ts"

/** The answer of one read, kept in memory while nothing that it says has changed. */
export interface Remembered<T> {
  /** The same object for as long as nothing has changed. */
  read(ctx: Context): Promise<T>
  /** Forgets it after the commit, here and, over the live updates, in the other processes. */
  forget(ctx: Context, id: string): void
}

/** @param topic of the live updates on which the other processes hear of a change. */
export function remembered<T>(topic: string, load: (ctx: Context) => Promise<T>): Remembered<T> {
  const memories = new WeakMap<Services, Memory<T>>()
  const memoryOf = ({ services }: Context) => {
    const known = memories.get(services)
    if (known) return known
    const memory = new Memory(load)
    memories.set(services, memory)
    services.live.subscribe([topic], () => memory.forget())
    return memory
  }
  return {
    read(ctx) {
      const memory = memoryOf(ctx)
      return isInTransaction() ? memory.readInside(ctx) : memory.read(ctx)
    },
    forget(ctx, id) {
      ctx.afterCommit(() => {
        memoryOf(ctx).forget()
        ctx.services.live.publish({ topic, kind: "changed", id })
      })
    },
  }
}

/** What one process remembers of one read. */
class Memory<T> {
  readonly #load: (ctx: Context) => Promise<T>
  #answer: { value: T } | undefined
  #reading: Promise<T> | undefined
  /** Grows with each change; what was read before one is not kept after it. */
  #changes = 0

  constructor(load: (ctx: Context) => Promise<T>) {
    this.#load = load
  }

  forget(): void {
    this.#changes += 1
    this.#answer = undefined
    this.#reading = undefined
  }

  async read(ctx: Context): Promise<T> {
    if (this.#answer) return this.#answer.value
    if (this.#reading) return this.#reading
    const reading = this.#readAnew(ctx)
    this.#reading = reading
    try {
      return await reading
    } finally {
      // A failed read must not be remembered as the answer.
      if (this.#reading === reading) this.#reading = undefined
    }
  }

  /**
   * Reads for a transaction. It waits for no read outside, which may itself wait until the transaction has ended, and
   * what it sees is for others only once it is committed.
   */
  async readInside(ctx: Context): Promise<T> {
    if (this.#answer) return this.#answer.value
    const changes = this.#changes
    const value = await this.#load(ctx)
    ctx.afterCommit(() => this.#keep(value, changes))
    return value
  }

  async #readAnew(ctx: Context): Promise<T> {
    const changes = this.#changes
    const value = await this.#load(ctx)
    this.#keep(value, changes)
    return value
  }

  #keep(value: T, changes: number): void {
    if (this.#changes === changes && !this.#answer) this.#answer = { value }
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
