import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { plainModel } from "../core/faults.ts"
import { type JsonObject, toObject, toText } from "../core/json.ts"
import { piecesOf, type StreamEvent, sendEvents } from "../core/stream.ts"
import { contentFaultsOf } from "../core/vendor-gate.ts"
import { composeReply } from "../language/compose-reply.ts"
import type { LanguageReply } from "../language/request.ts"
import { openaiError } from "./errors.ts"
import { readResponsesRequest } from "./read-responses.ts"

type Item = { id: string; type: string; [key: string]: unknown }

/** `POST /responses`, whole or as a stream. */
export async function createResponse(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const body = toObject(request.body)
  if (toText(body.model) === "")
    return reply.code(400).send(openaiError(400, "Missing required parameter: 'model'."))
  if (body.input === undefined)
    return reply.code(400).send(openaiError(400, "Missing required parameter: 'input'."))
  const asked = { ...readResponsesRequest(body), faults: contentFaultsOf(request) }
  const answer = composeReply(asked, ctx.clock.now().toISOString())
  const items = itemsOf(ctx, answer)
  const response = responseOf(ctx, body, answer, items)
  if (body.stream !== true) return response
  return sendEvents(
    reply,
    eventsOf(response, items).map((event, index) => ({
      name: event.type,
      data: { ...event, sequence_number: index },
    })),
  )
}

function itemsOf(ctx: Context, answer: LanguageReply): Item[] {
  if (answer.toolCalls.length > 0) {
    return answer.toolCalls.map((call) => ({
      id: ctx.ids.next("fc_", 30),
      type: "function_call",
      status: "completed",
      call_id: ctx.ids.next("call_"),
      name: call.name,
      arguments: JSON.stringify(call.input),
    }))
  }
  const content = [{ type: "output_text", text: answer.text, annotations: [], logprobs: [] }]
  return [{ id: ctx.ids.next("msg_", 30), type: "message", status: "completed", role: "assistant", content }]
}

function responseOf(ctx: Context, body: JsonObject, answer: LanguageReply, output: Item[]) {
  const isCut = answer.finish === "length"
  return {
    id: ctx.ids.next("resp_", 30),
    object: "response",
    created_at: ctx.clock.unix(),
    status: isCut ? "incomplete" : "completed",
    error: null,
    incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
    instructions: body.instructions ?? null,
    max_output_tokens: body.max_output_tokens ?? null,
    model: plainModel(toText(body.model)),
    output,
    parallel_tool_calls: body.parallel_tool_calls ?? true,
    previous_response_id: body.previous_response_id ?? null,
    store: body.store ?? true,
    temperature: body.temperature ?? 1,
    text: body.text ?? { format: { type: "text" } },
    tool_choice: body.tool_choice ?? "auto",
    tools: body.tools ?? [],
    top_p: body.top_p ?? 1,
    truncation: "disabled",
    usage: {
      input_tokens: answer.inputTokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: answer.outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: answer.inputTokens + answer.outputTokens,
    },
    metadata: body.metadata ?? {},
  }
}

function eventsOf(response: ReturnType<typeof responseOf>, items: Item[]): StreamEvent[] {
  const { usage: _, ...unused } = response
  const begun = { ...unused, status: "in_progress", incomplete_details: null, output: [] }
  const last = response.status === "incomplete" ? "response.incomplete" : "response.completed"
  return [
    { type: "response.created", response: begun },
    { type: "response.in_progress", response: begun },
    ...items.flatMap((item, index) =>
      item.type === "message" ? messageEvents(item, index) : callEvents(item, index),
    ),
    { type: last, response },
  ]
}

function messageEvents(item: Item, outputIndex: number): StreamEvent[] {
  const text = toText(toObject(Array.isArray(item.content) ? item.content[0] : undefined).text)
  const place = { item_id: item.id, output_index: outputIndex, content_index: 0 }
  const part = (said: string) => ({ type: "output_text", text: said, annotations: [], logprobs: [] })
  return [
    {
      type: "response.output_item.added",
      output_index: outputIndex,
      item: { ...item, status: "in_progress", content: [] },
    },
    { type: "response.content_part.added", ...place, part: part("") },
    ...piecesOf(text).map((delta) => ({ type: "response.output_text.delta", ...place, delta, logprobs: [] })),
    { type: "response.output_text.done", ...place, text, logprobs: [] },
    { type: "response.content_part.done", ...place, part: part(text) },
    { type: "response.output_item.done", output_index: outputIndex, item },
  ]
}

function callEvents(item: Item, outputIndex: number): StreamEvent[] {
  const place = { item_id: item.id, output_index: outputIndex }
  const added = { ...item, status: "in_progress", arguments: "" }
  return [
    { type: "response.output_item.added", output_index: outputIndex, item: added },
    { type: "response.function_call_arguments.delta", ...place, delta: item.arguments },
    { type: "response.function_call_arguments.done", ...place, name: item.name, arguments: item.arguments },
    { type: "response.output_item.done", output_index: outputIndex, item },
  ]
}
