import type { Context } from "../core/context.ts"
import { type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { postMessage } from "../core/post-message.ts"
import { RingCentralRefusal } from "./errors.ts"
import { presentNotice } from "./present-text.ts"
import type { Text } from "./text-box.ts"

export type Subscriptions = {
  /** Asks the endpoint for its word first. @throws RingCentralRefusal when it does not echo. */
  create(body: JsonObject): Promise<object>
  renew(id: string): object
  remove(id: string): void
  list(): object[]
  /** Tells every subscription of a message; resolves with the statuses that their endpoints gave. */
  tell(text: Text): Promise<number[]>
  clear(): void
}

const timeoutMs = 3000
const attempts = 3
const weekSeconds = 7 * 24 * 3600

/** Who is told of messages that come in. */
export function createSubscriptions(ctx: Context): Subscriptions {
  const kept = ctx.records.collection("ringcentral.subscriptions")
  const require = (id: string) => {
    const found = kept.get(id)
    if (!found) throw new RingCentralRefusal(404, "CMN-102", `Resource for parameter [${id}] is not found`)
    return found
  }
  const lifeOf = (seconds: number) => ({
    expiresIn: seconds,
    expirationTime: new Date(ctx.clock.now().getTime() + seconds * 1000).toISOString(),
  })
  return {
    create: async (body) => {
      const { address, verificationToken } = readDelivery(body)
      await shakeHands(address, ctx.ids.next("", 36))
      const id = ctx.ids.next("", 36)
      const seconds = toNumber(body.expiresIn) ?? weekSeconds
      const subscription = {
        id,
        address,
        verificationToken,
        eventFilters: toList(body.eventFilters),
        creationTime: ctx.clock.now().toISOString(),
        status: "Active",
        ...lifeOf(seconds),
      }
      kept.put(id, subscription)
      return present(subscription, ctx.publicUrl())
    },
    renew: (id) => {
      const found = require(id)
      const renewed = { ...found, ...lifeOf(toNumber(found.expiresIn) ?? weekSeconds) }
      kept.put(id, renewed)
      return present(renewed, ctx.publicUrl())
    },
    remove: (id) => {
      require(id)
      kept.remove(id)
    },
    list: () => kept.all().map((subscription) => present(subscription, ctx.publicUrl())),
    tell: (text) =>
      Promise.all(
        kept
          .all()
          .filter(({ status }) => status === "Active")
          .map((subscription) => deliver(ctx, subscription, text)),
      ),
    clear: () => {
      for (const id of kept.ids()) kept.remove(id)
    },
  }
}

function readDelivery(body: JsonObject): { address: string; verificationToken: string } {
  const mode = toObject(body.deliveryMode)
  const address = toText(mode.address)
  if (mode.transportType !== "WebHook" || !URL.canParse(address))
    throw new RingCentralRefusal(400, "CMN-101", "Parameter [deliveryMode] value is invalid")
  if (toList(body.eventFilters).length === 0)
    throw new RingCentralRefusal(400, "SUB-521", "Event filters are not defined")
  return { address, verificationToken: toText(mode.verificationToken) }
}

async function shakeHands(address: string, word: string): Promise<void> {
  try {
    const reply = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", "validation-token": word },
      signal: AbortSignal.timeout(timeoutMs),
    })
    await reply.arrayBuffer()
    if (reply.ok && reply.headers.get("validation-token") === word) return
  } catch {
    // Told below, as for an endpoint that answers wrongly.
  }
  throw new RingCentralRefusal(400, "SUB-525", "WebHook validation failed: no echo of Validation-Token")
}

async function deliver(ctx: Context, subscription: JsonObject, text: Text): Promise<number> {
  const payload = JSON.stringify(
    presentNotice(text, ctx.ids.next("", 36), toText(subscription.id), ctx.clock.now()),
  )
  let status = 0
  for (let attempt = 0; attempt < attempts && (status < 200 || status >= 300); attempt += 1)
    status = await post(subscription, payload)
  if (status >= 400 || status === 0)
    ctx.records.collection("ringcentral.subscriptions").put(toText(subscription.id), {
      ...subscription,
      status: "Blacklisted",
    })
  return status
}

function post(subscription: JsonObject, payload: string): Promise<number> {
  const headers = {
    "user-agent": "RingCentral-WebHook/8.4",
    "verification-token": toText(subscription.verificationToken),
  }
  return postMessage(toText(subscription.address), payload, headers, timeoutMs)
}

function present(subscription: JsonObject, publicUrl: string): object {
  const { id, eventFilters, expirationTime, expiresIn, status, creationTime, address } = subscription
  return {
    uri: `${publicUrl}/restapi/v1.0/subscription/${toText(id)}`,
    id,
    eventFilters,
    expirationTime,
    expiresIn,
    status,
    creationTime,
    deliveryMode: { transportType: "WebHook", encryption: false, address },
  }
}
