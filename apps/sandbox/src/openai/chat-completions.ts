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
import { openaiError } from "./errors.ts"

/** `POST /chat/completions`, whole or as a stream. */
export async function completeChat(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const body = toObject(request.body)
  const refusal = refusalOf(body)
  if (refusal) return reply.code(400).send(openaiError(400, refusal))
  const answer = composeReply(readRequest(body, request), ctx.clock.now().toISOString())
  const head = {
    id: ctx.ids.next("chatcmpl-", 29),
    created: ctx.clock.unix(),
    model: plainModel(toText(body.model)),
    service_tier: "default",
    system_fingerprint: "fp_sandbox",
  }
  const calls = answer.toolCalls.map((call) => ({
    id: ctx.ids.next("call_"),
    type: "function",
    function: { name: call.name, arguments: JSON.stringify(call.input) },
  }))
  if (body.stream !== true)
    return { ...head, object: "chat.completion", choices: [choiceOf(answer, calls)], usage: usageOf(answer) }
  const withUsage = toObject(body.stream_options).include_usage === true
  return sendEvents(reply, [
    ...chunksOf(head, answer, calls, withUsage).map((data) => ({ data })),
    { data: "[DONE]" },
  ])
}

function readRequest(body: JsonObject, request: FastifyRequest): LanguageRequest {
  const turns = readChatMessages(body.messages)
  const schema = readResponseFormat(body.response_format, turns)
  const maxOutputTokens = toNumber(body.max_completion_tokens) ?? toNumber(body.max_tokens)
  return {
    style: "orderly",
    turns,
    tools: readFunctionTools(body.tools),
    toolChoice: readToolChoice(body.tool_choice),
    faults: contentFaultsOf(request),
    ...(schema ? { schema } : {}),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  }
}

function refusalOf(body: JsonObject): string | undefined {
  if (toText(body.model) === "") return "you must provide a model parameter"
  if (!Array.isArray(body.messages)) return "Missing required parameter: 'messages'."
  if (body.messages.length === 0)
    return "Invalid 'messages': empty array. Expected an array with minimum length 1."
  return undefined
}

function choiceOf(answer: LanguageReply, calls: object[]): object {
  const message = {
    role: "assistant",
    content: calls.length > 0 ? null : answer.text,
    refusal: null,
    annotations: [],
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  }
  return { index: 0, message, logprobs: null, finish_reason: answer.finish }
}

function chunksOf(head: object, answer: LanguageReply, calls: object[], withUsage: boolean): object[] {
  const chunk = (delta: object, finish: string | null) => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason: finish }],
  })
  const said = piecesOf(answer.text).map((content) => chunk({ content }, null))
  const called = calls.map((call, index) => chunk({ tool_calls: [{ index, ...call }] }, null))
  const usage = { ...head, object: "chat.completion.chunk", choices: [], usage: usageOf(answer) }
  return [
    chunk({ role: "assistant", content: "" }, null),
    ...said,
    ...called,
    chunk({}, answer.finish),
    ...(withUsage ? [usage] : []),
  ]
}

function usageOf(answer: LanguageReply): object {
  return {
    prompt_tokens: answer.inputTokens,
    completion_tokens: answer.outputTokens,
    total_tokens: answer.inputTokens + answer.outputTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  }
}
