import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import { isObject, type Json, type JsonObject, toObject } from "../core/json.ts"

const repository = join(dirname(fileURLToPath(import.meta.url)), "../../../..")
const specs = join(process.env.MYHIBACHI_SHARED ?? join(repository, "../shared"), "specs")

/** Whether the providers' published specifications are on this machine. */
export const hasSpecs = existsSync(specs)

export type Spec = {
  document: JsonObject
  /** What is wrong with the value by the schema at the JSON pointer; empty when nothing is. */
  check(pointer: string, value: unknown): string[]
}

/** Reads a specification file as JSON, gunzipped where needed. */
export function readSpecFile(file: string): JsonObject {
  const bytes = readFileSync(join(specs, file))
  return toObject(JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString()))
}

/** Opens a specification; `coerce` lets the text of form fields count as the number or truth it spells. */
export function openSpec(file: string, { coerce = false } = {}): Spec {
  const document = toObject(readable(readSpecFile(file)))
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: coerce, discriminator: false })
  formats.default(ajv)
  for (const format of ["decimal", "unixtime"]) ajv.addFormat(format, true)
  ajv.addSchema({ $id: "spec", ...document })
  const compiled = new Map<string, ValidateFunction>()
  return {
    document,
    check: (pointer, value) => {
      const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `spec#${pointer}` })
      compiled.set(pointer, validate)
      if (validate(coerce ? structuredClone(value) : value)) return []
      return (validate.errors ?? []).map(
        (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
      )
    },
  }
}

/** The pointer to a schema of the components. */
export function schemaPointer(name: string): string {
  return `/components/schemas/${name}`
}

/**
 * The document as JSON Schema 2020 reads it: `nullable` without a type becomes a choice, and `oneOf`
 * becomes `anyOf`, because the alternatives of the published files overlap (a message of OpenAI's
 * Responses API fits two of them).
 */
function readable(value: Json): Json {
  if (Array.isArray(value)) return value.map(readable)
  if (!isObject(value)) return value
  const { oneOf, ...others } = value
  const own = Array.isArray(oneOf) ? { ...others, anyOf: oneOf } : value
  const result = Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, readable(inner ?? null)]))
  const { nullable, ...rest } = result
  if (nullable !== true) return rest
  return { anyOf: [rest, { type: "null" }] }
}
