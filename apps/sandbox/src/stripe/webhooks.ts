import { createHmac } from "node:crypto"
import { isObject, type JsonObject, toList, toNumber, toText } from "../core/json.ts"
import { invalidRequest, missingParameter } from "./errors.ts"
import { mergeMetadata } from "./metadata.ts"
import { apiVersion, type StripeStore } from "./store.ts"

export type WebhookSettings = {
  /** The wait before the second attempt in real milliseconds; it doubles each time, up to a minute. */
  retryBaseMs: number
}

/** What the control face may do to deliveries that are still to come. */
export type WebhookTrouble = {
  /** So many deliveries are lost on the way, without a retry. */
  drop: number
  /** So many deliveries arrive twice. */
  duplicate: number
  /** Deliveries wait until they are released, then leave newest first. */
  isHolding: boolean
}

export type Webhooks = {
  trouble: WebhookTrouble
  /** Sends the event again to all endpoints that want it; resolves with the statuses they gave. */
  redeliver(eventId: string): Promise<number[]>
  /** Ends holding and sends what was held, newest first. */
  release(): Promise<void>
  /** Deliveries not yet taken by their endpoint. */
  pending(): JsonObject[]
  /** Resolves when no delivery is on its way; waiting retries do not count. */
  idle(): Promise<void>
  close(): void
}

const longestWaitMs = 60_000
const mostAttempts = 60

/** Delivers every event to the endpoints, signed, and again until they take it. */
export function startWebhooks(store: StripeStore, settings: WebhookSettings): Webhooks {
  const deliveries = store.ctx.records.collection("stripe.deliveries")
  const trouble: WebhookTrouble = { drop: 0, duplicate: 0, isHolding: false }
  const timers = new Set<NodeJS.Timeout>()
  const onTheWay = new Set<Promise<unknown>>()
  let isClosed = false

  const track = <T>(work: Promise<T>): Promise<T> => {
    const tracked = work.finally(() => onTheWay.delete(tracked))
    onTheWay.add(tracked)
    return tracked
  }
  const later = (delivery: JsonObject, waitMs: number) => {
    if (isClosed) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      void track(attempt(delivery))
    }, waitMs)
    timer.unref()
    timers.add(timer)
  }
  const attempt = async (delivery: JsonObject) => {
    const endpoint = store.of("webhook_endpoint").get(toText(delivery.endpoint))
    const event = store.of("event").get(toText(delivery.event))
    if (!endpoint || !event) return deliveries.remove(toText(delivery.id))
    const status = await post(store, endpoint, event)
    if (status >= 200 && status < 300) {
      deliveries.remove(toText(delivery.id))
      return countPending(store, toText(delivery.event))
    }
    const attempts = (toNumber(delivery.attempts) ?? 0) + 1
    if (attempts >= mostAttempts) return deliveries.remove(toText(delivery.id))
    const waiting = { ...delivery, attempts, last_status: status }
    deliveries.put(toText(delivery.id), waiting)
    later(waiting, Math.min(longestWaitMs, settings.retryBaseMs * 2 ** (attempts - 1)))
  }
  const send = (event: JsonObject) => {
    for (const endpoint of endpointsFor(store, event)) {
      if (trouble.drop > 0) {
        trouble.drop -= 1
        continue
      }
      const id = store.ctx.ids.next("del_")
      const delivery = { id, event: toText(event.id), endpoint: toText(endpoint.id), attempts: 0 }
      deliveries.put(id, delivery)
      if (trouble.isHolding) continue
      later(delivery, 0)
      if (trouble.duplicate > 0) {
        trouble.duplicate -= 1
        later(delivery, 0)
      }
    }
    countPending(store, toText(event.id))
  }

  store.onEvent(send)
  // What a killed process still owed.
  for (const delivery of deliveries.all()) later(delivery, 0)
  return {
    trouble,
    redeliver: async (eventId) => {
      const event = store.get("event", eventId)
      return Promise.all(endpointsFor(store, event).map((endpoint) => track(post(store, endpoint, event))))
    },
    release: async () => {
      trouble.isHolding = false
      for (const delivery of deliveries.all().reverse()) await track(attempt(delivery))
    },
    pending: () => deliveries.all(),
    idle: async () => {
      // A delivery starts on a timer of no wait; let those begin first.
      await new Promise((resolve) => setTimeout(resolve, 1))
      while (onTheWay.size > 0) await Promise.allSettled([...onTheWay])
    },
    close: () => {
      isClosed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** `POST /v1/webhook_endpoints`; a secret may be given so that both sides can be configured beforehand. */
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

/** The signature header for a payload, at a time in seconds since 1970. */
export function signPayload(payload: string, secret: string, seconds: number): string {
  const signature = createHmac("sha256", secret).update(`${seconds}.${payload}`).digest("hex")
  return `t=${seconds},v1=${signature}`
}

async function post(store: StripeStore, endpoint: JsonObject, event: JsonObject): Promise<number> {
  const payload = JSON.stringify(event, null, 2)
  const secret = toText(
    store.ctx.records.collection("stripe.webhook_secrets").get(toText(endpoint.id))?.secret,
  )
  try {
    const reply = await fetch(toText(endpoint.url), {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "stripe-signature": signPayload(payload, secret, store.ctx.clock.unix()),
      },
      body: payload,
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    })
    await reply.arrayBuffer()
    return reply.status
  } catch {
    // An endpoint that cannot be reached is tried again like one that refuses.
    return 0
  }
}

function endpointsFor(store: StripeStore, event: JsonObject): JsonObject[] {
  return store
    .of("webhook_endpoint")
    .all()
    .filter((endpoint) => endpoint.status === "enabled")
    .filter((endpoint) => toList(endpoint.enabled_events).some((type) => type === "*" || type === event.type))
}

function countPending(store: StripeStore, eventId: string): void {
  const event = store.of("event").get(eventId)
  if (!isObject(event)) return
  const waiting = store.ctx.records
    .collection("stripe.deliveries")
    .all()
    .filter((delivery) => delivery.event === eventId)
  if (event.pending_webhooks !== waiting.length) store.save({ ...event, pending_webhooks: waiting.length })
}
