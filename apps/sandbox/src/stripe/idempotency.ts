import { createHash } from "node:crypto"
import type { JsonObject } from "../core/json.ts"
import { toNumber, toText } from "../core/json.ts"
import { StripeRefusal } from "./errors.ts"
import type { StripeStore } from "./store.ts"

export type Reply = { status: number; body: JsonObject }

const keptSeconds = 24 * 3600

/** The earlier reply to the same key and parameters. @throws StripeRefusal when the parameters differ */
export function findReplay(
  store: StripeStore,
  key: string,
  path: string,
  params: JsonObject,
): Reply | undefined {
  const kept = replies(store).get(key)
  if (!kept || store.ctx.clock.unix() - (toNumber(kept.at) ?? 0) > keptSeconds) return undefined
  if (kept.print !== fingerprint(path, params)) {
    throw new StripeRefusal(400, {
      type: "idempotency_error",
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    })
  }
  return { status: toNumber(kept.status) ?? 200, body: JSON.parse(toText(kept.body)) }
}

/** Keeps the reply for a day. A refused parameter is not kept, so it may be corrected under the same key. */
export function keepReply(
  store: StripeStore,
  key: string,
  path: string,
  params: JsonObject,
  reply: Reply,
): void {
  if (reply.status === 400 || reply.status === 404) return
  replies(store).put(key, {
    at: store.ctx.clock.unix(),
    print: fingerprint(path, params),
    status: reply.status,
    body: JSON.stringify(reply.body),
  })
}

function replies(store: StripeStore) {
  return store.ctx.records.collection("stripe.idempotency")
}

function fingerprint(path: string, params: JsonObject): string {
  return createHash("sha256")
    .update(`${path}\n${JSON.stringify(params)}`)
    .digest("hex")
}
