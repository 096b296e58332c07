const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/** Identifiers and chance, repeatable for one seed. */
export type Ids = {
  /** An identifier such as `pi_0001Xb…`: a counter, so never twice, and random letters. */
  next(prefix: string, length?: number): string
  /** A number from 0 up to, not including, 1. */
  random(): number
}

/** Identifiers for a seed; the same seed gives the same sequence. */
export function createIds(seed: string): Ids {
  let state = hashText(seed)
  let counter = 0
  const random = () => {
    // mulberry32: small, well distributed, and the same on every machine
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const next = (prefix: string, length = 24) => {
    counter += 1
    const head = counter.toString(36).padStart(4, "0")
    const tail = Array.from({ length: Math.max(0, length - head.length) }, () =>
      alphabet.charAt(Math.floor(random() * alphabet.length)),
    )
    return `${prefix}${head}${tail.join("")}`
  }
  return { next, random }
}

/** A 32-bit FNV-1a hash of the text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}
