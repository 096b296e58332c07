import { createHmac } from "node:crypto"
import type { Temporal } from "#platform/time.ts"
import type { Delivery } from "#providers/payments/testing/start-card-bench.ts"

/** @returns the message signed as the card provider signs, with any secret and at any time. */
export function signEvent(message: Delivery, secret: string, at: Temporal.Instant): Delivery {
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  const digest = createHmac("sha256", secret).update(`${seconds}.${message.body}`).digest("hex")
  return { ...message, signature: `t=${seconds},v1=${digest}` }
}
