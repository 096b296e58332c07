import type { Clock } from "../../apps/api/src/platform/time.ts"
import {
  type Delivery,
  signDelivery,
} from "../../apps/api/src/providers/payments/testing/start-card-bench.ts"
import type { MeasuredApplication } from "../../benchmarks/src/application.ts"

/** Tells a message of the card provider, signed at this instant. @throws Error when it is not taken. */
export async function tellOverHttp(
  application: MeasuredApplication,
  message: Delivery,
  clock: Clock,
): Promise<void> {
  const reply = await application.http.inject({
    method: "POST",
    url: "/v1/webhooks/stripe",
    headers: { "content-type": "application/json", "stripe-signature": signDelivery(message, clock) },
    payload: message.body,
  })
  if (reply.statusCode !== 200)
    throw new Error(`A true message was answered ${reply.statusCode}: ${reply.body}`)
}
