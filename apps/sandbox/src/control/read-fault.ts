import {
  contentFaults,
  type FaultRequest,
  isFaultKind,
  isVendor,
  transportFaults,
  vendors,
} from "../core/faults.ts"
import { type JsonObject, toNumber, toText } from "../core/json.ts"

/** A fault from a request body or form, or a sentence on what is wrong with it. */
export function readFault(body: JsonObject): FaultRequest | string {
  const vendor = toText(body.vendor)
  const kind = toText(body.kind)
  if (!isVendor(vendor)) return `vendor must be one of ${vendors.join(", ")}`
  if (!isFaultKind(kind)) return `kind must be one of ${[...transportFaults, ...contentFaults].join(", ")}`
  const model = toText(body.model)
  const method = toText(body.method).toUpperCase()
  const probability = toNumber(body.probability)
  if (probability !== undefined && (probability < 0 || probability > 1))
    return "probability must be from 0 to 1"
  const calls = toNumber(body.calls)
  const delayMs = toNumber(body.delayMs)
  const retryAfterSeconds = toNumber(body.retryAfterSeconds)
  return {
    vendor,
    kind,
    ...(model === "" ? {} : { model }),
    ...(method === "" ? {} : { method }),
    ...(probability === undefined ? {} : { probability }),
    ...(calls === undefined ? {} : { callsLeft: calls }),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}
