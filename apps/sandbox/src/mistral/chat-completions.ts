import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { plainModel } from "../core/faults.ts"
import { type JsonObject, toNumber, toObject, toText } from "../core/json.ts"
import { piecesOf, sendEvents } from "../core/stream.ts"
import { contentFaultsOf } from "../core/vendor-gate.ts"
import { composeReply } from "../language/compose-reply.ts"
import {
  readChatMessages,
  readFunctionTools,
  readResponseFormat,
  readToolChoice,
} from "../language/read-chat.ts"
import type { LanguageReply, LanguageRequest } from "../language/request.ts"
import { mistralError } from "./errors.ts"

/** `POST /chat/completions`, whole or as a stream. */
export async function completeChat(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const body = toObject(request.body)
  if (toText(body.model) === "" || !Array.isArray(body.messages) || body.messages.length === 0) {
    return reply.code(422).send(mistralError(422, "model and messages are required"))
  }
  const answer = composeReply(readRequest(body, request), ctx.clock.now().toISOString())
  const head = { id: ctx.ids.next("", 32), created: ctx.clock.unix(), model: plainModel(toText(body.model)) }
  const calls = answer.toolCalls.map((call, index) => ({
    id: ctx.ids.next("", 9),
    type: "function",
    function: { name: call.name, arguments: JSON.stringify(call.input) },
    index,
  }))
  if (body.stream === true) {
    return sendEvents(reply, [...chunksOf(head, answer, calls).map((data) => ({ data })), { data: "[DONE]" }])
  }
  const message = {
    role: "assistant",
    content: answer.text,
    tool_calls: calls.length > 0 ? calls : null,
    prefix: false,
  }
  const choices = [{ index: 0, message, finish_reason: answer.finish }]
  return { ...head, object: "chat.completion", choices, usage: usageOf(answer) }
}

function readRequest(body: JsonObject, request: FastifyRequest): LanguageRequest {
  const turns = readChatMessages(body.messages)
  const schema = readResponseFormat(body.response_format, turns)
  const maxOutputTokens = toNumber(body.max_tokens)
  return {
    style: "brief",
    turns,
    tools: readFunctionTools(body.tools),
    toolChoice: readToolChoice(body.tool_choice),
    faults: contentFaultsOf(request),
    ...(schema ? { schema } : {}),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  }
}

function chunksOf(head: object, answer: LanguageReply, calls: object[]): object[] {
  const chunk = (delta: object, finish: string | null, more: object = {}) => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...more,
  })
  const last = calls.length > 0 ? { content: "", tool_calls: calls } : { content: "" }
  return [
    chunk({ role: "assistant", content: "" }, null),
    ...piecesOf(answer.text).map((content) => chunk({ content }, null)),
    chunk(last, answer.finish, { usage: usageOf(answer) }),
  ]
}

function usageOf(answer: LanguageReply): object {
  return {
    prompt_tokens: answer.inputTokens,
    completion_tokens: answer.outputTokens,
    total_tokens: answer.inputTokens + answer.outputTokens,
  }
}
