import type { FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { plainModel } from "../core/faults.ts"
import { toNumber, toObject, toText } from "../core/json.ts"
import { countTokens } from "../language/count-tokens.ts"
import { embedText } from "../language/embed-text.ts"
import { mistralError } from "./errors.ts"

/** `POST /embeddings`: 1,024 numbers a text, or `output_dimension`. */
export async function createEmbeddings(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<object> {
  const body = toObject(request.body)
  const inputs = typeof body.input === "string" ? [body.input] : Array.isArray(body.input) ? body.input : []
  if (toText(body.model) === "" || inputs.length === 0) {
    return reply.code(422).send(mistralError(422, "model and input are required"))
  }
  const texts = inputs.map(String)
  const dimensions = toNumber(body.output_dimension) ?? 1024
  const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0)
  return {
    id: ctx.ids.next("", 32),
    object: "list",
    data: texts.map((text, index) => ({
      object: "embedding",
      index,
      embedding: embedText(text, dimensions),
    })),
    model: plainModel(toText(body.model)),
    usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens },
  }
}
