import type { Context } from "../core/context.ts"
import type { SandboxOptions } from "../sandbox.ts"
import { expireOverdueSessions } from "./checkout-sessions.ts"
import { createStripeStore, kinds, type StripeStore } from "./store.ts"
import { createWebhookEndpoint } from "./webhook-endpoints.ts"
import { startWebhooks, type Webhooks } from "./webhooks.ts"

export type StripeService = {
  store: StripeStore
  webhooks: Webhooks /** Forgets everything but the endpoint of the settings. */
  reset(): void
  close(): void
}

const forgotten = [
  ...Object.keys(kinds),
  "card_files",
  "deliveries",
  "idempotency",
  "intent_data",
  "line_items",
  "pending_intents",
  "webhook_secrets",
]

const sweepEveryMs = 1000

/** Stripe's state, its webhooks, and the sweep that ends overdue checkouts. */
export function startStripe(ctx: Context, options: SandboxOptions): StripeService {
  const store = createStripeStore(ctx)
  const webhooks = startWebhooks(store, options.webhookRetryMs ?? 1000)
  if (options.stripeWebhook) keepEndpoint(store, options.stripeWebhook)
  ctx.clock.onChange(() => expireOverdueSessions(store))
  const sweep = setInterval(() => expireOverdueSessions(store), sweepEveryMs)
  sweep.unref()
  return {
    store,
    webhooks,
    reset: () => {
      for (const name of forgotten) {
        const collection = ctx.records.collection(`stripe.${name}`)
        for (const id of collection.ids()) collection.remove(id)
      }
      Object.assign(webhooks.trouble, { drop: 0, duplicate: 0, isHolding: false })
      if (options.stripeWebhook) keepEndpoint(store, options.stripeWebhook)
    },
    close: () => {
      clearInterval(sweep)
      webhooks.close()
    },
  }
}

function keepEndpoint(store: StripeStore, { url, secret }: { url: string; secret: string }): void {
  const known = store
    .of("webhook_endpoint")
    .all()
    .find((entry) => entry.description === "from settings")
  if (!known) {
    createWebhookEndpoint(store, { url, enabled_events: ["*"], description: "from settings" }, secret)
    return
  }
  // The same endpoint is kept, because deliveries from before a restart name it.
  store.save({ ...known, url })
  store.ctx.records.collection("stripe.webhook_secrets").put(String(known.id), { secret })
}
