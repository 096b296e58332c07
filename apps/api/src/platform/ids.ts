import { randomBytes } from "node:crypto"

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

/** Makes identifiers that sort by time of creation: prefix, underscore, 26 characters (ULID layout, lower case). */
export type NewId = (prefix: string) => string

/** @returns a maker of ids that takes the time from `nowMs` (epoch milliseconds) and 80 random bits. */
export function idMaker(nowMs: () => number, random: (bytes: number) => Buffer = randomBytes): NewId {
  return (prefix) => `${prefix}_${encodeTime(nowMs())}${encodeRandom(random(16))}`
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

function encodeRandom(bytes: Buffer): string {
  return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join("")
}
