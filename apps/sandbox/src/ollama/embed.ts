import type { FastifyReply, FastifyRequest } from "fastify"
import { plainModel } from "../core/faults.ts"
import { toNumber, toObject, toText } from "../core/json.ts"
import { countTokens } from "../language/count-tokens.ts"
import { embedText } from "../language/embed-text.ts"
import { ollamaError } from "./errors.ts"

/** `POST /embed`: 768 numbers a text, or `dimensions`. */
export async function embed(request: FastifyRequest, reply: FastifyReply): Promise<object> {
  const body = toObject(request.body)
  if (toText(body.model) === "") return reply.code(400).send(ollamaError(400, "model is required"))
  const texts = (Array.isArray(body.input) ? body.input : [body.input ?? ""]).map(String)
  const dimensions = toNumber(body.dimensions) ?? 768
  return {
    model: plainModel(toText(body.model)),
    embeddings: texts.map((text) => embedText(text, dimensions)),
    total_duration: 14_000_000,
    load_duration: 1_000_000,
    prompt_eval_count: texts.reduce((sum, text) => sum + countTokens(text), 0),
  }
}
