import { type JsonObject, parseJson, toList, toNumber, toObject, toText } from "../core/json.ts"
import { readContent, readSchemaInPrompt, readTool, readToolChoice } from "../language/read-chat.ts"
import type { LanguageRequest, Tool, Turn } from "../language/request.ts"

/** A request of the Responses API in the program's own form, without the faults. */
export function readResponsesRequest(body: JsonObject): Omit<LanguageRequest, "faults"> {
  const turns = readInput(body)
  const schema = readTextFormat(body, turns)
  const maxOutputTokens = toNumber(body.max_output_tokens)
  return {
    style: "orderly",
    turns,
    tools: readTools(body.tools),
    toolChoice: readToolChoice(body.tool_choice),
    ...(schema ? { schema } : {}),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  }
}

function readInput(body: JsonObject): Turn[] {
  const instructions: Turn[] =
    typeof body.instructions === "string" ? [{ role: "system", text: body.instructions }] : []
  if (typeof body.input === "string") return [...instructions, { role: "user", text: body.input }]
  const names = new Map<string, string>()
  return [...instructions, ...toList(body.input).flatMap((item) => readItem(toObject(item), names))]
}

function readItem(item: JsonObject, names: Map<string, string>): Turn[] {
  if (item.type === "function_call") {
    const call = {
      id: toText(item.call_id),
      name: toText(item.name),
      input: toObject(parseJson(toText(item.arguments))),
    }
    names.set(call.id, call.name)
    return [{ role: "assistant", text: "", toolCalls: [call] }]
  }
  if (item.type === "function_call_output") {
    const callId = toText(item.call_id)
    return [{ role: "tool", callId, name: names.get(callId) ?? "", text: readContent(item.output) }]
  }
  const text = readContent(item.content)
  if (item.role === "assistant") return [{ role: "assistant", text, toolCalls: [] }]
  if (item.role === "user") return [{ role: "user", text }]
  return item.role === "system" || item.role === "developer" ? [{ role: "system", text }] : []
}

function readTools(tools: unknown): Tool[] {
  return toList(tools)
    .map(toObject)
    .filter((tool) => tool.type === "function")
    .map((tool) => readTool(tool, tool.parameters))
}

function readTextFormat(body: JsonObject, turns: Turn[]): JsonObject | undefined {
  const format = toObject(toObject(body.text).format)
  if (format.type === "json_schema") return toObject(format.schema)
  return format.type === "json_object" ? (readSchemaInPrompt(turns) ?? { type: "object" }) : undefined
}
