import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isObject, type JsonObject, parseJson, toText } from "./json.ts"

/** One kind of stored object, in order of first appearance. */
export type Collection = {
  get(id: string): JsonObject | undefined
  put(id: string, value: JsonObject): void
  remove(id: string): void
  all(): JsonObject[]
  ids(): string[]
}

/** What the sandbox remembers; kept on disk when it has a folder. */
export type Records = {
  collection(name: string): Collection
}

type Journal = { write(line: JsonObject): void }

/**
 * Opens the store. With a folder, every change is appended to a journal at once, so that a killed
 * process loses nothing; the journal is compacted on the next start.
 */
export function openRecords(folder?: string): Records {
  const collections = new Map<string, Map<string, JsonObject>>()
  const mapOf = (name: string) => {
    const found = collections.get(name) ?? new Map<string, JsonObject>()
    collections.set(name, found)
    return found
  }
  const journal = folder ? openJournal(folder, mapOf, collections) : undefined
  return {
    collection: (name) => ({
      get: (id) => mapOf(name).get(id),
      put: (id, value) => {
        mapOf(name).set(id, value)
        journal?.write({ collection: name, id, value })
      },
      remove: (id) => {
        mapOf(name).delete(id)
        journal?.write({ collection: name, id })
      },
      all: () => [...mapOf(name).values()],
      ids: () => [...mapOf(name).keys()],
    }),
  }
}

function openJournal(
  folder: string,
  mapOf: (name: string) => Map<string, JsonObject>,
  collections: Map<string, Map<string, JsonObject>>,
): Journal {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, "records.jsonl")
  if (existsSync(file)) for (const line of readFileSync(file, "utf8").split("\n")) replay(line, mapOf)
  const compacted = `${file}.new`
  const lines = [...collections].flatMap(([collection, entries]) =>
    [...entries].map(([id, value]) => `${JSON.stringify({ collection, id, value })}\n`),
  )
  writeFileSync(compacted, lines.join(""))
  renameSync(compacted, file)
  return {
    write: (line) => appendFileSync(file, `${JSON.stringify(line)}\n`),
  }
}

function replay(line: string, mapOf: (name: string) => Map<string, JsonObject>) {
  // A line cut off by a kill is the last one and was never acknowledged.
  const entry = parseJson(line)
  if (!isObject(entry)) return
  const entries = mapOf(toText(entry.collection))
  if (isObject(entry.value)) entries.set(toText(entry.id), entry.value)
  else entries.delete(toText(entry.id))
}
