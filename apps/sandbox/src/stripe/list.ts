import { isObject, type JsonObject, toNumber, toText } from "../core/json.ts"
import { invalidRequest } from "./errors.ts"

const paging = ["limit", "starting_after", "ending_before", "expand", "created"]

/**
 * One page of a list, newest first, with cursors. Every other parameter must equal the field of that name.
 * @throws StripeRefusal on a limit outside 1 to 100 or a cursor that is not in the list
 */
export function pageOf(objects: JsonObject[], query: JsonObject, url: string): JsonObject {
  const limit = toNumber(query.limit) ?? 10
  if (limit < 1 || limit > 100)
    throw invalidRequest("Invalid integer: limit must be between 1 and 100", { param: "limit" })
  const all = objects.filter((object) => matches(object, query)).reverse()
  const after = cursorOf(all, query.starting_after, "starting_after")
  const before = cursorOf(all, query.ending_before, "ending_before")
  const rest = before !== undefined ? all.slice(0, before) : all.slice(after === undefined ? 0 : after + 1)
  const data = before !== undefined ? rest.slice(-limit) : rest.slice(0, limit)
  return { object: "list", data, has_more: rest.length > data.length, url }
}

function cursorOf(all: JsonObject[], id: unknown, param: string): number | undefined {
  if (typeof id !== "string" || id === "") return undefined
  const index = all.findIndex((object) => object.id === id)
  if (index < 0) throw invalidRequest(`No such object: '${id}'`, { param, code: "resource_missing" })
  return index
}

function matches(object: JsonObject, query: JsonObject): boolean {
  const filters = Object.entries(query).filter(([name]) => !paging.includes(name))
  return (
    filters.every(([name, wanted]) => matchesField(object, name, wanted)) && isInTime(object, query.created)
  )
}

function matchesField(object: JsonObject, name: string, wanted: unknown): boolean {
  if (name === "types") return Array.isArray(wanted) && wanted.includes(toText(object.type))
  if (name === "customer_details")
    return toText(valueAt(object.customer_details, "email")) === valueAt(wanted, "email")
  if (!(name in object)) return true
  return String(object[name]) === String(wanted)
}

function valueAt(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}

function isInTime(object: JsonObject, range: unknown): boolean {
  const created = toNumber(object.created) ?? 0
  if (!isObject(range)) return range === undefined || toNumber(range) === created
  const { gt, gte, lt, lte } = range
  return (
    created > (toNumber(gt) ?? Number.NEGATIVE_INFINITY) &&
    created >= (toNumber(gte) ?? Number.NEGATIVE_INFINITY) &&
    created < (toNumber(lt) ?? Number.POSITIVE_INFINITY) &&
    created <= (toNumber(lte) ?? Number.POSITIVE_INFINITY)
  )
}
