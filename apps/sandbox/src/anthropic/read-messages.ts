import { isObject, type JsonObject, toList, toNumber, toObject, toText } from "../core/json.ts"
import { readContent, readTool, readToolChoice } from "../language/read-chat.ts"
import type { LanguageRequest, Tool, Turn } from "../language/request.ts"

/** The tool through which a caller may ask for structured output: the name, when it is asked so. */
export type AnswerTool = string | undefined

/** A request of the Messages API in the program's own form, without the faults. */
export function readMessagesRequest(
  body: JsonObject,
): Omit<LanguageRequest, "faults"> & { answerTool: AnswerTool } {
  const tools = readTools(body.tools)
  const format = toObject(toObject(body.output_config).format)
  const asTool = format.type === "json_schema" ? undefined : findAnswerTool(tools, body.tool_choice)
  const schema = asTool ? asTool.parameters : isObject(format.schema) ? format.schema : undefined
  const maxOutputTokens = toNumber(body.max_tokens)
  return {
    style: "warm",
    turns: readTurns(body),
    tools: tools.filter((tool) => tool !== asTool),
    toolChoice: asTool ? "auto" : readToolChoice(toChoice(body.tool_choice)),
    answerTool: asTool?.name,
    ...(schema ? { schema } : {}),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  }
}

function readTurns(body: JsonObject): Turn[] {
  const system = readContent(body.system)
  const names = new Map<string, string>()
  const turns = toList(body.messages).flatMap((raw) => readMessage(toObject(raw), names))
  return system === "" ? turns : [{ role: "system", text: system }, ...turns]
}

function readMessage(message: JsonObject, names: Map<string, string>): Turn[] {
  const blocks = typeof message.content === "string" ? [] : toList(message.content).map(toObject)
  const text = readContent(message.content)
  if (message.role === "assistant") {
    const toolCalls = blocks
      .filter((block) => block.type === "tool_use")
      .map((block) => ({ id: toText(block.id), name: toText(block.name), input: toObject(block.input) }))
    for (const call of toolCalls) names.set(call.id, call.name)
    return [{ role: "assistant", text, toolCalls }]
  }
  const results = blocks
    .filter((block) => block.type === "tool_result")
    .map((block): Turn => {
      const callId = toText(block.tool_use_id)
      return { role: "tool", callId, name: names.get(callId) ?? "", text: readContent(block.content) }
    })
  return text === "" && results.length > 0 ? results : [...results, { role: "user", text }]
}

function readTools(tools: unknown): Tool[] {
  return toList(tools)
    .map(toObject)
    .filter((tool) => isObject(tool.input_schema))
    .map((tool) => readTool(tool, tool.input_schema))
}

/** The AI SDK asks older models for JSON by a tool named `json` and a forced choice. */
function findAnswerTool(tools: Tool[], choice: unknown): Tool | undefined {
  const { type, name } = toObject(choice)
  const isForced = type === "any" || (type === "tool" && name === "json")
  return isForced ? tools.find((tool) => tool.name === "json") : undefined
}

function toChoice(choice: unknown): unknown {
  const { type, name } = toObject(choice)
  return type === "tool" ? { name } : type
}
