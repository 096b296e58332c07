import { type JsonObject, toList, toText } from "../core/json.ts"
import { invalidRequest, missingParameter } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import { apiVersion, type StripeStore } from "./store.ts"

/** `POST /v1/webhook_endpoints`; the settings may give the secret so that both sides know it beforehand. */
export function createWebhookEndpoint(store: StripeStore, params: JsonObject, secret?: string): JsonObject {
  const url = toText(params.url)
  const events = toList(params.enabled_events)
  if (url === "") throw missingParameter("url")
  if (!URL.canParse(url)) throw invalidRequest("Invalid URL", { param: "url", code: "url_invalid" })
  if (events.length === 0) throw missingParameter("enabled_events")
  const endpoint = store.save({
    id: store.newId("webhook_endpoint"),
    object: "webhook_endpoint",
    api_version: toText(params.api_version) || apiVersion,
    application: null,
    created: store.ctx.clock.unix(),
    description: toText(params.description) || null,
    enabled_events: events,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    status: "enabled",
    url,
  })
  const signing = secret ?? store.ctx.ids.next("whsec_", 32)
  store.ctx.records.collection("stripe.webhook_secrets").put(toText(endpoint.id), { secret: signing })
  return { ...endpoint, secret: signing }
}

/** `POST /v1/webhook_endpoints/:id`. */
export function updateWebhookEndpoint(store: StripeStore, id: string, params: JsonObject): JsonObject {
  const endpoint = store.get("webhook_endpoint", id)
  return store.save({
    ...endpoint,
    ...(params.url === undefined ? {} : { url: toText(params.url) }),
    ...(params.enabled_events === undefined ? {} : { enabled_events: toList(params.enabled_events) }),
    ...(params.disabled === undefined ? {} : { status: params.disabled === "true" ? "disabled" : "enabled" }),
  })
}

/** `DELETE /v1/webhook_endpoints/:id`. */
export function deleteWebhookEndpoint(store: StripeStore, id: string): JsonObject {
  store.get("webhook_endpoint", id)
  store.of("webhook_endpoint").remove(id)
  return { id, object: "webhook_endpoint", deleted: true }
}
