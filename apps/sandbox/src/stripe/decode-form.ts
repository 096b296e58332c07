import { isObject, type Json, type JsonObject } from "../core/json.ts"

/** Nests flat form keys as Stripe writes them: `a[b][0]=c` and `a[]=c`. */
export function decodeForm(flat: unknown): JsonObject {
  const nested: JsonObject = {}
  for (const [key, value] of Object.entries(isObject(flat) ? flat : {})) {
    const path = key.replaceAll("]", "").split("[")
    for (const entry of Array.isArray(value) ? value : [value]) place(nested, path, entry ?? "")
  }
  return toLists(nested)
}

function place(target: JsonObject, path: string[], value: Json): void {
  const [head = "", ...rest] = path
  const key = head === "" ? String(Object.keys(target).length) : head
  // A name that would reach the prototype is no parameter of Stripe's.
  if (key === "__proto__") return
  if (rest.length === 0) {
    target[key] = value
    return
  }
  const inner = target[key]
  const next: JsonObject = isObject(inner) ? inner : {}
  target[key] = next
  place(next, rest, value)
}

function toLists(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, listed(inner ?? null)]))
}

function listed(value: Json): Json {
  if (!isObject(value)) return value
  const keys = Object.keys(value)
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index))
  if (isList) return keys.map((key) => listed(value[key] ?? null))
  return toLists(value)
}
