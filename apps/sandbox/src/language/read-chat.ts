import { isObject, type JsonObject, parseJson, toList, toObject, toText } from "../core/json.ts"
import type { Tool, ToolChoice, Turn } from "./request.ts"

/** The turns of a `messages` list as OpenAI and Mistral write it. */
export function readChatMessages(messages: unknown): Turn[] {
  const names = new Map<string, string>()
  return toList(messages).flatMap((raw): Turn[] => {
    const message = toObject(raw)
    const text = readContent(message.content)
    switch (message.role) {
      case "system":
      case "developer":
        return [{ role: "system", text }]
      case "user":
        return [{ role: "user", text }]
      case "assistant": {
        const toolCalls = toList(message.tool_calls).map((call) => readToolCall(toObject(call)))
        for (const call of toolCalls) names.set(call.id, call.name)
        return [{ role: "assistant", text, toolCalls }]
      }
      case "tool": {
        const callId = toText(message.tool_call_id)
        return [
          {
            role: "tool",
            callId,
            name: names.get(callId) ?? (toText(message.tool_name) || toText(message.name)),
            text,
          },
        ]
      }
      default:
        return []
    }
  })
}

/** The text of a content that is a string or a list of parts. */
export function readContent(content: unknown): string {
  if (typeof content === "string") return content
  return toList(content)
    .map((part) => toText(toObject(part).text))
    .join("")
}

/** Tools as `{type: "function", function: {...}}`. */
export function readFunctionTools(tools: unknown): Tool[] {
  return toList(tools).flatMap((raw) => {
    const inner = toObject(raw).function
    return isObject(inner) ? [readTool(inner, inner.parameters)] : []
  })
}

/** One tool with its name, description and the schema of its arguments. */
export function readTool(tool: JsonObject, parameters: unknown): Tool {
  return { name: toText(tool.name), description: toText(tool.description), parameters: toObject(parameters) }
}

/** `auto`, `none`, `required` (or `any`), or one function by name. */
export function readToolChoice(choice: unknown): ToolChoice {
  if (choice === "none") return "none"
  if (choice === "required" || choice === "any") return "required"
  if (!isObject(choice)) return "auto"
  const name = toText(toObject(choice.function).name) || toText(choice.name)
  return name === "" ? "auto" : { name }
}

/** The schema asked for by `response_format`; with `json_object` it stands in the prompt's text. */
export function readResponseFormat(format: unknown, turns: Turn[]): JsonObject | undefined {
  const { type, json_schema: named } = toObject(format)
  if (type === "json_schema") return toObject(toObject(named).schema)
  return type === "json_object" ? (readSchemaInPrompt(turns) ?? { type: "object" }) : undefined
}

/** A JSON schema written into the prompt behind the words "JSON schema:". */
export function readSchemaInPrompt(turns: Turn[]): JsonObject | undefined {
  for (const turn of turns) {
    const found = parseJson(/JSON schema:\n(\{.*\})/.exec(turn.text)?.[1] ?? "")
    if (isObject(found)) return found
  }
  return undefined
}

function readToolCall(call: JsonObject) {
  const inner = toObject(call.function)
  const input = typeof inner.arguments === "string" ? parseJson(inner.arguments) : inner.arguments
  return { id: toText(call.id), name: toText(inner.name), input: toObject(input) }
}
