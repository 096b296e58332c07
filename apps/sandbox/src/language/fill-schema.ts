import { isObject, type Json, type JsonObject, toList, toNumber, toText } from "../core/json.ts"
import { contentWords, numbersIn, sentencesOf } from "./words.ts"

/** Where values come from when a schema asks for something the program does not know as such. */
export type Source = { message: string; slots: JsonObject; today: string }

/** A value that satisfies the schema: what is known first, then slots, then the message, then the least. */
export function fillSchema(schema: JsonObject, source: Source, known?: Json): Json {
  return fill(schema, { root: schema, source, name: "", known })
}

/** The schema itself, or the part of the document that its `$ref` names. */
export function resolveSchema(schema: JsonObject, root: JsonObject): JsonObject {
  const reference = toText(schema.$ref)
  if (!reference.startsWith("#/")) return schema
  let found: Json | undefined = root
  for (const step of reference.slice(2).split("/")) found = isObject(found) ? found[step] : undefined
  return isObject(found) ? found : {}
}

type Place = { root: JsonObject; source: Source; name: string; known: Json | undefined }

function fill(raw: JsonObject, place: Place): Json {
  const schema = resolveSchema(raw, place.root)
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return chooseEnum(schema.enum, schema, place)
  if (allowsNull(schema) && isUnknown(place)) return null
  const options = [...toList(schema.anyOf), ...toList(schema.oneOf)].filter(isObject)
  if (options.length > 0) return fillOption(options, place)
  const parts = toList(schema.allOf).filter(isObject)
  if (parts.length > 0) return Object.assign({}, ...parts.map((part) => fill(part, place)))
  switch (typeOf(schema)) {
    case "object":
      return fillObject(schema, place)
    case "array":
      return fillList(schema, place)
    case "boolean":
      return typeof place.known === "boolean" ? place.known : slotOf(place) === true
    case "integer":
    case "number":
      return fillNumber(schema, place)
    case "null":
      return null
    default:
      return fillText(schema, place)
  }
}

function typeOf(schema: JsonObject): string {
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== "null") : schema.type
  if (typeof type === "string") return type
  return schema.properties ? "object" : schema.items ? "array" : "string"
}

function allowsNull(schema: JsonObject): boolean {
  return schema.nullable === true || toList(schema.type).includes("null")
}

function isUnknown(place: Place): boolean {
  return place.known === null || (place.known === undefined && slotOf(place) === undefined)
}

function fillOption(options: JsonObject[], place: Place): Json {
  const isNull = (option: JsonObject) => option.type === "null"
  if (options.some(isNull) && isUnknown(place)) return null
  return fill(options.find((option) => !isNull(option)) ?? {}, place)
}

function fillObject(schema: JsonObject, place: Place): JsonObject {
  const required = toList(schema.required)
  const known = isObject(place.known) ? place.known : {}
  const result: JsonObject = {}
  for (const [name, inner] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (!isObject(inner)) continue
    const hasValue = known[name] !== undefined || slotOf({ ...place, name }) !== undefined
    if (!required.includes(name) && !hasValue) continue
    result[name] = fill(inner, { ...place, name, known: known[name] })
  }
  return result
}

function fillList(schema: JsonObject, place: Place): Json[] {
  const inner = isObject(schema.items) ? schema.items : {}
  const slot = slotOf(place)
  const known = Array.isArray(place.known) ? place.known : Array.isArray(slot) ? slot : []
  const filled: Json[] = known.map((entry) => fill(inner, { ...place, known: entry }))
  const least = toNumber(schema.minItems) ?? 0
  while (filled.length < least) filled.push(fill(inner, { ...place, known: undefined }))
  return filled.slice(0, toNumber(schema.maxItems) ?? filled.length)
}

function fillNumber(schema: JsonObject, place: Place): number {
  const reference = typeof place.known === "string" ? /(\d+)$/.exec(place.known)?.[1] : undefined
  const named = toNumber(place.known) ?? toNumber(reference) ?? toNumber(slotOf(place))
  const found = named ?? numbersIn(place.source.message)[0]?.value ?? 0
  const whole = typeOf(schema) === "integer" ? Math.round(found) : found
  const least = toNumber(schema.minimum) ?? Number.NEGATIVE_INFINITY
  const most = toNumber(schema.maximum) ?? Number.POSITIVE_INFINITY
  return Math.min(most, Math.max(least, whole))
}

function fillText(schema: JsonObject, place: Place): string {
  const slot = slotOf(place)
  const known = typeof place.known === "string" ? place.known : typeof slot === "string" ? slot : undefined
  if (known !== undefined) return known
  if (schema.format === "date") return place.source.today.slice(0, 10)
  if (schema.format === "date-time") return place.source.today
  if (schema.format === "email")
    return /[\w.+-]+@[\w-]+\.[\w.]+/.exec(place.source.message)?.[0] ?? "nobody@example.com"
  const first = sentencesOf(place.source.message)[0] ?? ""
  const least = toNumber(schema.minLength) ?? 0
  return first.slice(0, toNumber(schema.maxLength) ?? 500).padEnd(least, ".")
}

function chooseEnum(values: Json[], schema: JsonObject, place: Place): Json {
  if (place.known !== undefined && values.includes(place.known)) return place.known
  const slot = slotOf(place)
  if (slot !== undefined && values.includes(slot)) return slot
  const said = contentWords(place.source.message)
  const score = (value: Json) => [...contentWords(String(value))].filter((word) => said.has(word)).length
  const described = toText(schema.description)
  const best = values.toSorted((one, other) => score(other) - score(one))[0]
  if (best !== undefined && score(best) > 0) return best
  // Descriptions often list `value: what it means`; the message may use those words instead.
  const lines = described
    .split(/[\n;]/)
    .filter((line) => [...contentWords(line)].some((word) => said.has(word)))
  return (
    values.find((value) => lines.some((line) => line.trim().startsWith(String(value)))) ?? values[0] ?? null
  )
}

function slotOf(place: Pick<Place, "source" | "name">): Json | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")
  if (place.name === "") return undefined
  const entry = Object.entries(place.source.slots).find(([name]) => plain(name) === plain(place.name))
  return entry?.[1]
}
