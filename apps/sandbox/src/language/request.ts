import type { ContentFault } from "../core/faults.ts"
import type { JsonObject } from "../core/json.ts"

export type ToolCall = { id: string; name: string; input: JsonObject }

/** One turn of the conversation, whatever the vendor's wire form. */
export type Turn =
  | { role: "system" | "user"; text: string }
  | { role: "assistant"; text: string; toolCalls: ToolCall[] }
  | { role: "tool"; callId: string; name: string; text: string }

export type Tool = { name: string; description: string; parameters: JsonObject }

export type ToolChoice = "auto" | "none" | "required" | { name: string }

/** How a vendor's models sound. */
export type Style = "orderly" | "warm" | "brief" | "plain"

export type LanguageRequest = {
  style: Style
  turns: Turn[]
  tools: Tool[]
  toolChoice: ToolChoice
  /** The JSON schema that the reply must follow, if any. */
  schema?: JsonObject
  maxOutputTokens?: number
  faults: ContentFault[]
}

export type LanguageReply = {
  text: string
  toolCalls: Omit<ToolCall, "id">[]
  finish: "stop" | "tool_calls" | "length"
  inputTokens: number
  outputTokens: number
}
