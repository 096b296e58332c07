import { createHmac, timingSafeEqual } from "node:crypto"
import type { LinkPurpose } from "#platform/http/route.ts"
import { RecentlyAsked } from "#platform/remembered.ts"

/**
 * Signs a link for a person without a password. The token names what it opens and cannot be made without
 * the secret; it holds no secret itself. `version` counts up to revoke all earlier links of that thing.
 */
export function signLink(secret: string, purpose: LinkPurpose, id: string, version = 1): string {
  const body = `${id}.${version}`
  return `${body}.${signature(secret, purpose, body)}`
}

/** @returns what the token opens, or null when it was altered or made for another purpose. */
export function verifyLink(
  secret: string,
  purpose: LinkPurpose,
  token: string,
): { id: string; version: number } | null {
  const [id, version, given] = token.split(".")
  if (!id || !version || !given) return null
  const expected = Buffer.from(signature(secret, purpose, `${id}.${version}`))
  const actual = Buffer.from(given)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null
  return { id, version: Number(version) }
}

const lately = new RecentlyAsked<string>(2000)

function signature(secret: string, purpose: LinkPurpose, body: string): string {
  const question = `${secret}:${purpose}:${body}`
  const known = lately.get(question) ?? computeSignature(secret, purpose, body)
  lately.set(question, known)
  return known
}

function computeSignature(secret: string, purpose: LinkPurpose, body: string): string {
  // 132 bits are out of reach for guessing and keep a link short enough for a text message.
  return createHmac("sha256", secret).update(`${purpose}:${body}`).digest("base64url").slice(0, 22)
}
