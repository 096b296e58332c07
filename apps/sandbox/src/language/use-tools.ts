import { isObject, type Json, type JsonObject, parseJson, toList } from "../core/json.ts"
import { fillSchema, type Source } from "./fill-schema.ts"
import type { LanguageRequest, Tool, ToolCall, Turn } from "./request.ts"
import { asSentence, plainName, sharedWords } from "./words.ts"

type PlannedCall = Omit<ToolCall, "id">

/**
 * The calls to make now: tools whose name and description share words with the message and whose
 * required arguments are known; none that was already called since the customer last spoke.
 */
export function planCalls(request: LanguageRequest, source: Source): PlannedCall[] {
  const { toolChoice, tools } = request
  if (toolChoice === "none") return []
  const done = resultsSinceLastQuestion(request.turns).map((turn) => turn.name)
  const open = tools.filter((tool) => !done.includes(tool.name))
  if (typeof toolChoice === "object") {
    return open.filter((tool) => tool.name === toolChoice.name).map((tool) => callOf(tool, source))
  }
  const bearing = open
    .map((tool) => ({ tool, shared: sharedWords(source.message, `${tool.name} ${tool.description}`) }))
    .filter((entry) => entry.shared > 0 && knowsArguments(entry.tool, source))
    .sort((one, other) => other.shared - one.shared)
    .map((entry) => callOf(entry.tool, source))
  if (toolChoice !== "required" || bearing.length > 0 || done.length > 0) return bearing
  return open.slice(0, 1).map((tool) => callOf(tool, source))
}

/** The results of tools since the customer last spoke. */
export function resultsSinceLastQuestion(turns: Turn[]): Extract<Turn, { role: "tool" }>[] {
  const lastQuestion = turns.findLastIndex((turn) => turn.role === "user")
  return turns.slice(lastQuestion + 1).filter((turn) => turn.role === "tool")
}

/** What the tools returned, as sentences: text as it is, objects name by name. */
export function phraseResults(results: { name: string; text: string }[]): string {
  const sentences = results.flatMap((result) => {
    const json = parseJson(result.text)
    return json === undefined ? [asSentence(result.text)] : describe(json, "")
  })
  return sentences.filter((sentence) => sentence !== "").join(" ")
}

function knowsArguments(tool: Tool, source: Source): boolean {
  const properties = isObject(tool.parameters.properties) ? tool.parameters.properties : {}
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")
  const known = Object.keys(source.slots).map(plain)
  return toList(tool.parameters.required).every((name) => {
    const schema = properties[String(name)]
    const isFree =
      isObject(schema) &&
      schema.type === "string" &&
      /^(query|question|message|text|search)$/i.test(String(name))
    return isFree || known.includes(plain(String(name)))
  })
}

function callOf(tool: Tool, source: Source): PlannedCall {
  const input = fillSchema({ type: "object", ...tool.parameters }, source)
  return { name: tool.name, input: isObject(input) ? withQuestion(input, tool, source) : {} }
}

function withQuestion(input: JsonObject, tool: Tool, source: Source): JsonObject {
  const properties = isObject(tool.parameters.properties) ? Object.keys(tool.parameters.properties) : []
  const question = properties.find((name) => /^(query|question|message|text|search)$/i.test(name))
  return question === undefined ? input : { ...input, [question]: source.slots[question] ?? source.message }
}

function describe(value: Json, name: string): string[] {
  if (Array.isArray(value)) {
    if (value.every((entry) => !isObject(entry)))
      return value.length === 0 ? [] : [labelled(name, value.join(", "))]
    return value.flatMap((entry) => describe(entry, name))
  }
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => describe(inner ?? null, key))
  if (value === null) return []
  return [labelled(name, String(value))]
}

function labelled(name: string, text: string): string {
  if (name === "" || text.split(/\s+/).length > 4) return asSentence(text)
  return asSentence(`${plainName(name)}: ${text}`)
}
