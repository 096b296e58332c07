/** Anything that `JSON.parse` can return. */
export type Json = string | number | boolean | null | Json[] | JsonObject

export type JsonObject = { [key: string]: Json | undefined }

/** Whether a value is a plain object, so neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The value as an object; anything else counts as an empty one. */
export function toObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** The value as a list; anything else counts as an empty one. */
export function toList(value: unknown): Json[] {
  return Array.isArray(value) ? value : []
}

/** The value when it is text, otherwise the fallback. */
export function toText(value: unknown, fallback = ""): string {
  return typeof value === "string" ? value : fallback
}

/** The value when it is a finite number or the decimal text of one, otherwise undefined. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return value
  if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value)
  return undefined
}

/** Parses JSON; undefined when the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
