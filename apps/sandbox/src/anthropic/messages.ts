import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { plainModel } from "../core/faults.ts"
import { type JsonObject, parseJson, toNumber, toObject, toText } from "../core/json.ts"
import { piecesOf, type StreamEvent, sendEvents } from "../core/stream.ts"
import { contentFaultsOf } from "../core/vendor-gate.ts"
import { composeReply } from "../language/compose-reply.ts"
import { countInput } from "../language/count-tokens.ts"
import type { LanguageReply } from "../language/request.ts"
import { anthropicError } from "./errors.ts"
import { type AnswerTool, readMessagesRequest } from "./read-messages.ts"

type Block = { type: "text"; text: string; citations: null } | ToolUse
type ToolUse = { type: "tool_use"; id: string; name: string; input: JsonObject; caller: { type: "direct" } }

/** `POST /messages`, whole or as a stream. */
export async function createMessage(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const body = toObject(request.body)
  const refusal = refusalOf(body)
  if (refusal) return reply.code(400).send(anthropicError(400, refusal))
  const asked = { ...readMessagesRequest(body), faults: contentFaultsOf(request) }
  const answer = composeReply(asked, ctx.clock.now().toISOString())
  const message = messageOf(ctx, toText(body.model), answer, blocksOf(ctx, answer, asked.answerTool))
  if (body.stream !== true) return message
  return sendEvents(
    reply,
    eventsOf(message).map((data) => ({ name: data.type, data })),
  )
}

/** `POST /messages/count_tokens`. */
export async function countMessageTokens(request: FastifyRequest): Promise<object> {
  return { input_tokens: countInput({ ...readMessagesRequest(toObject(request.body)), faults: [] }) }
}

function refusalOf(body: JsonObject): string | undefined {
  if (toText(body.model) === "") return "model: Field required"
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    return "messages: at least one message is required"
  if ((toNumber(body.max_tokens) ?? 0) < 1) return "max_tokens: Field required"
  return undefined
}

function blocksOf(ctx: Context, answer: LanguageReply, answerTool: AnswerTool): Block[] {
  const use = (name: string, input: JsonObject): ToolUse => ({
    type: "tool_use",
    id: ctx.ids.next("toolu_"),
    name,
    input,
    caller: { type: "direct" },
  })
  if (answer.toolCalls.length > 0) return answer.toolCalls.map((call) => use(call.name, call.input))
  const json = answerTool === undefined ? undefined : parseJson(answer.text)
  if (answerTool !== undefined && json !== undefined) return [use(answerTool, toObject(json))]
  return answer.text === "" ? [] : [{ type: "text", text: answer.text, citations: null }]
}

function messageOf(ctx: Context, model: string, answer: LanguageReply, content: Block[]) {
  const reasons = { stop: "end_turn", tool_calls: "tool_use", length: "max_tokens" } as const
  const usesTool = content.some((block) => block.type === "tool_use")
  return {
    id: ctx.ids.next("msg_"),
    type: "message" as const,
    role: "assistant",
    model: plainModel(model),
    content,
    container: null,
    diagnostics: null,
    stop_details: null,
    stop_reason: (usesTool ? "tool_use" : reasons[answer.finish]) as string | null,
    stop_sequence: null,
    usage: {
      cache_creation: null,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      inference_geo: null,
      input_tokens: answer.inputTokens,
      output_tokens: answer.outputTokens,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: "standard",
      speed: null,
    },
  }
}

function eventsOf(message: ReturnType<typeof messageOf>): StreamEvent[] {
  const begun = { ...message, content: [], stop_reason: null, usage: { ...message.usage, output_tokens: 1 } }
  const { usage } = message
  const ended = {
    cache_creation_input_tokens: usage.cache_creation_input_tokens,
    cache_read_input_tokens: usage.cache_read_input_tokens,
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    output_tokens_details: null,
    server_tool_use: null,
  }
  const delta = { container: null, stop_details: null, stop_reason: message.stop_reason, stop_sequence: null }
  return [
    { type: "message_start", message: begun },
    ...message.content.flatMap(blockEvents),
    { type: "message_delta", delta, usage: ended },
    { type: "message_stop" },
  ]
}

function blockEvents(block: Block, index: number): StreamEvent[] {
  const isText = block.type === "text"
  const pieces = isText ? piecesOf(block.text) : [JSON.stringify(block.input)]
  const start = isText ? { ...block, text: "" } : { ...block, input: {} }
  return [
    { type: "content_block_start", index, content_block: start },
    ...pieces.map((piece) => ({
      type: "content_block_delta",
      index,
      delta: isText ? { type: "text_delta", text: piece } : { type: "input_json_delta", partial_json: piece },
    })),
    { type: "content_block_stop", index },
  ]
}
