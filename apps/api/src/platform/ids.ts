import { randomBytes } from "node:crypto"

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
const RANDOM_DIGITS = 16

/** Makes identifiers that sort by creation: prefix, underscore, 26 characters (ULID layout, lower case). */
export type NewId = (prefix: string) => string

/**
 * Within one millisecond the random part counts up, so that the ids of one process sort in the order in which
 * they were made (monotonic ULID).
 * @returns a maker of ids that takes the time from `nowMs` (epoch milliseconds) and 80 random bits.
 */
export function idMaker(nowMs: () => number, random: (bytes: number) => Buffer = randomBytes): NewId {
  let lastMs = Number.NEGATIVE_INFINITY
  let digits: number[] = []
  return (prefix) => {
    const ms = nowMs()
    digits = ms === lastMs ? countUp(digits) : Array.from(random(RANDOM_DIGITS), (byte) => byte % 32)
    lastMs = ms
    return `${prefix}_${encodeTime(ms)}${digits.map((digit) => ALPHABET[digit]).join("")}`
  }
}

function encodeTime(milliseconds: number): string {
  let rest = milliseconds
  let text = ""
  for (let index = 0; index < 10; index += 1) {
    text = ALPHABET[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return text
}

function countUp(digits: readonly number[]): number[] {
  const next = [...digits]
  for (let index = next.length - 1; index >= 0; index -= 1) {
    const digit = next[index] ?? 0
    next[index] = (digit + 1) % 32
    if (digit < 31) break
  }
  return next
}
