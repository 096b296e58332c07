/** Work of this process about the same thing goes one after the other; about different things side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Does the work when all that came before it under this key is over, however that ended. @throws what the work throws. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const own = before.then(work)
    // Whoever comes next waits for the end only; how it ended is told to the one whose work it was.
    const over = own.then(
      () => undefined,
      () => undefined,
    )
    this.#last.set(key, over)
    try {
      return await own
    } finally {
      if (this.#last.get(key) === over) this.#last.delete(key)
    }
  }
}
