import type { JsonObject } from "../core/json.ts"
import { isObject, toList, toNumber, toText } from "../core/json.ts"
import type { Collection } from "../core/records.ts"
import { postEvent } from "./post-event.ts"
import type { StripeStore } from "./store.ts"

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

type Queue = {
  store: StripeStore
  /** The wait before the second attempt in real milliseconds; it doubles each time, up to a minute. */
  retryBaseMs: number
  deliveries: Collection
  trouble: WebhookTrouble
  timers: Set<NodeJS.Timeout>
  onTheWay: Set<Promise<unknown>>
  isClosed: boolean
}

const longestWaitMs = 60_000
const mostAttempts = 60

/** Delivers every event to the endpoints, signed, and again until they take it. */
export function startWebhooks(store: StripeStore, retryBaseMs: number): Webhooks {
  const queue: Queue = {
    store,
    retryBaseMs,
    deliveries: store.ctx.records.collection("stripe.deliveries"),
    trouble: { drop: 0, duplicate: 0, isHolding: false },
    timers: new Set(),
    onTheWay: new Set(),
    isClosed: false,
  }
  store.onEvent((event) => send(queue, event))
  // What a killed process still owed.
  for (const delivery of queue.deliveries.all()) later(queue, delivery, 0)
  return {
    trouble: queue.trouble,
    redeliver: async (eventId) => {
      const event = store.get("event", eventId)
      return Promise.all(
        endpointsFor(store, event).map((endpoint) => track(queue, postEvent(store, endpoint, event))),
      )
    },
    release: () => release(queue),
    pending: () => queue.deliveries.all(),
    idle: () => waitUntilIdle(queue),
    close: () => {
      queue.isClosed = true
      for (const timer of queue.timers) clearTimeout(timer)
    },
  }
}

function send(queue: Queue, event: JsonObject): void {
  const { store, deliveries, trouble } = queue
  for (const endpoint of endpointsFor(store, event)) {
    if (trouble.drop > 0) {
      trouble.drop -= 1
      continue
    }
    const id = store.ctx.ids.next("del_")
    const delivery = { id, event: toText(event.id), endpoint: toText(endpoint.id), attempts: 0 }
    deliveries.put(id, delivery)
    if (trouble.isHolding) continue
    later(queue, delivery, 0)
    if (trouble.duplicate > 0) {
      trouble.duplicate -= 1
      later(queue, delivery, 0)
    }
  }
  countPending(queue, toText(event.id))
}

function later(queue: Queue, delivery: JsonObject, waitMs: number): void {
  if (queue.isClosed) return
  const timer = setTimeout(() => {
    queue.timers.delete(timer)
    void track(queue, attempt(queue, delivery))
  }, waitMs)
  timer.unref()
  queue.timers.add(timer)
}

async function attempt(queue: Queue, delivery: JsonObject): Promise<void> {
  const { store, deliveries } = queue
  const id = toText(delivery.id)
  const endpoint = store.of("webhook_endpoint").get(toText(delivery.endpoint))
  const event = store.of("event").get(toText(delivery.event))
  if (!endpoint || !event) return deliveries.remove(id)
  const status = await postEvent(store, endpoint, event)
  if (status >= 200 && status < 300) {
    deliveries.remove(id)
    return countPending(queue, toText(delivery.event))
  }
  const attempts = (toNumber(delivery.attempts) ?? 0) + 1
  if (attempts >= mostAttempts) return deliveries.remove(id)
  const waiting = { ...delivery, attempts, last_status: status }
  // After closing, what is owed stays on disk as it was.
  if (queue.isClosed) return
  deliveries.put(id, waiting)
  later(queue, waiting, Math.min(longestWaitMs, queue.retryBaseMs * 2 ** (attempts - 1)))
}

async function release(queue: Queue): Promise<void> {
  queue.trouble.isHolding = false
  for (const delivery of queue.deliveries.all().reverse()) await track(queue, attempt(queue, delivery))
}

async function waitUntilIdle(queue: Queue): Promise<void> {
  // A delivery starts on a timer of no wait; let those begin first.
  await new Promise((resolve) => setTimeout(resolve, 1))
  while (queue.onTheWay.size > 0) await Promise.allSettled([...queue.onTheWay])
}

function track<T>(queue: Queue, work: Promise<T>): Promise<T> {
  const tracked = work.finally(() => queue.onTheWay.delete(tracked))
  queue.onTheWay.add(tracked)
  return tracked
}

function endpointsFor(store: StripeStore, event: JsonObject): JsonObject[] {
  return store
    .of("webhook_endpoint")
    .all()
    .filter((endpoint) => endpoint.status === "enabled")
    .filter((endpoint) => toList(endpoint.enabled_events).some((type) => type === "*" || type === event.type))
}

function countPending({ store, deliveries }: Queue, eventId: string): void {
  const event = store.of("event").get(eventId)
  if (!isObject(event)) return
  const waiting = deliveries.all().filter((delivery) => delivery.event === eventId)
  if (event.pending_webhooks !== waiting.length) store.save({ ...event, pending_webhooks: waiting.length })
}
