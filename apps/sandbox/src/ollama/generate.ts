import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { plainModel } from "../core/faults.ts"
import { isObject, type JsonObject, toNumber, toObject, toText } from "../core/json.ts"
import { piecesOf, sendLines } from "../core/stream.ts"
import { contentFaultsOf } from "../core/vendor-gate.ts"
import { composeReply } from "../language/compose-reply.ts"
import { readChatMessages, readFunctionTools } from "../language/read-chat.ts"
import type { LanguageReply, LanguageRequest, Turn } from "../language/request.ts"
import { ollamaError } from "./errors.ts"

/** `POST /chat`: NDJSON unless `stream` is false. */
export async function chat(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<object> {
  const body = toObject(request.body)
  if (toText(body.model) === "") return reply.code(400).send(ollamaError(400, "model is required"))
  const answer = answerTo(ctx, request, body, readChatMessages(body.messages))
  const head = headOf(ctx, body)
  const calls = answer.toolCalls.map((call) => ({ function: { name: call.name, arguments: call.input } }))
  const message = (content: string) => ({ role: "assistant", content })
  const whole = { ...message(answer.text), ...(calls.length > 0 ? { tool_calls: calls } : {}) }
  if (body.stream === false) return { ...head, message: whole, ...ending(answer) }
  return sendLines(reply, [
    ...piecesOf(answer.text).map((piece) => ({ ...head, message: message(piece), done: false })),
    ...(calls.length > 0 ? [{ ...head, message: { ...message(""), tool_calls: calls }, done: false }] : []),
    { ...head, message: message(""), ...ending(answer) },
  ])
}

/** `POST /generate`: NDJSON unless `stream` is false. */
export async function generate(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<object> {
  const body = toObject(request.body)
  if (toText(body.model) === "") return reply.code(400).send(ollamaError(400, "model is required"))
  const system: Turn[] = toText(body.system) === "" ? [] : [{ role: "system", text: toText(body.system) }]
  const answer = answerTo(ctx, request, body, [...system, { role: "user", text: toText(body.prompt) }])
  const head = headOf(ctx, body)
  if (body.stream === false) return { ...head, response: answer.text, ...ending(answer) }
  return sendLines(reply, [
    ...piecesOf(answer.text).map((piece) => ({ ...head, response: piece, done: false })),
    { ...head, response: "", ...ending(answer) },
  ])
}

function answerTo(ctx: Context, request: FastifyRequest, body: JsonObject, turns: Turn[]): LanguageReply {
  const schema = isObject(body.format) ? body.format : body.format === "json" ? { type: "object" } : undefined
  const maxOutputTokens = toNumber(toObject(body.options).num_predict)
  const asked: LanguageRequest = {
    style: "plain",
    turns,
    tools: readFunctionTools(body.tools),
    toolChoice: "auto",
    faults: contentFaultsOf(request),
    ...(schema ? { schema } : {}),
    ...(maxOutputTokens !== undefined && maxOutputTokens > 0 ? { maxOutputTokens } : {}),
  }
  return composeReply(asked, ctx.clock.now().toISOString())
}

function headOf(ctx: Context, body: JsonObject): object {
  return { model: plainModel(toText(body.model)), created_at: ctx.clock.now().toISOString() }
}

function ending(answer: LanguageReply): object {
  const perToken = 20_000_000
  return {
    done: true,
    done_reason: answer.finish === "length" ? "length" : "stop",
    total_duration: (answer.inputTokens + answer.outputTokens) * perToken,
    load_duration: perToken,
    prompt_eval_count: answer.inputTokens,
    prompt_eval_duration: answer.inputTokens * perToken,
    eval_count: answer.outputTokens,
    eval_duration: answer.outputTokens * perToken,
  }
}
