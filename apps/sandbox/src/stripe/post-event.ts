import { createHmac } from "node:crypto"
import { type JsonObject, toText } from "../core/json.ts"
import { postMessage } from "../core/post-message.ts"
import type { StripeStore } from "./store.ts"

const timeoutMs = 10_000

/** Posts a signed event; resolves with the status, 0 when nobody could be reached. */
export async function postEvent(
  store: StripeStore,
  endpoint: JsonObject,
  event: JsonObject,
): Promise<number> {
  const payload = JSON.stringify(event, null, 2)
  const secret = toText(
    store.ctx.records.collection("stripe.webhook_secrets").get(toText(endpoint.id))?.secret,
  )
  const headers = {
    "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    "stripe-signature": signPayload(payload, secret, store.ctx.clock.unix()),
  }
  return postMessage(toText(endpoint.url), payload, headers, timeoutMs)
}

/** The signature header: HMAC-SHA256 over the time in seconds since 1970, a dot, and the payload. */
function signPayload(payload: string, secret: string, seconds: number): string {
  const signature = createHmac("sha256", secret).update(`${seconds}.${payload}`).digest("hex")
  return `t=${seconds},v1=${signature}`
}
