import { isObject, type JsonObject } from "../core/json.ts"
import { invalidRequest } from "./errors.ts"

/** Old metadata with the new keys over it; an empty value removes its key. @throws StripeRefusal on its limits */
export function mergeMetadata(before: unknown, added: unknown): JsonObject {
  const merged: JsonObject = { ...(isObject(before) ? before : {}) }
  for (const [key, value] of Object.entries(isObject(added) ? added : {})) {
    const text = String(value)
    if (key.length > 40)
      throw invalidRequest("Metadata keys can have up to 40 characters.", { param: "metadata" })
    if (text.length > 500)
      throw invalidRequest("Metadata values can have up to 500 characters.", { param: "metadata" })
    if (text === "") delete merged[key]
    else merged[key] = text
  }
  if (Object.keys(merged).length > 50)
    throw invalidRequest("Metadata can have up to 50 keys.", { param: "metadata" })
  return merged
}
