import type { Context } from "../core/context.ts"
import { type JsonObject, toText } from "../core/json.ts"
import type { Collection } from "../core/records.ts"
import { noSuch } from "./errors.ts"

export const apiVersion = "2026-10-28.endive"

/** Every kind of object, with the beginning of its identifiers. */
export const kinds = {
  customer: "cus_",
  payment_method: "pm_",
  payment_intent: "pi_",
  setup_intent: "seti_",
  charge: "ch_",
  refund: "re_",
  dispute: "du_",
  file: "file_",
  balance_transaction: "txn_",
  payout: "po_",
  event: "evt_",
  webhook_endpoint: "we_",
  "checkout.session": "cs_test_",
} as const

export type Kind = keyof typeof kinds

/** The request on whose behalf events arise. */
type Cause = { id: string | null; idempotency_key: string | null }

/** Stripe's objects and the events that tell of them. */
export type StripeStore = {
  ctx: Context
  cause: Cause
  newId(kind: Kind): string
  of(kind: Kind): Collection
  /** @throws StripeRefusal when there is none; `param` names the parameter that asked for it */
  get(kind: Kind, id: string, param?: string): JsonObject
  save(object: JsonObject): JsonObject
  /** Records an event about the object as it is now and hands it to the endpoints. */
  emit(type: string, object: JsonObject, previous?: JsonObject): void
  onEvent(listener: (event: JsonObject) => void): void
}

/** The store over the sandbox's records. */
export function createStripeStore(ctx: Context): StripeStore {
  const listeners: ((event: JsonObject) => void)[] = []
  const of = (kind: Kind) => ctx.records.collection(`stripe.${kind}`)
  const store: StripeStore = {
    ctx,
    cause: { id: null, idempotency_key: null },
    newId: (kind) => ctx.ids.next(kinds[kind], kind === "checkout.session" ? 58 : 24),
    of,
    get: (kind, id, param) => {
      const found = of(kind).get(id)
      if (!found) throw noSuch(kind, id, param)
      return found
    },
    save: (object) => {
      of(kindOf(object)).put(toText(object.id), object)
      return object
    },
    emit: (type, object, previous) => {
      const event = store.save(eventOf(store, type, object, previous))
      for (const listener of listeners) listener(event)
    },
    onEvent: (listener) => {
      listeners.push(listener)
    },
  }
  return store
}

function eventOf(store: StripeStore, type: string, object: JsonObject, previous?: JsonObject): JsonObject {
  return {
    id: store.newId("event"),
    object: "event",
    api_version: apiVersion,
    created: store.ctx.clock.unix(),
    data: { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: 0,
    request: { ...store.cause },
    type,
  }
}

function kindOf(object: JsonObject): Kind {
  const name = toText(object.object)
  if (!(name in kinds)) throw new Error(`Not an object of Stripe's: ${name}`)
  // safe: checked above
  return name as Kind
}
