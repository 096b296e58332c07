import type { Vendor } from "./faults.ts"
import { isObject, type Json } from "./json.ts"

/** One request that a vendor received, without secrets. */
export type Call = {
  id: number
  at: string
  vendor: Vendor
  method: string
  path: string
  model?: string
  faults: string[]
  request: Json
  status: number
  durationMs: number
  /** The body of the reply, cut at 20,000 characters; a stream is only named. */
  reply: string
}

export type Calls = {
  add(call: Omit<Call, "id">): void
  /** The newest calls, newest first. */
  list(which?: { vendor?: Vendor; limit?: number }): Call[]
  clear(): void
}

const keptCalls = 500
const maskedKeys =
  /^(authorization|x-api-key|api[-_]?key|key|secret|client_secret|assertion|refresh_token|password|number|cvc)$/i

/** A log of the last calls, in memory only. */
export function createCalls(): Calls {
  let calls: Call[] = []
  let lastId = 0
  return {
    add: (call) => {
      lastId += 1
      calls.push({ id: lastId, ...call })
      if (calls.length > keptCalls) calls = calls.slice(-keptCalls)
    },
    list: ({ vendor, limit = 50 } = {}) =>
      calls
        .filter((call) => vendor === undefined || call.vendor === vendor)
        .slice(-limit)
        .reverse(),
    clear: () => {
      calls = []
    },
  }
}

/** The value with keys, card numbers and passwords replaced by `***`. */
export function maskSecrets(value: unknown): Json {
  if (Array.isArray(value)) return value.map(maskSecrets)
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      maskedKeys.test(key) && typeof inner === "string" ? "***" : maskSecrets(inner),
    ])
    return Object.fromEntries(entries)
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value
  return null
}
